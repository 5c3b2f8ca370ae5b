import type { DocumentHead, IndexSnapshot } from "../clause-index/index-types.ts";
import type { Step } from "../policy/ahead-of-need.ts";
import type { Answer } from "../policy/answer.ts";
import { statusOn } from "../policy/validity.ts";
import { exampleCandidates, validityExample } from "./example-candidates.ts";
import type { ExampleCandidate } from "./example-candidates.ts";

const MOST_EXAMPLES = 5;
/** Where headings give less, validity is asked of more than one document. */
const FEWEST_EXAMPLES = 2;
/** Documents that are looked into, and questions of one of them that are tried: an answer takes some 30 ms. */
const MOST_DOCUMENTS = 8;
const MOST_TRIED_PER_DOCUMENT = 12;

/** Without the last one, `count` items spread over the list. */
const spread = <T>(items: readonly T[], count: number): readonly T[] => {
  const step = Math.max(1, items.length / count);
  return Array.from(
    { length: Math.min(count, items.length) },
    (_, place) => items[Math.floor(place * step)],
  ).filter((item) => item !== undefined);
};

/** An answer to the question of a heading is right where it cites what stands below the heading. */
const answersFrom = (answer: Answer, documentId: string, { clause }: ExampleCandidate): boolean =>
  !answer.refused &&
  answer.citations.length > 0 &&
  answer.citations.every(
    (citation) =>
      citation.documentId === documentId && citation.start >= clause.start && citation.end <= clause.wholeEnd,
  );

/** The latest first; those without a date last. */
const byDate = (a: DocumentHead, b: DocumentHead): number =>
  (b.publishedOn ?? b.effectiveFrom ?? "").localeCompare(a.publishedOn ?? a.effectiveFrom ?? "") ||
  (a.documentId < b.documentId ? -1 : 1);

/** Questions of one document that were tried and answered from where they should be. */
async function* answeredExamples(
  snapshot: IndexSnapshot,
  head: DocumentHead,
  ask: (question: string) => Promise<Answer>,
): AsyncGenerator<string, void, undefined> {
  const document = await snapshot.getDocument(head.documentId);
  if (document === null) return;
  for (const candidate of spread(exampleCandidates(document), MOST_TRIED_PER_DOCUMENT)) {
    const answer = await ask(candidate.question);
    if (answersFrom(answer, head.documentId, candidate)) yield candidate.question;
  }
}

/**
 * Questions to begin with, made of the headings of documents in force and of one document's validity. Every one
 * was asked, and answered from the passage that it is about: a question that would be refused is never offered.
 * @param ask - answers without a language model
 * @param today - `YYYY-MM-DD`
 * @param step - waited for before each question that is tried
 */
export const exampleQuestions = async (
  snapshot: IndexSnapshot,
  ask: (question: string) => Promise<Answer>,
  today: string,
  step: Step,
): Promise<readonly string[]> => {
  // Whoever asks something in earnest has the turn.
  const tried = async (question: string): Promise<Answer> => {
    await step();
    return ask(question);
  };
  const heads = (await snapshot.listDocuments()).toSorted(byDate);
  const usable = heads.filter((head) => ["in_force", "unknown"].includes(statusOn(head, today)));
  let open = usable.slice(0, MOST_DOCUMENTS).map((head) => answeredExamples(snapshot, head, tried));
  const questions: string[] = [];
  // One of each document in turn, until there are enough or none has another.
  while (open.length > 0 && questions.length < MOST_EXAMPLES - 1) {
    const left: typeof open = [];
    for (const examples of open) {
      if (questions.length >= MOST_EXAMPLES - 1) break;
      const next = await examples.next();
      if (next.done === true) continue;
      if (!questions.includes(next.value)) questions.push(next.value);
      left.push(examples);
    }
    open = left;
  }
  // A document that is no longer in force shows best what is told of validity.
  const dated = [...heads].toSorted((a, b) => Number(usable.includes(a)) - Number(usable.includes(b)));
  for (const head of dated.slice(0, MOST_DOCUMENTS)) {
    if (questions.length >= MOST_EXAMPLES) break;
    const question = validityExample(head);
    if (!(await tried(question)).refused) {
      questions.push(question);
      if (questions.length >= FEWEST_EXAMPLES) break;
    }
  }
  return questions;
};
