import type { Context, Hono } from "hono";
import { streamSSE } from "hono/streaming";
import type { Question } from "../../answering/assistant.ts";
import { AnswerRequestSchema } from "../../contract/answer.ts";
import type { ChatCompletion, ChatCompletionChunk } from "../../contract/openai.ts";
import { ChatCompletionRequestSchema, MODEL_ID } from "../../contract/openai.ts";
import { PolicyError } from "../../policy/policy-error.ts";
import { answerReply } from "../answer-reply.ts";
import type { AppEnv } from "../app-env.ts";
import type { AppSettings } from "../app-settings.ts";
import { parseRequest } from "../invalid-request.ts";
import { completionQuestion } from "../openai/completion-question.ts";
import { completionAnnotations, completionText, statementText } from "../openai/completion-text.ts";
import { toOpenAiError } from "../openai/openai-error.ts";
import { asPolicyError, languageOf } from "../problem.ts";
import { readJson } from "../read-json.ts";
import { describeError } from "../request-log.ts";
import { requestSignal, throwIfStopped } from "../request-signal.ts";
import { requireDocuments } from "../require-documents.ts";
import type { Services } from "../services.ts";
import { toQuestion } from "../to-question.ts";

const ROUTE = "/v1/chat/completions";
const NO_TOKENS = { prompt_tokens: 0, completion_tokens: 0, total_tokens: 0 };

type Choice = ChatCompletionChunk["choices"][number];

const choice = (delta: Choice["delta"], finish: Choice["finish_reason"] = null): Choice => ({
  index: 0,
  delta,
  logprobs: null,
  finish_reason: finish,
});

export const modelNotFound = (): PolicyError =>
  new PolicyError({
    code: "model_not_found",
    status: 404,
    message: {
      zh: `没有这个模型；只有 ${MODEL_ID}。`,
      en: `There is no such model; there is ${MODEL_ID} only.`,
    },
  });

/** The events of one streamed answer, in OpenAI's form; the text is the same as without streaming. */
async function* chunksOf(
  services: Services,
  question: Question,
  signal: AbortSignal,
  origin: string,
): AsyncGenerator<Pick<ChatCompletionChunk, "choices" | "zhengwen">, void, undefined> {
  yield { choices: [choice({ role: "assistant", content: "" })] };
  let sent = "";
  let place = 0;
  for await (const event of services.assistant.stream(question, signal)) {
    if (event.type === "statement") {
      const text = statementText(event.statement, place);
      place += 1;
      sent += text;
      yield { choices: [choice({ content: text })] };
    } else if (event.type === "done") {
      const { answer } = event;
      yield { choices: [choice({ content: completionText(answer, origin).slice(sent.length) })] };
      const annotations = completionAnnotations(answer, origin);
      yield { choices: [choice({ annotations }, "stop")], zhengwen: answerReply(answer) };
      return;
    }
  }
  // The assistant stops without `done` when the signal is aborted: an answer that is not whole says so.
  throwIfStopped(signal);
  throw new Error("The assistant ended without an answer.");
}

/** POST /v1/chat/completions: a verified answer for every program that speaks OpenAI's chat completions. */
export const chatCompletionsRoute = (app: Hono<AppEnv>, services: Services, settings: AppSettings): void => {
  const originOf = (c: Context<AppEnv>): string => settings.publicOrigin ?? new URL(c.req.url).origin;

  const streamed = (
    c: Context<AppEnv>,
    head: Pick<ChatCompletion, "id" | "created" | "model">,
    { question, signal, withUsage }: { question: Question; signal: AbortSignal; withUsage: boolean },
  ): Response => {
    const requestId = c.get("requestId");
    const language = languageOf(c);
    const left = c.req.raw.signal;
    const origin = originOf(c);
    c.header("Cache-Control", "no-store");
    return streamSSE(c, async (stream) => {
      const started = performance.now();
      const common = { ...head, object: "chat.completion.chunk" as const };
      const send = (chunk: Pick<ChatCompletionChunk, "choices" | "zhengwen" | "usage">): Promise<void> =>
        stream.writeSSE({ data: JSON.stringify({ ...common, ...chunk } satisfies ChatCompletionChunk) });
      let outcome = "answered";
      try {
        for await (const chunk of chunksOf(services, question, signal, origin)) {
          await send(withUsage ? { ...chunk, usage: null } : chunk);
        }
        if (withUsage) await send({ choices: [], usage: NO_TOKENS });
      } catch (error) {
        const policyError = asPolicyError(error, left);
        outcome = policyError.code;
        if (policyError.status >= 500) {
          settings.log.error({ requestId, route: ROUTE, error: describeError(error) }, "stream failed");
        }
        await stream.writeSSE({ data: JSON.stringify(toOpenAiError(policyError, language)) });
      }
      await stream.writeSSE({ data: "[DONE]" });
      const ms = Math.round(performance.now() - started);
      settings.log.info({ requestId, route: ROUTE, outcome, ms }, "stream ended");
    });
  };

  app.post(ROUTE, async (c) => {
    const request = await readJson(c, ChatCompletionRequestSchema);
    if (request.model !== MODEL_ID) throw modelNotFound();
    const question = toQuestion(
      parseRequest(AnswerRequestSchema, completionQuestion(request), languageOf(c)),
    );
    await requireDocuments(await services.snapshot(), question.documentIds);
    const signal = requestSignal(c, settings);
    const head = {
      id: `chatcmpl-${crypto.randomUUID()}`,
      created: Math.floor(Date.now() / 1000),
      model: MODEL_ID,
    };
    if (request.stream === true) {
      const withUsage = request.stream_options?.include_usage === true;
      return streamed(c, head, { question, signal, withUsage });
    }
    const origin = originOf(c);
    try {
      const answer = await services.assistant.answer(question, signal);
      const message = {
        role: "assistant" as const,
        content: completionText(answer, origin),
        refusal: null,
        annotations: completionAnnotations(answer, origin),
      };
      return c.json({
        ...head,
        object: "chat.completion",
        choices: [{ index: 0, message, logprobs: null, finish_reason: "stop" }],
        usage: NO_TOKENS,
        zhengwen: answerReply(answer),
      } satisfies ChatCompletion);
    } catch (error) {
      throwIfStopped(signal);
      throw error;
    }
  });
};
