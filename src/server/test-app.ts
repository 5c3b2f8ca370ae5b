import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Hono } from "hono";
import { pino } from "pino";
import type { Logger } from "pino";
import type { AnswerEvent, Assistant, Question } from "../answering/assistant.ts";
import type { IndexSnapshot } from "../clause-index/index-types.ts";
import type { AccessSettings } from "./access/access-settings.ts";
import { TokenStore } from "./access/token-store.ts";
import type { AppEnv } from "./app-env.ts";
import { createApp } from "./app.ts";
import type { Services } from "./services.ts";
import { Traffic } from "./traffic.ts";
import type { Uploads } from "./uploads/uploads.ts";

const untouched = (): never => {
  throw new Error("The request should not have come this far.");
};

/** Shows that there is an index, and nothing of what it holds. */
const UNREAD_SNAPSHOT: IndexSnapshot = {
  fingerprint: "f1",
  generation: 1,
  documentCount: 0,
  chunkCount: 0,
  probe: untouched,
  verify: untouched,
  listDocuments: untouched,
  documentHashes: untouched,
  getDocument: untouched,
  clauseTrees: untouched,
  findDocumentOfClause: untouched,
  findDocumentsOfClauses: untouched,
  searchWords: untouched,
  searchBigrams: untouched,
  searchDense: untouched,
};

/** Services for tests of what surrounds the work: each method fails unless the test gives it. */
export const scriptedServices = (given: Partial<Services>): Services => {
  return {
    assistant: { stream: untouched, answer: untouched },
    snapshot: async () => UNREAD_SNAPSHOT,
    search: untouched,
    match: untouched,
    examples: untouched,
    readiness: async () => ({ index: false, model: false }),
    ...given,
  };
};

/** An assistant that follows a script, to bring about what a real one does only by accident. */
export const scriptedAssistant = (
  script: (question: Question, signal?: AbortSignal) => AsyncGenerator<AnswerEvent, void, undefined>,
): Assistant => ({
  stream: script,
  answer: async (question, signal) => {
    for await (const event of script(question, signal)) if (event.type === "done") return event.answer;
    signal?.throwIfAborted();
    throw new Error("The script ended without an answer.");
  },
});

/** The app over some services, without a port and without a log. */
export const testApp = (
  services: Services,
  settings: {
    readonly requestLimitMs?: number;
    readonly publicOrigin?: string;
    readonly stopping?: AbortSignal;
    readonly pageFolder?: string;
    readonly log?: Logger;
    readonly access?: Partial<AccessSettings>;
    readonly uploads?: Uploads;
    readonly dataFolder?: string;
    readonly reportFolder?: string;
  } = {},
): Hono<AppEnv> =>
  createApp(services, {
    host: "127.0.0.1",
    allowedHosts: settings.publicOrigin === undefined ? [] : [new URL(settings.publicOrigin).host],
    publicOrigin: settings.publicOrigin ?? null,
    access: {
      tokens: new TokenStore(null),
      tokenRequired: false,
      allowedOrigins: [],
      ratePerToken: null,
      ratePerAddress: null,
      concurrency: 100,
      behindProxy: false,
      ...settings.access,
    },
    uploads: settings.uploads ?? null,
    dataFolder: settings.dataFolder ?? null,
    reportFolder: settings.reportFolder ?? null,
    log: settings.log ?? pino({ level: "silent" }),
    pageFolder: settings.pageFolder ?? mkdtempSync(path.join(tmpdir(), "zhengwen-page-")),
    requestLimitMs: settings.requestLimitMs ?? 10_000,
    stopping: settings.stopping ?? new AbortController().signal,
    traffic: new Traffic(),
  });

/** A JSON request. */
export const postJson = (body: unknown, headers: Readonly<Record<string, string>> = {}): RequestInit => ({
  method: "POST",
  headers: { "content-type": "application/json", ...headers },
  body: typeof body === "string" ? body : JSON.stringify(body),
});
