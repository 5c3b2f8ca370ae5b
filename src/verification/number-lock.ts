import { isPartialDate } from "../policy/partial-date.ts";
import { foldWidth } from "./number-pattern.ts";
import type { NumberRead } from "./number-readers.ts";
import { NUMBER_READERS } from "./number-readers.ts";

/**
 * A number, date, amount or document number as a text states it, with its unit as one whole. `key` is what
 * is compared: equal for 三年 and 3年, ４０％ and 40%; different for 500亿, 500万 and 5500亿.
 */
export interface LockedNumber extends NumberRead {
  /** As written: `text === source.slice(start, end)`, UTF-16 offsets. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A cheap test of the places where a reader can begin. */
const BEGINS = /[\dA-Za-z〇零一二两三四五六七八九十百千万亿第半几数〔[(【]/;

const LETTERS = /[A-Za-z][A-Za-z-]*/y;

/** Every number of `text` with its unit, in text order, none overlapping another. */
export const numbersIn = (text: string): LockedNumber[] => {
  // ISO dates and bare years are what metadata gives: 2024, 2024-03.
  if (isPartialDate(text)) {
    const [year = "", month = "", day = ""] = text.split("-");
    const key = [year, month, day].map((part) => part.replace(/^0+/, "")).join("/");
    return [{ kind: "date", key, plain: null, text, start: 0, end: text.length }];
  }
  const folded = foldWidth(text);
  const found: LockedNumber[] = [];
  let at = 0;
  while (at < folded.length) {
    if (!BEGINS.test(folded.charAt(at))) {
      at += 1;
      continue;
    }
    const hit = readAt(folded, at);
    if (hit === null) {
      // Letters without a digit behind them: there is none behind the rest of them either.
      LETTERS.lastIndex = at;
      at += LETTERS.exec(folded)?.[0].length ?? 1;
      continue;
    }
    if (hit.read !== null) {
      const end = at + hit.length;
      const negative = /(?:^|[\s(:,，。；为长降是至约])[-−]$/u.test(folded.slice(Math.max(0, at - 2), at));
      const key = negative && hit.read.kind === "quantity" ? `-${hit.read.key}` : hit.read.key;
      found.push({ ...hit.read, key, text: text.slice(at, end), start: at, end });
    }
    at += hit.length;
  }
  return found;
};

/** Tries the readers in turn at `at`; `read` is null for a word that only looks like a number. */
const readAt = (
  folded: string,
  at: number,
): { readonly read: NumberRead | null; readonly length: number } | null => {
  for (const { pattern, read } of NUMBER_READERS) {
    pattern.lastIndex = at;
    const match = pattern.exec(folded);
    if (match === null || match[0] === "") continue;
    const result = read(match, folded.slice(Math.max(0, at - 16), at));
    if (result !== null)
      return { read: result === "word" ? null : result, length: match[0].trimEnd().length };
  }
  return null;
};

/** Every part that the stated date names is the same in the source's date: 2024年 stands in 2024年3月1日. */
const dateStands = (stated: string, source: string): boolean => {
  const sourceParts = source.split("/");
  return stated.split("/").every((part, place) => part === "" || part === sourceParts[place]);
};

/** 国函〔2009〕28 stands in 根据国函〔2009〕28, whichever of the two has more text before it. */
const documentNumberStands = (stated: string, source: string): boolean =>
  stated.endsWith(source) || (source.endsWith(stated) && !stated.startsWith("〔"));

/** Whether a number as a statement says it is the number of a source, as a whole value with its unit. */
export const standsFor = (stated: LockedNumber, source: LockedNumber): boolean => {
  if (stated.key === source.key && stated.kind === source.kind) return true;
  if (stated.kind === "date" && source.kind === "date") return dateStands(stated.key, source.key);
  if (stated.kind === "document-number" && source.kind === "document-number") {
    return documentNumberStands(stated.key, source.key);
  }
  // A bare year: （2010）.
  return (
    stated.kind === "quantity" &&
    source.kind === "date" &&
    /^\d{4}\|$/.test(stated.key) &&
    source.key.startsWith(`${stated.key.slice(0, 4)}/`)
  );
};

/**
 * The number lock: the numbers of `statement`, as written, that stand in none of `sources` as a whole value
 * with their unit. Empty: the statement may be shown. `sources` are the quotes, labels, paths, titles,
 * document numbers and dates of the statement's own citations, each a string of its own. `count` is a
 * computed number of cited items and is allowed beside them.
 */
export const numbersOutside = (
  statement: string,
  sources: readonly string[],
  count: number | null = null,
): string[] => {
  const allowed = sources.flatMap((source) => numbersIn(source));
  return numbersIn(statement)
    .filter((stated) => !(count !== null && stated.plain === count))
    .filter((stated) => !allowed.some((source) => standsFor(stated, source)))
    .map((stated) => stated.text);
};
