import type { z } from "zod";
import { AccessReplySchema } from "../contract/access.ts";
import type { AnswerRequestSchema } from "../contract/answer.ts";
import { AnswerSchema } from "../contract/answer.ts";
import type { ChatRequestSchema } from "../contract/chat.ts";
import { ClauseDetailSchema, DocumentListSchema, DocumentSchema } from "../contract/documents.ts";
import { IngestReplySchema } from "../contract/ingest.ts";
import type { MatchBatchRequestSchema, MatchRequestSchema } from "../contract/match.ts";
import { MatchReplySchema } from "../contract/match.ts";
import type { ReportSchema } from "../contract/report.ts";
import { ReportReplySchema } from "../contract/report.ts";
import { SearchReplySchema } from "../contract/search.ts";
import { ClientError } from "./client-error.ts";
import type { ChatEvent } from "./read-chat.ts";
import { readChat } from "./read-chat.ts";
import type { ClientOptions, ClientRequest } from "./send-request.ts";
import { sendRequest } from "./send-request.ts";

/** What a search asks for, beside its words. */
export interface SearchOptions {
  readonly limit?: number;
  /** `YYYY-MM-DD` */
  readonly asOf?: string;
  readonly status?: "in_force" | "any";
}

type Reply<S extends z.ZodType> = Promise<z.output<S>>;

/** The server's routes as functions. All of them throw `ClientError`; replies are checked against the contract. */
export interface Client {
  /** A verified answer, or a refusal. */
  answer(request: z.input<typeof AnswerRequestSchema>, signal?: AbortSignal): Reply<typeof AnswerSchema>;
  /** The same as it comes to be; leaving the loop ends the request. */
  chat(
    request: z.input<typeof ChatRequestSchema>,
    signal?: AbortSignal,
  ): AsyncGenerator<ChatEvent, void, undefined>;
  search(query: string, options?: SearchOptions, signal?: AbortSignal): Reply<typeof SearchReplySchema>;
  documents(signal?: AbortSignal): Reply<typeof DocumentListSchema>;
  document(documentId: string, signal?: AbortSignal): Reply<typeof DocumentSchema>;
  clause(clauseId: string, signal?: AbortSignal): Reply<typeof ClauseDetailSchema>;
  match(request: z.input<typeof MatchRequestSchema>, signal?: AbortSignal): Reply<typeof MatchReplySchema>;
  /** A table of clients in, a table of measures out; both are CSV. */
  matchBatch(request: z.input<typeof MatchBatchRequestSchema>, signal?: AbortSignal): Promise<string>;
  /** Tells the operator of a wrong or outdated citation. */
  report(report: z.input<typeof ReportSchema>, signal?: AbortSignal): Reply<typeof ReportReplySchema>;
  /** Needs a token with the scope `ingest`. */
  upload(file: File, signal?: AbortSignal): Reply<typeof IngestReplySchema>;
  /** Whether a token is needed, and what this one allows. */
  access(signal?: AbortSignal): Reply<typeof AccessReplySchema>;
  /** The address of a page of this server, for `url` of a citation. */
  linkTo(url: string): string;
}

const checked = async <S extends z.ZodType>(schema: S, response: Response): Promise<z.output<S>> => {
  const { status } = response;
  const body: unknown = await response.json().catch(() => null);
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  throw new ClientError("The reply is not what the contract says.", {
    status,
    code: "unexpected_reply",
    cause: parsed.error,
  });
};

/** A client of the server, for browsers and for Node. */
export const createClient = (options: ClientOptions = {}): Client => {
  const call = async <S extends z.ZodType>(schema: S, request: ClientRequest): Promise<z.output<S>> =>
    checked(schema, await sendRequest(options, request));
  const get = <S extends z.ZodType>(schema: S, path: string, signal?: AbortSignal) =>
    call(schema, { method: "GET", path, signal });
  const post = <S extends z.ZodType>(schema: S, path: string, json: unknown, signal?: AbortSignal) =>
    call(schema, { method: "POST", path, json, signal });
  return {
    answer: (request, signal) => post(AnswerSchema, "/api/answer", request, signal),
    chat: async function* chat(request, signal) {
      const response = await sendRequest(options, {
        method: "POST",
        path: "/api/chat",
        json: request,
        signal,
      });
      if (response.body === null) return;
      yield* readChat(response.body);
    },
    search: (query, { limit, asOf, status } = {}, signal) => {
      const parameters = new URLSearchParams({ q: query });
      for (const [name, value] of Object.entries({ limit, asOf, status })) {
        if (value !== undefined) parameters.set(name, String(value));
      }
      return get(SearchReplySchema, `/api/search?${parameters.toString()}`, signal);
    },
    documents: (signal) => get(DocumentListSchema, "/api/documents", signal),
    document: (id, signal) => get(DocumentSchema, `/api/documents/${encodeURIComponent(id)}`, signal),
    clause: (id, signal) => get(ClauseDetailSchema, `/api/clauses/${encodeURIComponent(id)}`, signal),
    match: (request, signal) => post(MatchReplySchema, "/api/match", request, signal),
    matchBatch: async (request, signal) =>
      (
        await sendRequest(options, { method: "POST", path: "/api/match/batch", json: request, signal })
      ).text(),
    report: (report, signal) => post(ReportReplySchema, "/api/reports", report, signal),
    upload: (file, signal) => {
      const form = new FormData();
      form.append("file", file);
      return call(IngestReplySchema, { method: "POST", path: "/api/documents", form, signal });
    },
    access: (signal) => get(AccessReplySchema, "/api/access", signal),
    linkTo: (url) => `${(options.baseUrl ?? "").replace(/\/+$/, "")}${url}`,
  };
};
