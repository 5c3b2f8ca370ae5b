import type { Statement } from "../policy/answer.ts";
import type { Citation } from "../policy/citation.ts";
import type { FoundEvidence } from "./composed-draft.ts";
import type { StatementDraft } from "./draft.ts";
import { frameWordedInEnglish } from "./frame-in-english.ts";
import { evidenceClauses } from "./generate-evidence.ts";
import { promptFor } from "./generate-prompt.ts";
import type { StatementGenerator } from "./generate-statements.ts";
import { verifyGenerated } from "./generate-verified.ts";
import { CitationNumbers, numberCitations } from "./number-citations.ts";

/** A verified statement, with every citation of the answer so far. */
export interface WordedStatement {
  readonly statement: Statement;
  readonly citations: readonly Citation[];
}

/** Statements shown of one answer; a model that lists more is stopped. */
const MOST_STATEMENTS = 12;

/**
 * Lets a language model word the answer from the clauses that were found, and gives each statement once it is
 * verified; what is not verified is passed over. Leaving the loop or aborting `signal` closes the request.
 * @returns whether the model came to its own end
 */
export async function* generateAnswer(
  generate: StatementGenerator,
  chosen: readonly StatementDraft[],
  evidence: FoundEvidence,
  signal: AbortSignal | undefined,
): AsyncGenerator<WordedStatement, boolean, undefined> {
  const { question, resolved, language } = evidence.analysis;
  const clauses = evidenceClauses(chosen, evidence);
  const numbers = new CitationNumbers(question.asOf);
  const said = new Set<string>();
  const leaving = new AbortController();
  const either = signal === undefined ? leaving.signal : AbortSignal.any([signal, leaving.signal]);
  try {
    const generated = generate(promptFor(resolved, clauses, question.asOf), either);
    for (;;) {
      const next = await generated.next();
      if (next.done === true) return next.value;
      if (said.size === MOST_STATEMENTS) return true;
      const verified = verifyGenerated(next.value, clauses, question.asOf);
      if (verified === null || said.has(verified.text)) continue;
      const draft = language === "en" ? frameWordedInEnglish(verified, question.asOf) : verified;
      // The lock once more, at the door that every statement leaves through.
      if (numberCitations([draft], question.asOf).statements.length === 0) continue;
      said.add(verified.text);
      const citations = draft.quotes.map((span) => numbers.cite(span).index);
      yield { statement: { text: draft.text, citations, count: null }, citations: numbers.citations };
    }
  } finally {
    leaving.abort();
  }
}
