import { z } from "zod";
import { AnswerSchema } from "./answer.ts";
import { DaySchema, WORDS_PATTERN } from "./common.ts";
import { LIMITS } from "./limits.ts";

/** The one model of `/v1/models`. */
export const MODEL_ID = "zhengwen";

/** What is read of a message: its role and its text; other parts of a user's message are refused. */
export const CompletionMessageSchema = z.looseObject({
  role: z.enum(["system", "developer", "user", "assistant", "tool", "function"]),
  content: z
    .union([z.string(), z.array(z.looseObject({ type: z.string(), text: z.string().optional() })).max(500)])
    .nullish(),
});

const QUESTION_TEXT = { type: "string", pattern: WORDS_PATTERN, maxLength: LIMITS.questionCharacters };

/** What a conversation holds at least; that it has to be the last message of the user no schema can say. */
const QUESTION_MESSAGE = {
  type: "object",
  required: ["role", "content"],
  properties: {
    role: { const: "user" },
    content: {
      anyOf: [
        QUESTION_TEXT,
        {
          type: "array",
          contains: {
            type: "object",
            required: ["type", "text"],
            properties: { type: { const: "text" }, text: QUESTION_TEXT },
          },
        },
      ],
    },
  },
};

/**
 * POST /v1/chat/completions, request: OpenAI's, of which sampling settings and tools pass unread, and the options of
 * `/api/answer` beside it. What would change the form of the reply is refused, not ignored.
 */
export const ChatCompletionRequestSchema = z.looseObject({
  // Another one is not found (404), as OpenAI's clients expect it, and not a request without form.
  model: z
    .string()
    .max(200)
    .meta({ enum: [MODEL_ID] }),
  messages: z.array(CompletionMessageSchema).min(1).max(1_000).meta({ contains: QUESTION_MESSAGE }),
  stream: z.boolean().nullish(),
  stream_options: z.looseObject({ include_usage: z.boolean().nullish() }).nullish(),
  n: z.literal(1).nullish(),
  response_format: z.looseObject({ type: z.literal("text") }).nullish(),
  asOf: DaySchema.optional(),
  documentIds: z.array(z.string()).max(LIMITS.documentIds).optional(),
});
export type ChatCompletionRequest = z.infer<typeof ChatCompletionRequestSchema>;

/** A citation where its marker stands: UTF-16 offsets of `[1]` in the message's content. */
export const UrlAnnotationSchema = z.object({
  type: z.literal("url_citation"),
  url_citation: z.object({
    start_index: z.int().nonnegative(),
    end_index: z.int().nonnegative(),
    url: z.string(),
    title: z.string(),
  }),
});
export type UrlAnnotation = z.infer<typeof UrlAnnotationSchema>;

/** No tokens are counted: all zero. */
const UsageSchema = z.object({
  prompt_tokens: z.int(),
  completion_tokens: z.int(),
  total_tokens: z.int(),
});

/** POST /v1/chat/completions, reply. `zhengwen` is the answer as `/api/answer` gives it, a refusal's reason with it. */
export const ChatCompletionSchema = z.object({
  id: z.string(),
  object: z.literal("chat.completion"),
  created: z.int(),
  model: z.string(),
  choices: z.array(
    z.object({
      index: z.int(),
      message: z.object({
        role: z.literal("assistant"),
        content: z.string(),
        refusal: z.null(),
        annotations: z.array(UrlAnnotationSchema),
      }),
      logprobs: z.null(),
      finish_reason: z.literal("stop"),
    }),
  ),
  usage: UsageSchema,
  zhengwen: AnswerSchema,
});
export type ChatCompletion = z.infer<typeof ChatCompletionSchema>;

/** One event of the stream; the last one with a choice has `annotations` in its delta and `zhengwen` beside it. */
export const ChatCompletionChunkSchema = z.object({
  id: z.string(),
  object: z.literal("chat.completion.chunk"),
  created: z.int(),
  model: z.string(),
  choices: z.array(
    z.object({
      index: z.int(),
      delta: z.object({
        role: z.literal("assistant").optional(),
        content: z.string().optional(),
        annotations: z.array(UrlAnnotationSchema).optional(),
      }),
      logprobs: z.null(),
      finish_reason: z.literal("stop").nullable(),
    }),
  ),
  usage: UsageSchema.nullable().optional(),
  zhengwen: AnswerSchema.optional(),
});
export type ChatCompletionChunk = z.infer<typeof ChatCompletionChunkSchema>;

export const ModelSchema = z.object({
  id: z.string(),
  object: z.literal("model"),
  created: z.int(),
  owned_by: z.string(),
});
export type ModelReply = z.infer<typeof ModelSchema>;

/** GET /v1/models */
export const ModelListSchema = z.object({ object: z.literal("list"), data: z.array(ModelSchema) });
export type ModelList = z.infer<typeof ModelListSchema>;

/** An error under `/v1/`, in OpenAI's form; `code` is the same as in problem details. */
export const OpenAiErrorSchema = z.object({
  error: z.object({
    message: z.string(),
    type: z.string(),
    param: z.string().nullable(),
    code: z.string(),
  }),
});
export type OpenAiErrorReply = z.infer<typeof OpenAiErrorSchema>;
