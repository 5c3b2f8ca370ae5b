import { SpanStatusCode, context, trace } from "@opentelemetry/api";
import type { Attributes, Context, Span } from "@opentelemetry/api";
import type { Answer } from "../policy/answer.ts";

const tracer = trace.getTracer("zhengwen");

/** Milliseconds of `performance.now()` as the time of a span. */
const timeOf = (mark: number): number => performance.timeOrigin + mark;

const fail = (span: Span, error: unknown): void => {
  // The name alone: messages can hold the question.
  const name = error instanceof Error ? error.name : "error";
  span.setStatus({ code: SpanStatusCode.ERROR, message: name });
};

/**
 * The OpenTelemetry spans of one answer, under the span in which it began: `answer`, and in it `understand`,
 * `search`, `compose`, `model` and `verify`. No span holds anything of the question or the answer. Where no one
 * collects spans, all of this does nothing.
 */
export class AnswerTrace {
  readonly #span: Span;
  readonly #within: Context;

  constructor() {
    this.#span = tracer.startSpan("answer");
    this.#within = trace.setSpan(context.active(), this.#span);
  }

  /** A stage that is over, by marks of `performance.now()`. */
  stage(name: "understand" | "search" | "compose" | "verify", from: number, to: number): void {
    tracer.startSpan(name, { startTime: timeOf(from) }, this.#within).end(timeOf(to));
  }

  /** The stage that asks a language model. @returns ends it: whether the model came to its own end */
  model(name: string): (isComplete: boolean) => void {
    const attributes: Attributes = { "gen_ai.operation.name": "chat", "gen_ai.request.model": name };
    const span = tracer.startSpan("model", { attributes }, this.#within);
    return (isComplete) => {
      if (!isComplete) span.setStatus({ code: SpanStatusCode.ERROR, message: "incomplete" });
      span.end();
    };
  }

  /** What came of it, in numbers and reasons. */
  tell({ refusal, mode, statements, citations, index }: Answer): void {
    this.#span.setAttributes({
      "zhengwen.outcome": refusal?.reason ?? "answered",
      "zhengwen.mode": mode,
      "zhengwen.statements": statements.length,
      "zhengwen.citations": citations.length,
      "zhengwen.index": index,
    });
  }

  fail(error: unknown): void {
    fail(this.#span, error);
  }

  end(): void {
    this.#span.end();
  }
}
