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

/** The stage in which a language model words the answer. */
export interface ModelTrace {
  /** One of its statements was checked, by marks of `performance.now()`. */
  verified(from: number, to: number): void;
  /** @param isComplete - whether the model came to its own end */
  end(isComplete: boolean): void;
}

/**
 * The OpenTelemetry spans of one answer, under the span in which it began: `answer`, and in it `understand`,
 * `search`, `compose`, `model` and `verify`, which stands within `model` for what a model said. No span holds anything of the question or the answer. Where no one
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

  /** The stage that asks a language model. */
  model(name: string): ModelTrace {
    const attributes: Attributes = { "gen_ai.operation.name": "chat", "gen_ai.request.model": name };
    const span = tracer.startSpan("model", { attributes }, this.#within);
    const within = trace.setSpan(this.#within, span);
    return {
      verified: (from, to) => tracer.startSpan("verify", { startTime: timeOf(from) }, within).end(timeOf(to)),
      end: (isComplete) => {
        if (!isComplete) span.setStatus({ code: SpanStatusCode.ERROR, message: "incomplete" });
        span.end();
      },
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
