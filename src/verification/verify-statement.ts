import { hasLexicalSupport } from "./lexical-support.ts";
import { splitSentences } from "../policy/sentences.ts";
import { copyIsKept } from "./copy-kept.ts";
import { isRewordedFromQuote } from "./reworded-from-quote.ts";
import { namesStand } from "./names-stand.ts";
import { negationIsKept } from "./negation-kept.ts";
import { numbersKeepContext } from "./number-context.ts";
import { numbersOutside } from "./number-lock.ts";
import { foldedSentences } from "./sentence-parts.ts";
import { foldWording } from "./statement-wording.ts";
import { strengthIsKept } from "./strength-kept.ts";

/** Why a statement is not supported by its quotes. */
export type UnsupportedReason = "no_quote" | "number" | "name" | "negation" | "modality" | "copy" | "lexical";

export type Verdict =
  | { readonly supported: true }
  | { readonly supported: false; readonly reason: UnsupportedReason };

const no = (reason: UnsupportedReason): Verdict => ({ supported: false, reason });

const INTRODUCTION = /^(?:提出|规定|明确|指出|要求)?[:,]/;

/** The folded statement without the titles and headings that introduce what is quoted. */
const withoutIntroduction = (statement: string, sources: readonly string[]): string => {
  let rest = foldWording(statement);
  for (const source of sources) {
    const title = foldWording(source);
    for (const name of [title, `《${title}》`]) {
      if (title === "" || !rest.startsWith(name)) continue;
      const after = rest.slice(name.length);
      if (INTRODUCTION.test(after)) rest = after.replace(INTRODUCTION, "");
    }
  }
  return rest;
};

/**
 * Whole sentences of the quotes, introduced by titles or not, need no proof; a part of one does, it may lack
 * its 不 or 鼓励.
 */
const isQuoted = (statement: string, quotes: readonly string[], sources: readonly string[]): boolean => {
  const rest = withoutIntroduction(statement, sources);
  const whole = new Set([...quotes.map((quote) => foldWording(quote)), ...foldedSentences(quotes)]);
  const sentences = splitSentences(rest).map(({ start, end }) => rest.slice(start, end));
  return whole.has(rest) || (sentences.length > 0 && sentences.every((sentence) => whole.has(sentence)));
};

interface SupportCheck {
  readonly reason: Exclude<UnsupportedReason, "no_quote">;
  readonly holds: (statement: string, quotes: readonly string[], sources: readonly string[]) => boolean;
}

/** In the order in which they are made; the first that does not hold is the verdict's reason. */
const CHECKS: readonly SupportCheck[] = [
  {
    reason: "number",
    holds: (statement, quotes, sources) =>
      numbersOutside(statement, [...quotes, ...sources]).length === 0 &&
      numbersKeepContext(statement, quotes, sources),
  },
  {
    reason: "name",
    holds: (statement, quotes, sources) => namesStand(statement, quotes, [...quotes, ...sources]),
  },
  { reason: "negation", holds: negationIsKept },
  { reason: "modality", holds: strengthIsKept },
  { reason: "copy", holds: copyIsKept },
  { reason: "lexical", holds: hasLexicalSupport },
];

/** Every reason why a statement that is no quotation fails, in the order of the checks; for measuring them. */
export const failedChecks = (
  statement: string,
  quotes: readonly string[],
  sources: readonly string[],
): UnsupportedReason[] =>
  isQuoted(statement, quotes, sources)
    ? []
    : CHECKS.filter(({ holds }) => !holds(statement, quotes, sources)).map(({ reason }) => reason);

/**
 * Whether a statement is supported by its quotes, decided by rules alone. It errs on the side of no: what is
 * turned down can still be shown as the quotes themselves.
 * @param statement - one sentence, without citation markers
 * @param quotes - the exact words of the clauses; whole sentences, or a denial before the quote goes unseen
 * @param sources - what else the number lock allows and names may come from: labels, paths, titles, dates
 */
export const verifyStatement = (
  statement: string,
  quotes: readonly string[],
  sources: readonly string[],
): Verdict => {
  const said = quotes.filter((quote) => quote.trim() !== "");
  if (said.length === 0) return no("no_quote");
  if (isQuoted(statement, said, sources)) return { supported: true };
  const failed = CHECKS.find(({ holds }) => !holds(statement, said, sources));
  if (failed === undefined || isRewordedFromQuote(statement, said, sources)) return { supported: true };
  return no(failed.reason);
};
