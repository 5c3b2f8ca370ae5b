import type { Statement } from "../policy/answer.ts";
import type { Citation } from "../policy/citation.ts";
import type { ModelTrace } from "./answer-trace.ts";
import type { FoundEvidence } from "./composed-draft.ts";
import type { QuotedSpan, StatementDraft } from "./draft.ts";
import { frameInEnglish, frameWordedInEnglish } from "./frame-in-english.ts";
import { evidenceClauses } from "./generate-evidence.ts";
import { promptFor } from "./generate-prompt.ts";
import type { StatementGenerator } from "./generate-statements.ts";
import { verifyGenerated } from "./generate-verified.ts";
import type { VerifiedStatement } from "./generate-verified.ts";
import { CitationNumbers, numberCitations } from "./number-citations.ts";

/** A verified statement, with every citation of the answer so far. */
export interface WordedStatement {
  readonly statement: Statement;
  readonly citations: readonly Citation[];
  /** The document's own sentence, in the place of words of the model that it does not bear out. */
  readonly isRepaired: boolean;
}

const keyOf = ({ document, start, end }: QuotedSpan): string => `${document.documentId} ${start} ${end}`;

/** Tells what would repeat what was shown: the same text, or a sentence that was shown as it stands. */
class Repetitions {
  readonly #texts = new Set<string>();
  readonly #cited = new Set<string>();
  readonly #wholes = new Set<string>();

  get count(): number {
    return this.#texts.size;
  }

  has({ draft, isRepaired }: VerifiedStatement): boolean {
    const known = isRepaired ? this.#cited : this.#wholes;
    return this.#texts.has(draft.text) || draft.quotes.every((span) => known.has(keyOf(span)));
  }

  add({ draft, isRepaired }: VerifiedStatement): void {
    this.#texts.add(draft.text);
    for (const span of draft.quotes) {
      this.#cited.add(keyOf(span));
      if (isRepaired) this.#wholes.add(keyOf(span));
    }
  }
}

const inEnglish = ({ draft, isRepaired }: VerifiedStatement, asOf: string): StatementDraft =>
  isRepaired ? (frameInEnglish([draft], asOf)[0] ?? draft) : frameWordedInEnglish(draft, asOf);

/** Statements shown of one answer; a model that lists more is stopped. */
const MOST_STATEMENTS = 12;

/**
 * Lets a language model word the answer from the clauses that were found, and gives each statement once it is
 * verified; what is not is put right by the sentence it was worded from, or passed over. Leaving the loop or aborting `signal` closes the request.
 * @returns whether the model came to its own end
 */
export async function* generateAnswer(
  generate: StatementGenerator,
  chosen: readonly StatementDraft[],
  evidence: FoundEvidence,
  signal: AbortSignal | undefined,
  asked: Pick<ModelTrace, "verified">,
): AsyncGenerator<WordedStatement, boolean, undefined> {
  const { question, resolved, language } = evidence.analysis;
  const clauses = evidenceClauses(chosen, evidence);
  const numbers = new CitationNumbers(question.asOf);
  const said = new Repetitions();
  const leaving = new AbortController();
  const either = signal === undefined ? leaving.signal : AbortSignal.any([signal, leaving.signal]);
  try {
    const generated = generate(promptFor(resolved, clauses, question.asOf), either);
    for (;;) {
      const next = await generated.next();
      if (next.done === true) return next.value;
      if (said.count === MOST_STATEMENTS) return true;
      const from = performance.now();
      const verified = verifyGenerated(next.value, clauses, question.asOf);
      asked.verified(from, performance.now());
      if (verified === null || said.has(verified)) continue;
      const draft = language === "en" ? inEnglish(verified, question.asOf) : verified.draft;
      // The lock once more, at the door that every statement leaves through.
      if (numberCitations([draft], question.asOf).statements.length === 0) continue;
      said.add(verified);
      const citations = draft.quotes.map((span) => numbers.cite(span).index);
      yield {
        statement: { text: draft.text, citations, count: null },
        citations: numbers.citations,
        isRepaired: verified.isRepaired,
      };
    }
  } finally {
    leaving.abort();
  }
}
