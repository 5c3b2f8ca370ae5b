import { z } from "zod";
import { DocumentListQuerySchema } from "../contract/documents.ts";
import { SearchQuerySchema } from "../contract/search.ts";
import { openPaths } from "./openapi-open-paths.ts";
import {
  REFUSED,
  SCHEMAS,
  body,
  content,
  eventStream,
  json,
  linked,
  pathId,
  problem,
  problems,
  reference,
} from "./openapi-parts.ts";

/** Each property of a query string as a parameter, as the contract's schema describes it. */
const queryParameters = (query: z.ZodType) => {
  const { properties = {}, required = [] } = z.toJSONSchema(query, {
    io: "input",
    unrepresentable: "any",
  });
  return Object.entries(properties).map(([name, schema]) => ({
    name,
    in: "query",
    required: required.includes(name),
    schema,
  }));
};

const componentSchemas = (): Record<string, unknown> => {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(SCHEMAS)) registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, { io: "input", unrepresentable: "any", uri: reference });
  // Inside one OpenAPI document a schema is named by its place, not by an address of its own.
  return Object.fromEntries(
    Object.entries(schemas).map(([id, { $id: _address, $schema: _dialect, ...schema }]) => [id, schema]),
  );
};

/** As much of an OpenAPI document as is told of its shape here. */
export interface OpenApiDocument {
  readonly openapi: string;
  readonly info: Readonly<Record<string, unknown>>;
  /** By address, then by method in lower case. */
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, unknown>> };
}

/** The contract as an OpenAPI 3.1 document, made from the same Zod schemas that the server validates with. */
export const openApi = (): OpenApiDocument => ({
  openapi: "3.1.0",
  info: {
    title: "政问 Zhengwen",
    version: "0.1.0",
    license: { name: "Apache-2.0", identifier: "Apache-2.0" },
  },
  paths: {
    "/api/answer": {
      post: {
        summary: "A verified answer with citations, or a refusal",
        requestBody: body("AnswerRequest"),
        responses: json("Answer", { "404": REFUSED.documents }),
      },
    },
    "/api/chat": {
      post: {
        summary: "The same answer as an AI SDK UI message stream",
        requestBody: body("ChatRequest"),
        responses: {
          "200": {
            description: "Server-sent events",
            content: eventStream({
              type: "object",
              required: ["type"],
              properties: { type: { type: "string" } },
            }),
          },
          ...problems({ "404": REFUSED.documents, "422": REFUSED.conversation }),
        },
      },
    },
    "/api/search": {
      get: {
        summary: "The plain ranking of clauses",
        parameters: queryParameters(SearchQuerySchema),
        responses: linked(json("SearchReply"), "/api/clauses/{id}", "/hits/0/clauseId"),
      },
    },
    "/api/match": {
      post: {
        summary: "The measures that apply to a profile, with reasons",
        requestBody: body("MatchRequest"),
        responses: json("Match", { "404": REFUSED.documents }),
      },
    },
    "/api/match/batch": {
      post: {
        summary: "A table of clients in, a table of measures out",
        requestBody: body("MatchBatchRequest"),
        responses: {
          "200": { description: "CSV", content: { "text/csv": { schema: { type: "string" } } } },
          ...problems({
            "422":
              "`invalid_table`: the text is no CSV table (a quote that does not close, a line with more or fewer cells than the first), has more than 200 lines, or a cell does not fit its field",
          }),
        },
      },
    },
    "/api/documents": {
      get: {
        summary: "All documents, with their status today or on a day",
        parameters: queryParameters(DocumentListQuerySchema),
        responses: linked(json("DocumentList"), "/api/documents/{id}", "/documents/0/documentId"),
      },
      post: {
        summary: "One file into the index; needs a token with the scope ingest",
        requestBody: { required: true, content: content("multipart/form-data", "Upload") },
        responses: json("IngestReply", {
          "422":
            "The file cannot be read, has no text or is of a kind that is not taken (`unsupported_format`, `damaged_file`, `no_text` …), or its name is no plain name (`unsafe_file_name`)",
        }),
      },
    },
    "/api/ingests/last": {
      get: { summary: "What the last ingest changed", responses: json("LastIngest") },
    },
    "/api/access": {
      get: {
        summary: "Whether a token is needed, and what the one that came along allows; open to everybody",
        responses: json("Access"),
      },
    },
    "/api/examples": {
      get: {
        summary: "Questions to begin with, each of which is answered from the documents at hand",
        responses: json("ExamplesReply"),
      },
    },
    "/api/reports": {
      post: {
        summary: "A wrong or outdated citation",
        requestBody: body("Report"),
        responses: {
          "201": { description: "Kept", content: content("application/json", "ReportReply") },
          default: problem,
        },
      },
    },
    "/api/documents/{id}": {
      get: {
        summary: "A document with its clauses",
        parameters: [pathId("documentId")],
        responses: json("Document", { "404": "`document_not_found`" }),
      },
    },
    "/api/clauses/{id}": {
      get: {
        summary: "A clause",
        parameters: [pathId("clauseId")],
        responses: json("ClauseDetail", { "404": "`clause_not_found`" }),
      },
    },
    ...openPaths,
    "/healthz": {
      get: { summary: "Whether the process is alive", responses: { "200": { description: "Alive" } } },
    },
    "/readyz": {
      get: {
        summary: "Whether the index is open and the model loaded",
        responses: { "200": { description: "Ready" }, "503": problem },
      },
    },
  },
  components: { schemas: componentSchemas() },
});
