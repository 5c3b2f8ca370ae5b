import { randomUUID } from "node:crypto";
import type { Answer, Refusal } from "../policy/answer.ts";
import { cite } from "../policy/citation.ts";
import { PolicyError } from "../policy/policy-error.ts";
import { RetrievalContext } from "../retrieval/retrieval-context.ts";
import type { RetrievalSources } from "../retrieval/retrieval-context.ts";
import { analyseQuestion } from "./analyse-question.ts";
import type { AnswerEvent, Assistant, Question } from "./assistant.ts";
import { composeExtractive } from "./compose-extractive.ts";
import type { AnswerDraft } from "./draft.ts";
import { numberCitations } from "./number-citations.ts";
import type { NumberedStatements } from "./number-citations.ts";
import { resolveFollowUp } from "./resolve-follow-up.ts";
import { validityNotices } from "./validity-notices.ts";

/** A language model behind an OpenAI-compatible address. */
export interface ModelSettings {
  readonly name: string;
  readonly baseUrl: string | null;
  readonly apiKey: string | null;
}

export interface AssistantOptions extends RetrievalSources {
  /** Words the answers where given; the same verification stands before the reader. */
  readonly model: ModelSettings | null;
}

const join = ({ statements }: NumberedStatements): string =>
  statements.map(({ text, citations }) => text + citations.map((index) => `[${index}]`).join("")).join("\n");

const refusalOf = (draft: AnswerDraft, asOf: string): Refusal => {
  if (draft.kind === "refusal") {
    return {
      reason: draft.reason,
      message: draft.message,
      nearest: draft.nearest.map((span, index) => cite(index + 1, span, asOf)),
    };
  }
  return { reason: "not_in_corpus", message: "找到的条款没有通过核对，因此不作回答。", nearest: [] };
};

/** The assistant over an index: understands, retrieves, composes, verifies, and answers or refuses. */
export const createAssistant = (options: AssistantOptions): Assistant => {
  let context: RetrievalContext | null = null;

  const currentContext = async (): Promise<RetrievalContext> => {
    const snapshot = await options.index.snapshot();
    if (context === null || context.snapshot !== snapshot)
      context = new RetrievalContext(snapshot, options.embedder);
    return context;
  };

  async function* stream(
    question: Question,
    signal?: AbortSignal,
  ): AsyncGenerator<AnswerEvent, void, undefined> {
    const started = performance.now();
    const isAborted = (): boolean => signal?.aborted ?? false;
    const reading = await currentContext();
    const resolved = resolveFollowUp(question.question, question.history);
    const analysis = await analyseQuestion(reading, question, resolved);
    const understood = performance.now();
    if (isAborted()) return;
    const { draft, searchedAt } = await composeExtractive(reading, analysis);
    const composed = performance.now();
    if (isAborted()) return;
    const numbered: NumberedStatements =
      draft.kind === "statements"
        ? numberCitations(draft.statements, question.asOf)
        : { statements: [], citations: [] };
    const refusal = numbered.statements.length === 0 ? refusalOf(draft, question.asOf) : null;
    const notices = validityNotices(numbered.citations);
    const verified = performance.now();

    for (const notice of notices) yield { type: "notice", notice };
    const sent = new Set<number>();
    for (const statement of numbered.statements) {
      for (const index of statement.citations) {
        const citation = numbered.citations[index - 1];
        if (citation === undefined || sent.has(index)) continue;
        sent.add(index);
        yield { type: "citation", citation };
      }
      if (isAborted()) return;
      yield { type: "statement", statement };
    }
    if (refusal !== null) yield { type: "refusal", refusal };
    const answer: Answer = {
      id: randomUUID(),
      resolvedQuestion: resolved,
      refused: refusal !== null,
      refusal,
      answer: refusal === null ? join(numbered) : refusal.message,
      statements: numbered.statements,
      citations: numbered.citations,
      notices,
      asOf: question.asOf,
      mode: "extractive",
      model: null,
      index: reading.snapshot.fingerprint,
      timingMs: {
        understand: understood - started,
        retrieve: searchedAt - understood,
        compose: composed - searchedAt,
        verify: verified - composed,
        total: performance.now() - started,
      },
    };
    yield { type: "done", answer };
  }

  const answer = async (question: Question, signal?: AbortSignal): Promise<Answer> => {
    for await (const event of stream(question, signal)) {
      if (event.type === "done") return event.answer;
    }
    throw new PolicyError({
      code: "aborted",
      status: 499,
      retryable: true,
      message: { zh: "提问已取消。", en: "The question was cancelled." },
    });
  };

  return { stream, answer };
};
