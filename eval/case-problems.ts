import type { EvalCase } from "./case-schema.ts";
import { compactText } from "./compact-text.ts";
import { nearestText } from "./nearest-text.ts";
import type { SourceDocuments } from "./source-documents.ts";

/** Tells what is wrong with a case when it is held against its sources; empty for one that can be used. */
export type CaseCheck = (evalCase: EvalCase) => string[];

/** A check against `documents`, which reads each of them once. */
export const caseCheck = (documents: SourceDocuments): CaseCheck => {
  const compacted = new Map<string, string>();
  return (evalCase) => {
    const problems: string[] = [];
    if (!evalCase.expect.refused && evalCase.evidence.length === 0) {
      problems.push(`${evalCase.id}: an answer is expected, but no evidence is given`);
    }
    const snippets = [
      ...evalCase.evidence.flatMap((entry) => entry.anyOf),
      ...(evalCase.forbiddenEvidence ?? []),
    ];
    for (const { document, snippet } of snippets) {
      const text = documents.get(document);
      if (text === undefined) {
        problems.push(
          `${evalCase.id}: there is no source “${document}” (known: ${[...documents.keys()].join(", ")})`,
        );
        continue;
      }
      const searched = compacted.get(document) ?? compactText(text);
      compacted.set(document, searched);
      if (!searched.includes(compactText(snippet))) {
        problems.push(
          `${evalCase.id}: “${snippet}” is not in ${document}; nearest: “${nearestText(text, snippet)}”`,
        );
      }
    }
    return problems;
  };
};
