import type { AnswerEvent, Assistant, Question } from "../answering/assistant.ts";
import type { IndexSnapshot } from "../clause-index/index-types.ts";
import type { MatchReply, MatchRequest } from "../contract/match.ts";
import type { Profile } from "../contract/profile.ts";
import type { Answer } from "../policy/answer.ts";
import { asksWhatApplies } from "./asks-what-applies.ts";
import { inSpan } from "./in-span.ts";
import { matchingAnswer, shownOf } from "./matching-answer.ts";

/** A question with the profile of the one who asks, where the request gives it. */
export interface AskedQuestion extends Question {
  readonly profile?: Profile;
}

interface Matching {
  snapshot(): Promise<Pick<IndexSnapshot, "getDocument">>;
  match(request: MatchRequest): Promise<MatchReply>;
}

/** So many measures are looked at for those that apply or may apply. */
const LOOKED_AT = 100;

/** The events of an answer that is there as a whole: each citation before the first statement that names it. */
function* eventsOf(answer: Answer): Generator<AnswerEvent, void, undefined> {
  const sent = new Set<number>();
  for (const statement of answer.statements) {
    for (const citation of answer.citations) {
      if (!statement.citations.includes(citation.index) || sent.has(citation.index)) continue;
      sent.add(citation.index);
      yield { type: "citation", citation };
    }
    yield { type: "statement", statement };
  }
  if (answer.refusal !== null) yield { type: "refusal", refusal: answer.refusal };
  for (const notice of answer.notices) yield { type: "notice", notice };
  yield { type: "done", answer };
}

/**
 * An assistant that answers 哪些政策适用于我 by matching the documents' measures with what the one who asks says of
 * themselves, in the profile, the question and the turns before it; all else is left to `assistant`.
 */
export const withMatching = (assistant: Assistant, matching: Matching): Assistant => {
  const match = (request: MatchRequest): Promise<MatchReply> =>
    inSpan("match", () => matching.match(request));
  const matched = async (question: AskedQuestion): Promise<Answer | null> => {
    const asked = asksWhatApplies(question.question, question.history, question.asOf);
    if (asked === null) return null;
    const started = performance.now();
    const { profile, documentIds, asOf } = question;
    const said = [profile?.description ?? "", asked.description].filter((each) => each !== "").join("。");
    const request = {
      profile: { ...profile, description: said.slice(0, 4_000) },
      asOf,
      limit: LOOKED_AT,
    };
    return inSpan("answer", async () => {
      const reply = await match(
        documentIds === null ? request : { ...request, documentIds: [...documentIds] },
      );
      // The question is about what is shown, not about all that a large index holds.
      const shown = [...new Set(shownOf(reply).map(({ citation }) => citation.documentId))];
      const near = shown.length === 0 ? reply : await match({ ...request, documentIds: shown });
      const snapshot = await matching.snapshot();
      return matchingAnswer(question.question, reply, {
        getDocument: (id) => snapshot.getDocument(id),
        missing: near.missing,
        startedAt: started,
      });
    });
  };
  return {
    answer: async (question, signal) => (await matched(question)) ?? assistant.answer(question, signal),
    stream: async function* stream(question, signal) {
      const answer = await matched(question);
      if (answer === null) yield* assistant.stream(question, signal);
      else if (signal?.aborted !== true) yield* eventsOf(answer);
    },
  };
};
