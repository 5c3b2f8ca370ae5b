import type { DocumentReply } from "../../src/contract/documents.ts";
import type { MatchReply } from "../../src/contract/match.ts";
import type { ExpectedMeasure, MatchCase } from "./match-case.ts";

type FoundMeasure = MatchReply["measures"][number];

/** What one expected measure came to. */
export interface ExpectationScore {
  readonly expected: ExpectedMeasure;
  /** Null where no measure of the reply stands at the snippet. */
  readonly found: FoundMeasure | null;
  readonly verdictRight: boolean;
  readonly kindRight: boolean;
  /** How many of the expected conditions are shown with their verdict, and how many there are. */
  readonly conditionsRight: number;
  /** The expected support, amount, department and deadline that the reply shows, and how many are expected. */
  readonly detailsRight: number;
  readonly detailsExpected: number;
}

/** What a case came to; `faults` are promises that the reply breaks, whatever is expected. */
export interface CaseScore {
  readonly matchCase: MatchCase;
  readonly expectations: readonly ExpectationScore[];
  readonly missingRight: boolean | null;
  readonly faults: readonly string[];
}

interface Span {
  readonly start: number;
  readonly end: number;
}

const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;
const VERDICT_RANK = { applies: 2, may_apply: 1, does_not_apply: 0 } as const;

/** How well a measure stands for a snippet: its own clause, what it gives, then one of its conditions. */
const closeness = (measure: FoundMeasure, text: string, span: Span): number => {
  if (overlaps(measure.citation, span)) return 3;
  const at = measure.support === "" ? -1 : text.indexOf(measure.support);
  if (at >= 0 && overlaps({ start: at, end: at + measure.support.length }, span)) return 2;
  return measure.conditions.some(({ citation }) => overlaps(citation, span)) ? 1 : 0;
};

const findMeasure = (
  reply: MatchReply,
  document: DocumentReply,
  expected: ExpectedMeasure,
): FoundMeasure | null => {
  const start = document.text.indexOf(expected.measure);
  const span = { start, end: start + expected.measure.length };
  const placed = reply.measures
    .map((measure) => ({ measure, close: closeness(measure, document.text, span) }))
    .filter(({ close }) => close > 0)
    .toSorted(
      (a, b) =>
        b.close - a.close ||
        Number(b.measure.kind === expected.kind) - Number(a.measure.kind === expected.kind) ||
        VERDICT_RANK[b.measure.verdict] - VERDICT_RANK[a.measure.verdict],
    );
  return placed[0]?.measure ?? null;
};

const shows = (shown: string | null, wanted: string): boolean =>
  shown !== null && (shown.includes(wanted) || wanted.includes(shown)) && shown !== "";

const scoreExpectation = (
  reply: MatchReply,
  document: DocumentReply,
  expected: ExpectedMeasure,
): ExpectationScore => {
  const found = findMeasure(reply, document, expected);
  const conditions = expected.conditions.filter(({ text, verdict }) => {
    const start = document.text.indexOf(text);
    const span = { start, end: start + text.length };
    return (
      found?.conditions.some((each) => each.verdict === verdict && overlaps(each.citation, span)) === true
    );
  });
  const details = [
    [found?.support, expected.support],
    [found?.amount, expected.amount],
    [found?.department, expected.department],
    [found?.deadline, expected.deadline],
  ] as const;
  const wanted = details.flatMap(([shown, snippet]) =>
    snippet == null ? [] : [shows(shown ?? null, snippet)],
  );
  return {
    expected,
    found,
    verdictRight: found?.verdict === expected.verdict,
    kindRight: found?.kind === expected.kind,
    conditionsRight: conditions.length,
    detailsRight: wanted.filter((right) => right).length,
    detailsExpected: wanted.length,
  };
};

const faultsOf = (reply: MatchReply, document: DocumentReply): string[] => {
  const faults: string[] = [];
  for (const { title, verdict, conditions, citation } of reply.measures) {
    for (const condition of conditions) {
      const { start, end, quote } = condition.citation;
      if (condition.text !== quote || document.text.slice(start, end) !== quote)
        faults.push(`not verbatim: ${condition.text}`);
    }
    if (verdict !== "applies") continue;
    if (conditions.some((each) => each.verdict !== "met"))
      faults.push(`applies with an open condition: ${title}`);
    if (conditions.length === 0) faults.push(`applies without a condition: ${title}`);
    if (["expired", "repealed", "not_yet_effective"].includes(citation.status))
      faults.push(`applies and ${citation.status}: ${title}`);
  }
  return faults;
};

/** Compares a reply, which keeps to the case's document, with what the case expects. */
export const scoreCase = (matchCase: MatchCase, reply: MatchReply, document: DocumentReply): CaseScore => ({
  matchCase,
  expectations: matchCase.expect.map((expected) => scoreExpectation(reply, document, expected)),
  missingRight:
    matchCase.missing === null ? null : reply.missing.some(({ field }) => field === matchCase.missing),
  faults: faultsOf(reply, document),
});
