import type { MiddlewareHandler } from "hono";
import { routePath } from "hono/route";
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from "prom-client";
import type { AnswerEvent, Assistant } from "../answering/assistant.ts";
import type { Answer } from "../policy/answer.ts";
import type { AppEnv } from "./app-env.ts";
import type { Services } from "./services.ts";

const SECONDS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120];
const STAGES = ["understand", "retrieve", "compose", "verify", "total"] as const;

/** What the server counts of itself; nothing of a question, an answer or a client is in it. */
export interface Metrics {
  /** Counts each request by its route pattern. */
  readonly middleware: MiddlewareHandler<AppEnv>;
  /** The same assistant, its answers counted and their stages timed. */
  observed(assistant: Assistant): Assistant;
  /** Everything in Prometheus' text format, and its content type. */
  text(): Promise<{ readonly body: string; readonly contentType: string }>;
}

/** The metrics of one server, in a registry of its own. */
export const createMetrics = (services: Pick<Services, "snapshot">): Metrics => {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Counter({
    name: "zhengwen_http_requests_total",
    help: "Requests by method, route pattern and status",
    labelNames: ["method", "route", "status"],
    registers,
  });
  const requestSeconds = new Histogram({
    name: "zhengwen_http_request_seconds",
    help: "Time until a reply begins, by route pattern",
    labelNames: ["route"],
    buckets: SECONDS,
    registers,
  });
  const running = new Gauge({
    name: "zhengwen_http_requests_running",
    help: "Requests whose reply has not begun",
    registers,
  });
  const answers = new Counter({
    name: "zhengwen_answers_total",
    help: "Answers by outcome (answered, or the reason of the refusal) and mode",
    labelNames: ["outcome", "mode"],
    registers,
  });
  const answerSeconds = new Histogram({
    name: "zhengwen_answer_seconds",
    help: "Time of the stages of an answer",
    labelNames: ["stage"],
    buckets: SECONDS,
    registers,
  });
  const documents = new Gauge({
    name: "zhengwen_index_documents",
    help: "Documents in the index",
    registers,
  });
  const chunks = new Gauge({ name: "zhengwen_index_chunks", help: "Chunks in the index", registers });

  const count = ({ refusal, mode, timingMs }: Answer): void => {
    answers.inc({ outcome: refusal?.reason ?? "answered", mode });
    for (const stage of STAGES) answerSeconds.observe({ stage }, timingMs[stage] / 1000);
  };

  async function* counted(
    events: AsyncGenerator<AnswerEvent, void, undefined>,
  ): AsyncGenerator<AnswerEvent, void, undefined> {
    for await (const event of events) {
      if (event.type === "done") count(event.answer);
      yield event;
    }
  }

  return {
    middleware: async (c, next) => {
      const started = performance.now();
      running.inc();
      try {
        await next();
      } finally {
        running.dec();
      }
      const route = routePath(c, -1);
      requests.inc({ method: c.req.method, route, status: c.res.status });
      requestSeconds.observe({ route }, (performance.now() - started) / 1000);
    },
    observed: (assistant) => ({
      stream: (question, signal) => counted(assistant.stream(question, signal)),
      answer: async (question, signal) => {
        const answer = await assistant.answer(question, signal);
        count(answer);
        return answer;
      },
    }),
    text: async () => {
      const snapshot = await services.snapshot().catch(() => null);
      documents.set(snapshot?.documentCount ?? 0);
      chunks.set(snapshot?.chunkCount ?? 0);
      return { body: await registry.metrics(), contentType: registry.contentType };
    },
  };
};
