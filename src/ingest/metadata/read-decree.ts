import { normaliseDocumentNumber } from "./document-number.ts";
import type { LabelledValue } from "./head-labels.ts";
import { splitOrganisations } from "./organisation.ts";
import type { Decree, HeadLine } from "./read-head.ts";

const DECREE = /^([\u4E00-\u9FFF\s]{2,50}?)\s*(令|公告|通告)$/;
/** 第91号, （2023年第12号）, 〔十六届〕第9号 */
const DECREE_NUMBER =
  /^(?:[〔［[（(]\s*(?:[一二三四五六七八九十\d]+届|\d{4})\s*[〕］\])）]\s*|[（(])?\s*(?:\d{4}\s*年?\s*)?第\s*[\d〇○零一二三四五六七八九十百千]+\s*号\s*令?\s*[）)]?$/;
const MOST_AGENCIES = 20;

/** The head of a decree: who promulgates, with its number where that has a known form. */
export interface FoundDecree {
  readonly decree: Decree;
  readonly number: LabelledValue | null;
  /** How many lines it takes. */
  readonly lines: number;
}

/**
 * The decree that begins with `lines[at]`, or null: one or several agencies, a line each or all on one, then 令, 公告 or
 * 通告 behind the last of them or on a line of its own, and the number below.
 */
export const readDecree = (lines: readonly HeadLine[], at: number): FoundDecree | null => {
  const first = lines[at];
  if (first === undefined) return null;
  const agencies: string[] = [];
  for (let index = at; index < Math.min(lines.length, at + MOST_AGENCIES); index += 1) {
    const line = lines[index];
    const next = lines[index + 1];
    if (line === undefined || next === undefined) return null;
    const closed = line.content.replaceAll(/[\s\u3000]/g, "");
    const onItsOwn = index > at && /^(?:令|公告|通告)$/.test(closed);
    const [, last = "", kind = ""] = onItsOwn ? ["", "", closed] : (DECREE.exec(line.content) ?? []);
    if (kind === "") {
      const names = splitOrganisations(line.content);
      if (names.length === 0) return null;
      agencies.push(...names);
      continue;
    }
    if (!DECREE_NUMBER.test(next.content)) return null;
    // The name of one that decrees alone need not end like an organisation's (主席令).
    const names = last === "" ? [] : splitOrganisations(last);
    if (agencies.length > 0 && last !== "" && names.length === 0) return null;
    const all = [...agencies, ...(names.length > 0 ? names : [last.replaceAll(/\s/g, "")])].filter(
      (name) => name !== "",
    );
    const before = lines[onItsOwn ? index - 1 : index] ?? line;
    const ordinal = next.content.replaceAll(/^[（(](?![^）)]*届|\d{4}\s*[）)])|\s*令?\s*[）)]?$/g, "");
    const value = normaliseDocumentNumber(`${all.join(" ")}${kind}${ordinal}`);
    return {
      decree: { agency: all.join(" "), start: first.start, end: before.end },
      number: value === null ? null : { value, start: first.start, end: next.end },
      lines: index + 2 - at,
    };
  }
  return null;
};
