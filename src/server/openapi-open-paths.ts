import { REFUSED, body, content, eventStream, pathId, problem, reference } from "./openapi-parts.ts";

const openAiError = {
  description: "OpenAI's form of an error",
  content: content("application/json", "OpenAiError"),
};

/** The addresses that other programs' clients speak to. */
export const openPaths = {
  "/v1/chat/completions": {
    post: {
      summary: "The same answer as an OpenAI chat completion",
      requestBody: body("ChatCompletionRequest"),
      responses: {
        "200": {
          description: "The answer; with `stream`, server-sent events that end with `[DONE]`",
          content: {
            ...content("application/json", "ChatCompletion"),
            ...eventStream({
              anyOf: [{ $ref: reference("ChatCompletionChunk") }, { $ref: reference("OpenAiError") }],
            }),
          },
        },
        "404": { ...openAiError, description: `${REFUSED.documents}; \`model_not_found\`: another model` },
        "422": {
          ...openAiError,
          description: `${REFUSED.conversation}; \`unsupported_content\`: it holds an image, sound or a file`,
        },
        default: openAiError,
      },
    },
  },
  "/v1/models": {
    get: {
      summary: "The one model there is",
      responses: {
        "200": { description: "ModelList", content: content("application/json", "ModelList") },
        default: openAiError,
      },
    },
  },
  "/v1/models/{id}": {
    get: {
      summary: "A model",
      parameters: [pathId("model")],
      responses: {
        "200": { description: "Model", content: content("application/json", "Model") },
        "404": { ...openAiError, description: "`model_not_found`" },
        default: openAiError,
      },
    },
  },
  "/mcp": {
    post: {
      summary: "The Model Context Protocol over Streamable HTTP, without sessions",
      requestBody: body("JsonRpcMessage"),
      responses: {
        "200": {
          description: "The reply to a request",
          content: content("application/json", "JsonRpcReply"),
        },
        "202": { description: "A notification was taken" },
        default: {
          description: "Problem details, or an error in JSON-RPC's form",
          content: { ...problem.content, ...content("application/json", "JsonRpcReply") },
        },
      },
    },
  },
  "/metrics": {
    get: {
      summary: "Prometheus metrics; needs the scope admin where tokens are asked for",
      responses: {
        "200": { description: "Metrics", content: { "text/plain": { schema: { type: "string" } } } },
        default: problem,
      },
    },
  },
};
