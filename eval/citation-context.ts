import type { CitationReply } from "../src/contract/common.ts";
import type { EvalCase } from "./case-schema.ts";
import type { DocumentSpan } from "./evidence-spans.ts";
import { evidenceSpans } from "./evidence-spans.ts";
import type { TargetDocuments } from "./target-documents.ts";

/** UTF-16 units that are shown before and after a citation. */
const AROUND = 120;

/** A piece of the original: cited, expected evidence, both or neither. */
export interface ContextPiece {
  readonly text: string;
  readonly cited: boolean;
  readonly expected: boolean;
}

/** A citation in the text it is from, as the target itself has it. */
export interface CitationContext {
  readonly index: number;
  readonly pieces: readonly ContextPiece[];
}

const covers = (spans: readonly DocumentSpan[], at: number): boolean =>
  spans.some((span) => span.start <= at && at < span.end);

/** The original around a citation, cut wherever what is cited or expected begins or ends. */
const contextOf = (
  citation: CitationReply,
  expected: readonly DocumentSpan[],
  target: TargetDocuments,
): CitationContext | null => {
  const text = target.text(citation.documentId);
  if (text === null) return null;
  const from = Math.max(0, citation.start - AROUND);
  const to = Math.min(text.length, citation.end + AROUND);
  const here = expected.filter((span) => span.documentId === citation.documentId);
  const cuts = [from, to, citation.start, citation.end, ...here.flatMap(({ start, end }) => [start, end])]
    .filter((at) => at >= from && at <= to)
    .toSorted((a, b) => a - b);
  const pieces = [...new Set(cuts)].flatMap((start, place, all) => {
    const end = all[place + 1];
    return end === undefined
      ? []
      : [
          {
            text: text.slice(start, end),
            cited: citation.start <= start && start < citation.end,
            expected: covers(here, start),
          },
        ];
  });
  return { index: citation.index, pieces };
};

/** What stands around each citation; a citation of a document that is not there has no context. */
export const citationContexts = (
  evalCase: EvalCase,
  citations: readonly CitationReply[],
  target: TargetDocuments,
): CitationContext[] => {
  const expected = evalCase.evidence
    .flatMap(({ anyOf }) => anyOf)
    .flatMap((snippet) => evidenceSpans(snippet, target));
  return citations.flatMap((citation) => contextOf(citation, expected, target) ?? []);
};
