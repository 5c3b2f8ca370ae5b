import type { ValidityPeriod } from "./validity.ts";

/**
 * `heading`: a heading without a number; `attachment`: 附件1 with its title; `table-row`: a row with the headers of
 * its cells; `contents`: a table of contents as a whole, which is never cited.
 */
export type ClauseKind =
  | "title"
  | "heading"
  | "numbered"
  | "article"
  | "paragraph"
  | "dash"
  | "table-row"
  | "footnote"
  | "attachment"
  | "contents";

/**
 * A node of a document's clause tree. Offsets are UTF-16 code units into the document's canonical text:
 * `start`–`end` is the clause's own span (marker included, children not), `start`–`wholeEnd` the span with
 * all descendants.
 */
export interface Clause {
  readonly clauseId: string;
  readonly kind: ClauseKind;
  /** What a reader sees before the text (一、 / （一） / 1. / 第一条 / ——); null for a paragraph without one. */
  readonly marker: string | null;
  /** The address as a person would say it: 六、（二）39. */
  readonly label: string;
  readonly heading: string | null;
  readonly start: number;
  readonly end: number;
  readonly wholeEnd: number;
  readonly children: readonly Clause[];
  /** For a footnote: the offset in the canonical text of the place that it explains, where that is known. */
  readonly annotates?: number;
  /** The page on which it begins, counted from 1, where the format has pages. */
  readonly page?: number;
  /** Where a clause has dates of its own (其中第二条执行至…, ready-made clauses), they stand before the document's. */
  readonly validity?: ValidityPeriod;
  /** `validity` before other documents of the index changed it; null where there was none. */
  readonly unlinkedValidity?: ValidityPeriod | null;
}

/** Every clause below and including `clauses`, in text order, each with the trail of its ancestors. */
export function* walkClauses(
  clauses: readonly Clause[],
  ancestors: readonly Clause[] = [],
): Generator<{ readonly clause: Clause; readonly ancestors: readonly Clause[] }> {
  for (const clause of clauses) {
    yield { clause, ancestors };
    yield* walkClauses(clause.children, [...ancestors, clause]);
  }
}

/** What stands for a clause in a path: its marker and heading, or its label's last part. */
export const pathPart = (clause: Clause): string =>
  clause.marker !== null ? `${clause.marker}${clause.heading ?? ""}` : (clause.heading ?? clause.label);

/** The path of a clause from the root: `["六、…", "（二）…", "39.…"]`. */
export const clausePath = (clause: Clause, ancestors: readonly Clause[]): string[] =>
  [...ancestors, clause].map((each) => pathPart(each));
