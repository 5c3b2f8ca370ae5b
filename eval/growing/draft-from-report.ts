import type { Report } from "../../src/contract/report.ts";
import { locateQuote } from "../../src/verification/locate-quote.ts";
import type { Snippet } from "../evidence-match.ts";
import type { SourceDocuments } from "../source-documents.ts";
import type { Draft } from "./draft.ts";
import { draftId } from "./draft.ts";

/** A snippet is as short as it can be, so that it holds in whatever span is cited. */
const SNIPPET = 60;

const snippetOf = (
  { documentId, quote }: Report["citations"][number],
  documents: SourceDocuments,
): Snippet | null => {
  const short = quote.trim().slice(0, SNIPPET);
  const keys = [...documents].flatMap(([key, text]) => (locateQuote(text, short) === null ? [] : [key]));
  const key = keys.find((each) => each === documentId) ?? keys[0];
  return key === undefined ? null : { document: key, snippet: short };
};

const toDoOf = (report: Report, missing: number, evidence: readonly Snippet[]): string =>
  [
    report.comment === undefined ? "" : `The reader says: ${report.comment}`,
    missing > 0 ? `${missing} quotes of the report stand in no source: is the source missing?` : "",
    evidence.length === 0 && report.reason !== "should_refuse"
      ? "Add the evidence that should have been cited."
      : "",
    report.reason === "outdated"
      ? "Is the passage out of date? Then set expect.status and drop forbiddenEvidence."
      : "Is what was cited really wrong?",
  ]
    .filter((part) => part !== "")
    .join(" ");

/** A reported wrong citation as a case: the same question, which must not be answered by the same passage. */
export const draftFromReport = (report: Report, documents: SourceDocuments): Draft => {
  const wrong = report.citations.map((each) => snippetOf(each, documents));
  const right = report.expected.map((each) => snippetOf(each, documents));
  const evidence = right.filter((snippet) => snippet !== null);
  const forbidden = wrong.filter((snippet) => snippet !== null);
  const refused = report.reason === "should_refuse";
  const missing = wrong.length + right.length - evidence.length - forbidden.length;
  const key = evidence[0]?.document ?? forbidden[0]?.document ?? "report";
  return {
    accept: false,
    from: { kind: "report", name: report.id ?? "", clause: null },
    toDo: toDoOf(report, missing, evidence),
    case: {
      id: draftId(key, report.question),
      question: report.question,
      ...(report.history === undefined ? {} : { history: report.history }),
      ...(report.asOf === undefined ? {} : { asOf: report.asOf }),
      evidence: refused ? [] : evidence.map((snippet) => ({ anyOf: [snippet] })),
      ...(forbidden.length === 0 ? {} : { forbiddenEvidence: forbidden }),
      requiredFacts: [],
      expect: { refused, reasons: null, notice: null },
      tags: ["reported"],
      keptAside: false,
    },
  };
};
