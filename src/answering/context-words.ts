import { clausePath } from "../policy/clause.ts";
import type { ClausePlace } from "../retrieval/retrieval-context.ts";
import { foldForCoverage } from "./term-coverage.ts";

/** UTF-16 units of the clause's own beginning, where its heading or its subject stands. */
const LONGEST_LEAD = 40;

/** What the clause says first, up to its first colon or full stop (七、国庆节：…); empty where that comes late. */
const leadOf = ({ document, clause }: ClausePlace): string => {
  const beginning = document.text.slice(clause.start, Math.min(clause.end, clause.start + LONGEST_LEAD));
  return /^[^：:。]*[：:。]/.exec(beginning)?.[0] ?? "";
};

/** The words that stand over a sentence, folded: its clause's beginning and path, and the document's title. */
export const contextWords = (place: ClausePlace): string =>
  foldForCoverage(
    `${leadOf(place)}${clausePath(place.clause, place.ancestors).join("")}${place.document.title}`,
  );
