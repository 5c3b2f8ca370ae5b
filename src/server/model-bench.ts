import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { inspect } from "node:util";
import { afterAll, afterEach, beforeAll, beforeEach, vi } from "vitest";
import type { AnswerEvent, Assistant, Question } from "../answering/assistant.ts";
import { createAssistant } from "../answering/create-assistant.ts";
import type { ModelTimeouts } from "../answering/generate-statements.ts";
import { ingestPaths } from "../ingest/ingest.ts";
import type { Answer } from "../policy/answer.ts";
import { answerOf, fallbacksIn, problemsIn, withoutModel } from "./model-answer-checks.ts";
import { openServices } from "./open-services.ts";
import type { OpenServices } from "./open-services.ts";
import { sendAll, startScriptedModel } from "./scripted-model.ts";
import type { ModelRequest, ModelScript, ScriptedModel } from "./scripted-model.ts";

/** One of the seeds: half the time of both. */
const SEED = fileURLToPath(new URL("../../seeds/zhongguancun-plan-2011-2015.txt", import.meta.url));
/** The assistant's key, which nobody but the model's server may see. */
export const KEY = "sk-not-for-readers";
const SECRETS = /sk-not-for-readers|upstream secret/;

/** Milliseconds that no test lasts: a limit that is not the one under test. */
export const NEVER = 600_000;

/** Words of the sentence that answers `QUESTION`, and an honest statement of it. */
export const FUND = "由市政府5年出资500亿元";
export const HONEST = "由市政府5年出资500亿元，完善重大科技成果转化和产业化资金统筹机制。";

/** For tests: a question as it is asked today. */
export const ask = (question: string): Question => ({
  question,
  history: [],
  asOf: "2026-11-22",
  documentIds: null,
});
export const QUESTION = ask("市政府5年出资多少亿元支持重大科技成果转化和产业化？");

interface Said {
  readonly text: string;
  readonly quotes: readonly { readonly clause: string; readonly quote: string }[];
}
/** For tests: statements as a model writes them. */
export const elements = (...said: readonly Said[]): string => JSON.stringify({ elements: said });
/** For tests: the quote that bears out `HONEST`. */
export const fundQuote = (request: ModelRequest): Said["quotes"][number] => ({
  clause: request.handleOf(FUND),
  quote: FUND,
});
export const honestOf = (request: ModelRequest): Said => ({ text: HONEST, quotes: [fundQuote(request)] });
/** For tests: a model that says `text` with that quote. */
export const saying =
  (text: string): ModelScript =>
  (request, reply) =>
    sendAll(reply, elements({ text, quotes: [fundQuote(request)] }));
export const honest = saying(HONEST);
/** For tests: a server that answers with an error, and tells more in it than a reader may know. */
export const failing =
  (status: number, headers: Readonly<Record<string, string>> = {}): ModelScript =>
  (_request, reply) => {
    reply.writeHead(status, { "content-type": "application/json", ...headers });
    reply.end(JSON.stringify({ error: { message: `upstream secret, key ${KEY}`, type: "x", code: "y" } }));
  };

/** An index with a seed, an assistant with a scripted model, and one without. */
export interface ModelBench {
  readonly upstream: ScriptedModel;
  readonly assistant: Assistant;
  /** The same with other limits. */
  assistantWith(timeouts: ModelTimeouts): Assistant;
  readonly keyFree: Assistant;
  run(question?: Question, signal?: AbortSignal): Promise<AnswerEvent[]>;
  /** What is wrong with some events; empty for nothing. */
  problems(events: readonly AnswerEvent[]): Promise<string[]>;
  /** What became of `QUESTION`: to be compared with `keyFreeOutcome`. */
  outcome(): Promise<unknown>;
  /** The outcome where the model gives way: the key-free answer, with one notice. */
  keyFreeOutcome(): unknown;
}

/**
 * For tests: sets the bench up around the tests of a file, a fresh model server for each test. No test may let
 * the key or what the provider said of an error reach an output.
 * @param documents - further files by name
 */
export const useModelBench = (documents: Readonly<Record<string, string>> = {}): ModelBench => {
  let folder: string;
  let services: OpenServices;
  let upstream: ScriptedModel;
  let assistant: Assistant;
  let plain: Answer;
  const written: string[] = [];

  const assistantWith = (modelTimeouts: ModelTimeouts): Assistant =>
    createAssistant({
      index: { snapshot: () => services.snapshot() },
      embedder: services.embedder,
      reader: services.reader,
      model: { name: "test-model", baseUrl: upstream.baseUrl, apiKey: KEY },
      modelTimeouts,
    });

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "zhengwen-model-"));
    const paths = [SEED];
    for (const [name, text] of Object.entries(documents)) {
      const file = path.join(folder, name);
      await writeFile(file, text);
      paths.push(file);
    }
    services = openServices({ dataDir: path.join(folder, "index"), model: null });
    await services.load();
    await ingestPaths(paths, { index: services.index, embedder: services.embedder });
    plain = await services.assistant.answer(QUESTION);
  });
  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  beforeEach(async () => {
    upstream = await startScriptedModel();
    assistant = assistantWith({ totalMs: NEVER, firstChunkMs: 3_000, chunkMs: 1_500 });
    written.length = 0;
    for (const output of [process.stdout, process.stderr]) {
      vi.spyOn(output, "write").mockImplementation((text) => {
        written.push(String(text));
        return true;
      });
    }
    for (const method of ["debug", "error", "info", "log", "warn"] as const) {
      vi.spyOn(console, method).mockImplementation((...values: readonly unknown[]) => {
        written.push(values.map((value) => inspect(value, { depth: 9 })).join(" "));
      });
    }
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    await upstream.close();
    if (SECRETS.test(written.join(""))) throw new Error("A secret was printed.");
  });

  const run: ModelBench["run"] = async (question = QUESTION, signal) => {
    const events: AnswerEvent[] = [];
    for await (const event of assistant.stream(question, signal)) events.push(event);
    return events;
  };
  const problems: ModelBench["problems"] = async (events) => [
    ...(await problemsIn(events, await services.snapshot())),
    ...(SECRETS.test(JSON.stringify(events)) ? ["a secret was told"] : []),
  ];
  return {
    get upstream() {
      return upstream;
    },
    get assistant() {
      return assistant;
    },
    assistantWith,
    get keyFree() {
      return services.assistant;
    },
    run,
    problems,
    outcome: async () => {
      const events = await run();
      return {
        problems: await problems(events),
        notices: fallbacksIn(events).length,
        answer: withoutModel(answerOf(events)),
      };
    },
    keyFreeOutcome: () => ({ problems: [], notices: 1, answer: withoutModel(plain) }),
  };
};
