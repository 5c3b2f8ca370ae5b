import { AccessReplySchema } from "../contract/access.ts";
import { AnswerRequestSchema, AnswerSchema } from "../contract/answer.ts";
import { ChatRequestSchema } from "../contract/chat.ts";
import { CitationSchema, ProblemSchema } from "../contract/common.ts";
import { ExamplesReplySchema } from "../contract/examples.ts";
import {
  ClauseDetailSchema,
  ClauseSchema,
  DocumentListSchema,
  DocumentSchema,
} from "../contract/documents.ts";
import { MatchBatchRequestSchema, MatchReplySchema, MatchRequestSchema } from "../contract/match.ts";
import {
  ChatCompletionChunkSchema,
  ChatCompletionRequestSchema,
  ChatCompletionSchema,
  ModelListSchema,
  ModelSchema,
  OpenAiErrorSchema,
} from "../contract/openai.ts";
import { JsonRpcMessageSchema, JsonRpcReplySchema } from "../contract/mcp.ts";
import { IngestReplySchema, LastIngestReplySchema, UploadSchema } from "../contract/ingest.ts";
import { ReportReplySchema, ReportSchema } from "../contract/report.ts";
import { SearchReplySchema } from "../contract/search.ts";

/** Every schema that has a name in `/openapi.json`. */
export const SCHEMAS = {
  Access: AccessReplySchema,
  AnswerRequest: AnswerRequestSchema,
  Answer: AnswerSchema,
  ChatCompletion: ChatCompletionSchema,
  ChatCompletionChunk: ChatCompletionChunkSchema,
  ChatCompletionRequest: ChatCompletionRequestSchema,
  ChatRequest: ChatRequestSchema,
  Citation: CitationSchema,
  Clause: ClauseSchema,
  ClauseDetail: ClauseDetailSchema,
  Document: DocumentSchema,
  DocumentList: DocumentListSchema,
  ExamplesReply: ExamplesReplySchema,
  IngestReply: IngestReplySchema,
  JsonRpcMessage: JsonRpcMessageSchema,
  JsonRpcReply: JsonRpcReplySchema,
  LastIngest: LastIngestReplySchema,
  Match: MatchReplySchema,
  MatchBatchRequest: MatchBatchRequestSchema,
  MatchRequest: MatchRequestSchema,
  Model: ModelSchema,
  ModelList: ModelListSchema,
  OpenAiError: OpenAiErrorSchema,
  Problem: ProblemSchema,
  Report: ReportSchema,
  ReportReply: ReportReplySchema,
  SearchReply: SearchReplySchema,
  Upload: UploadSchema,
} as const;
type SchemaName = keyof typeof SCHEMAS;

/** Where a named schema stands. */
export const reference = (name: string): string => `#/components/schemas/${name}`;

/** A body of one media type. */
export const content = (type: string, name: SchemaName) => ({
  [type]: { schema: { $ref: reference(name) } },
});

/**
 * Server-sent events, of which the schema describes each one.
 * @param data - schema of what stands in the events as JSON; the last one is `[DONE]`
 */
export const eventStream = (data: object) => ({
  "text/event-stream": {
    schema: {
      type: "object",
      required: ["data"],
      properties: {
        data: {
          anyOf: [
            { type: "string", const: "[DONE]" },
            { type: "string", contentMediaType: "application/json", contentSchema: data },
          ],
        },
      },
    },
  },
});

/** What every route may reply. */
export const problem = {
  description: "RFC 9457 problem details with a stable code",
  content: content("application/problem+json", "Problem"),
};

/** By status: why a request that matches its schema can still be refused, beside what the schema cannot say. */
type Refusals = Readonly<Partial<Record<"404" | "422", string>>>;

/** Those refusals as responses, and every other problem. */
export const problems = (refusals: Refusals = {}) => ({
  ...Object.fromEntries(
    Object.entries(refusals).map(([status, description]) => [status, { ...problem, description }]),
  ),
  default: problem,
});

/** A JSON reply, or a problem. */
export const json = (name: SchemaName, refusals: Refusals = {}) => ({
  "200": { description: name, content: content("application/json", name) },
  ...problems(refusals),
});

/**
 * A reply whose first item has an address of its own.
 * @param path - the address, with `{id}`
 * @param pointer - where the id stands in the reply, as a JSON Pointer
 */
export const linked = <Responses extends { readonly "200": object }>(
  responses: Responses,
  path: string,
  pointer: string,
) => ({
  ...responses,
  "200": {
    ...responses["200"],
    links: {
      first: {
        operationRef: `#/paths/${path.replaceAll("/", "~1")}/get`,
        parameters: { id: `$response.body#${pointer}` },
      },
    },
  },
});

/** Why well-formed requests are refused, where several routes do so. */
export const REFUSED = {
  documents: "`document_not_found`: one of `documentIds` is not in the index",
  conversation:
    "`empty_question`, `question_too_long`: the last message of the user has nothing to read, or its parts are together longer than a question may be",
} as const;

/** A JSON body. */
export const body = (name: SchemaName) => ({ required: true, content: content("application/json", name) });

/** The id at the end of an address. */
export const pathId = (description: string) => ({
  name: "id",
  in: "path",
  required: true,
  description,
  schema: { type: "string" },
});
