import type { CitationReply } from "../../src/contract/common.ts";
import { statusOn } from "../../src/policy/validity.ts";
import type { CaseRun } from "../case-run.ts";
import { quotesSnippet } from "../evidence-match.ts";
import type { TargetDocuments } from "../target-documents.ts";
import type { Metric } from "./metric.ts";

/** The status that a citation of the case's evidence must have; null where the case leaves it open. */
const expectedStatus = ({ evalCase }: CaseRun): string | null => {
  const { status, notice } = evalCase.expect;
  if (status !== undefined) return status;
  const documents = new Set(evalCase.evidence.flatMap(({ anyOf }) => anyOf.map(({ document }) => document)));
  // With several documents the notice may be about one of them alone.
  return notice === "expired" && documents.size === 1 ? "expired" : null;
};

const errorOf = (
  citation: CitationReply,
  run: CaseRun,
  asOf: string,
  target: TargetDocuments,
): string | null => {
  const expected = expectedStatus(run);
  const isEvidence = run.evalCase.evidence
    .flatMap(({ anyOf }) => anyOf)
    .some((snippet) => quotesSnippet(citation, snippet, target));
  if (isEvidence && expected !== null && citation.status !== expected) {
    return `[${citation.index}] is cited as ${citation.status}, and is ${expected}`;
  }
  if (citation.status !== "in_force") return null;
  const document = target.document(citation.documentId);
  for (const period of [citation, ...(document === null ? [] : [document])]) {
    const status = statusOn(period, asOf);
    if (status === "expired" || status === "not_yet_effective") {
      return `[${citation.index}] is cited as in_force, and is ${status} on ${asOf}`;
    }
  }
  return null;
};

export const validityErrors: Metric = {
  name: "validityErrors",
  title: "Validity errors",
  better: "lower",
  definition:
    "Share of citations whose status is not the one that the case expects, or that are cited as in force outside the time that the citation or the target's document gives.",
  source: "This project's contract (validity is judged on the day asked for).",
  score: (run, target) => {
    const { reply } = run;
    if (reply === null || reply.refused || reply.citations.length === 0) return null;
    const findings = reply.citations.flatMap((citation) => errorOf(citation, run, reply.asOf, target) ?? []);
    return { hits: findings.length, total: reply.citations.length, findings };
  },
};
