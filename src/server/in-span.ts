import { SpanStatusCode, trace } from "@opentelemetry/api";

const tracer = trace.getTracer("zhengwen");

/** Runs `work` in a span of this name; what it throws marks the span by its name alone. */
export const inSpan = <T>(name: string, work: () => Promise<T>): Promise<T> =>
  tracer.startActiveSpan(name, async (span) => {
    try {
      return await work();
    } catch (error) {
      span.setStatus({ code: SpanStatusCode.ERROR, message: error instanceof Error ? error.name : "error" });
      throw error;
    } finally {
      span.end();
    }
  });
