import { randomUUID } from "node:crypto";
import { availableParallelism } from "node:os";
import type { GiveWay } from "../policy/ahead-of-need.ts";
import type { Answer, Refusal, Statement } from "../policy/answer.ts";
import { cite } from "../policy/citation.ts";
import { PolicyError } from "../policy/policy-error.ts";
import { RetrievalContext } from "../retrieval/retrieval-context.ts";
import type { RetrievalSources } from "../retrieval/retrieval-context.ts";
import { AnswerTrace } from "./answer-trace.ts";
import { analyseQuestion } from "./analyse-question.ts";
import type { AnswerEvent, Assistant, Question } from "./assistant.ts";
import { composeExtractive } from "./compose-extractive.ts";
import type { AnswerDraft, StatementDraft } from "./draft.ts";
import { frameInEnglish } from "./frame-in-english.ts";
import { generateAnswer } from "./generate-answer.ts";
import type { ModelSettings } from "./generate-model.ts";
import { createStatementGenerator } from "./generate-statements.ts";
import type { ModelTimeouts } from "./generate-statements.ts";
import { MODEL_FALLBACKS } from "./model-fallback.ts";
import { numberCitations } from "./number-citations.ts";
import type { NumberedStatements } from "./number-citations.ts";
import { resolveFollowUp } from "./resolve-follow-up.ts";
import { ShownAnswer } from "./shown-answer.ts";
import { Turns } from "./turns.ts";
import { validityNotices } from "./validity-notices.ts";
import { warmUp } from "./warm-up.ts";

export type { ModelSettings } from "./generate-model.ts";

export interface AssistantOptions extends RetrievalSources {
  /** Words the answers where given; the same verification stands before the reader. */
  readonly model: ModelSettings | null;
  /** How long the model is waited for; a minute in all where nothing is given. */
  readonly modelTimeouts?: ModelTimeouts;
}

/** Questions whose answers are looked for at a time; enough for an index in a bucket, which mostly waits. */
const AT_A_TIME = Math.max(8, 2 * availableParallelism());

export interface IndexAssistant extends Assistant {
  /** Reads ahead what first questions would wait for; ends where `giveWay` says so, or another index is read. */
  warmUp(giveWay: GiveWay): Promise<void>;
}

const join = (statements: readonly Statement[]): string =>
  statements.map(({ text, citations }) => text + citations.map((index) => `[${index}]`).join("")).join("\n");

const UNVERIFIED: Readonly<Record<"zh" | "en", string>> = {
  zh: "找到的条款没有通过核对，因此不作回答。",
  en: "The clauses that were found did not pass verification, so there is no answer.",
};

const refusalOf = (draft: AnswerDraft, asOf: string, language: "zh" | "en"): Refusal => {
  if (draft.kind === "refusal") {
    return {
      reason: draft.reason,
      message: draft.message,
      nearest: draft.nearest.map((span, index) => cite(index + 1, span, asOf)),
    };
  }
  return { reason: "not_in_corpus", message: UNVERIFIED[language], nearest: [] };
};

/**
 * Whether a model may word the draft: it was found by searching. A clause that was asked for by its address, a
 * count or a period is exact as it is.
 */
const mayBeWorded = (statements: readonly StatementDraft[], candidates: readonly unknown[]): boolean =>
  candidates.length > 0 && statements.every(({ count }) => count === null);

/** The assistant over an index: understands, retrieves, composes, verifies, and answers or refuses. */
export const createAssistant = (options: AssistantOptions): IndexAssistant => {
  let context: RetrievalContext | null = null;
  const { model } = options;
  const generate = model === null ? null : createStatementGenerator(model, options.modelTimeouts);

  const turns = new Turns(AT_A_TIME);

  const currentContext = async (): Promise<RetrievalContext> => {
    const snapshot = await options.index.snapshot();
    if (context === null || context.snapshot !== snapshot)
      context = new RetrievalContext(snapshot, options.embedder, options.reader, options.vocabulary);
    return context;
  };

  async function* stream(
    question: Question,
    signal?: AbortSignal,
  ): AsyncGenerator<AnswerEvent, void, undefined> {
    const spans = new AnswerTrace();
    try {
      yield* answerSteps(question, spans, signal);
    } catch (error) {
      spans.fail(error);
      throw error;
    } finally {
      spans.end();
    }
  }

  /** Understands a question and composes an answer from the clauses that were found; null where it was aborted. */
  const find = async (question: Question, spans: AnswerTrace, isAborted: () => boolean) => {
    const started = performance.now();
    const reading = await currentContext();
    const resolved = resolveFollowUp(question.question, question.history);
    const analysis = await analyseQuestion(reading, question, resolved);
    const understood = performance.now();
    spans.stage("understand", started, understood);
    if (isAborted()) return null;
    const { draft, evidence, searchedAt } = await composeExtractive(reading, analysis);
    spans.stage("search", understood, searchedAt);
    spans.stage("compose", searchedAt, performance.now());
    if (isAborted()) return null;
    const { language } = analysis;
    return { reading, resolved, language, draft, evidence, started, understood, searchedAt };
  };

  async function* answerSteps(
    question: Question,
    spans: AnswerTrace,
    signal?: AbortSignal,
  ): AsyncGenerator<AnswerEvent, void, undefined> {
    const begun = performance.now();
    const isAborted = (): boolean => signal?.aborted ?? false;
    const endTurn = await turns.take(signal);
    if (endTurn === null) return;
    // A model is waited for without a turn: it takes none of this machine's time.
    const found = await find(question, spans, isAborted).finally(endTurn);
    if (found === null) return;
    const { reading, resolved, language, draft, evidence, started, understood, searchedAt } = found;
    const shown = new ShownAnswer();
    let wasAsked = false;
    let hasOwnWords = false;

    if (
      generate !== null &&
      draft.kind === "statements" &&
      mayBeWorded(draft.statements, evidence.candidates)
    ) {
      wasAsked = true;
      const asked = spans.model(model?.name ?? "");
      const worded = generateAnswer(generate, draft.statements, evidence, signal, asked);
      let isComplete = false;
      try {
        for (let next = await worded.next(); ; next = await worded.next()) {
          if (isAborted()) return;
          if (next.done === true) {
            isComplete = next.value;
            break;
          }
          const { statement, citations, isRepaired } = next.value;
          hasOwnWords ||= !isRepaired;
          if (isRepaired) yield* shown.notify([MODEL_FALLBACKS[language].repaired]);
          yield* shown.notify(validityNotices(citations, language));
          yield* shown.show(statement, citations);
        }
      } finally {
        asked.end(isComplete);
        // Closes the request to the model when the reader leaves.
        await worded.return(false);
      }
      if (!isComplete && shown.statements.length > 0)
        yield* shown.notify([MODEL_FALLBACKS[language].cutShort]);
    }
    const isWorded = shown.statements.length > 0;
    const composed = performance.now();

    let refusal: Refusal | null = null;
    let verified = composed;
    if (!isWorded) {
      const numbered: NumberedStatements =
        draft.kind === "statements"
          ? numberCitations(
              language === "en" ? frameInEnglish(draft.statements, question.asOf) : draft.statements,
              question.asOf,
            )
          : { statements: [], citations: [] };
      refusal = numbered.statements.length === 0 ? refusalOf(draft, question.asOf, language) : null;
      verified = performance.now();
      spans.stage("verify", composed, verified);
      yield* shown.notify(validityNotices(numbered.citations, language));
      if (wasAsked && refusal === null) yield* shown.notify([MODEL_FALLBACKS[language].notWorded]);
      for (const statement of numbered.statements) {
        if (isAborted()) return;
        yield* shown.show(statement, numbered.citations);
      }
      if (refusal !== null) yield { type: "refusal", refusal };
    }
    const answer: Answer = {
      id: randomUUID(),
      resolvedQuestion: resolved,
      refused: refusal !== null,
      refusal,
      answer: refusal === null ? join(shown.statements) : refusal.message,
      statements: shown.statements,
      citations: shown.citations,
      notices: shown.notices,
      asOf: question.asOf,
      // Where sentences of the documents stand for all that the model said, nothing of it is left.
      mode: hasOwnWords ? "model" : "extractive",
      model: hasOwnWords && model !== null ? model.name : null,
      index: reading.snapshot.fingerprint,
      timingMs: {
        understand: understood - started,
        retrieve: searchedAt - understood,
        compose: composed - searchedAt,
        verify: verified - composed,
        total: performance.now() - begun,
      },
    };
    spans.tell(answer);
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

  return {
    stream,
    answer,
    warmUp: async (giveWay) => {
      const reading = await currentContext();
      await warmUp(reading, async (wanted) => (await giveWay(wanted)) && context === reading);
    },
  };
};
