import type { AnswerEvent } from "../answering/assistant.ts";
import type { IndexSnapshot } from "../clause-index/index-types.ts";
import type { Answer } from "../policy/answer.ts";
import { numbersOutside } from "../verification/number-lock.ts";

/** For tests: the answer that a stream of events ends with. */
export const answerOf = (events: readonly AnswerEvent[]): Answer => {
  const last = events.at(-1);
  if (last?.type !== "done") throw new RangeError("The stream did not end with an answer.");
  return last.answer;
};

/** For tests: the statements that a reader has seen. */
export const statementsIn = (events: readonly AnswerEvent[]): string[] =>
  events.flatMap((event) => (event.type === "statement" ? [event.statement.text] : []));

/** For tests: the notices that the model gave way or was cut short. */
export const fallbacksIn = (events: readonly AnswerEvent[]): string[] =>
  events.flatMap((event) =>
    event.type === "notice" && event.notice.kind === "model_fallback" ? [event.notice.text] : [],
  );

/** For tests: what makes an answer, without its id, its time and the notice that a model gave way. */
export const withoutModel = (answer: Answer): Omit<Answer, "id" | "timingMs"> => {
  const { id: _id, timingMs: _timing, ...rest } = answer;
  return { ...rest, notices: answer.notices.filter(({ kind }) => kind !== "model_fallback") };
};

/**
 * For tests: what is wrong with a stream of events. A statement comes after its citations; every quote is the
 * document's own text; every number of a statement stands in its citations; the end repeats what was shown.
 */
export const problemsIn = async (
  events: readonly AnswerEvent[],
  snapshot: IndexSnapshot,
): Promise<string[]> => {
  const problems: string[] = [];
  const answer = answerOf(events);
  const cited = new Set<number>();
  for (const event of events) {
    if (event.type === "citation") cited.add(event.citation.index);
    if (event.type !== "statement") continue;
    const { text, citations } = event.statement;
    if (citations.length === 0 || !citations.every((index) => cited.has(index)))
      problems.push(`before its citations: ${text}`);
  }
  if (statementsIn(events).join("\n") !== answer.statements.map(({ text }) => text).join("\n"))
    problems.push("the answer holds other statements than were shown");
  if (events.filter(({ type }) => type === "notice").length !== answer.notices.length)
    problems.push("the answer holds other notices than were shown");
  for (const { documentId, start, end, quote } of answer.citations) {
    const document = await snapshot.getDocument(documentId);
    if (document?.text.slice(start, end) !== quote) problems.push(`not a quote: ${quote}`);
  }
  for (const { text, citations } of answer.statements) {
    const sources = citations.flatMap((index) => {
      const citation = answer.citations[index - 1];
      return citation === undefined
        ? []
        : [citation.quote, citation.documentTitle, ...citation.path, citation.effectiveTo ?? ""];
    });
    for (const number of numbersOutside(text, sources)) problems.push(`outside the lock: ${number}`);
  }
  return problems;
};
