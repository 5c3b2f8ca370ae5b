import type { PartialDate } from "../../policy/partial-date.ts";
import type { FoundBeginning } from "./beginnings.ts";
import { matchBeginnings } from "./beginnings.ts";
import { findClauseTerms } from "./clause-terms.ts";
import type { FoundEnd } from "./end-of-validity.ts";
import { endAfter, findEnds } from "./end-of-validity.ts";
import type { FoundRepeal } from "./find-repeals.ts";
import { findRepeals } from "./find-repeals.ts";
import { isAboutItself, sentenceBefore, withoutQuotedProvisions } from "./own-subject.ts";

/** What a clause says of its own document's validity; offsets are UTF-16 units into the clause. */
export interface ClauseValidity {
  readonly effectiveFrom?: PartialDate;
  /** 自公布之日起施行: the date of publication is needed. */
  readonly onPublication?: true;
  readonly effectiveTo?: PartialDate;
  readonly repeals: readonly string[];
  readonly beginnings: readonly FoundBeginning[];
  readonly ends: readonly FoundEnd[];
  readonly repealed: readonly FoundRepeal[];
}

/**
 * What a clause says of the validity of the document that holds it: from when (本办法自2019年3月1日起施行), until when
 * (有效期五年, 至2025年12月31日止) and what it repeals. What is said of other documents, of single articles, of
 * certificates and contracts, or inside a quoted provision, is left out.
 */
export const readClauseValidity = (clause: string): ClauseValidity => {
  const text = withoutQuotedProvisions(clause);
  const ofClauses = findClauseTerms(text);
  const isOfClause = ({ start, end }: { readonly start: number; readonly end: number }): boolean =>
    ofClauses.some((term) => start < term.end && term.start < end);
  const beginnings = matchBeginnings(text, (at) => isAboutItself(sentenceBefore(text, at))).filter(
    (each) => !isOfClause(each),
  );
  const ends = findEnds(text, beginnings).filter((each) => !isOfClause(each));
  const repealed = findRepeals(text);
  const from =
    beginnings.find(({ date }) => date !== null)?.date ?? ends.find((end) => end.from !== null)?.from ?? null;
  const last = ends.at(-1);
  const to = last?.to ?? (from !== null && last?.months != null ? endAfter(from, last.months) : null);
  return {
    ...(from === null ? {} : { effectiveFrom: from }),
    ...(from === null && beginnings.length > 0 ? { onPublication: true as const } : {}),
    ...(to === null ? {} : { effectiveTo: to }),
    repeals: repealed.map(({ title }) => title),
    beginnings,
    ends,
    repealed,
  };
};
