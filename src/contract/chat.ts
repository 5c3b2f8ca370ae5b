import { z } from "zod";
import { DaySchema, WORDS_PATTERN } from "./common.ts";
import type { AnswerReply } from "./answer.ts";
import type { CitationReply } from "./common.ts";
import { LIMITS } from "./limits.ts";
import { ProfileSchema } from "./profile.ts";

/** What the server reads of a UI message: its role and its text parts; other parts pass unread. */
export const UiMessageSchema = z.object({
  id: z.string().optional(),
  role: z.enum(["system", "user", "assistant"]),
  parts: z.array(z.looseObject({ type: z.string(), text: z.string().optional() })).max(500),
});

const QUESTION_PART = {
  type: "object",
  required: ["type", "text"],
  properties: {
    type: { const: "text" },
    text: { type: "string", pattern: WORDS_PATTERN, maxLength: LIMITS.questionCharacters },
  },
};

/**
 * What a conversation holds at least: a message of the user with something to read. That it has to be the last one of
 * the user no schema can say.
 */
const QUESTION_MESSAGE = {
  type: "object",
  required: ["role", "parts"],
  properties: { role: { const: "user" }, parts: { type: "array", contains: QUESTION_PART } },
};

/** POST /api/chat, request: what `useChat` sends, with the options of `/api/answer` beside it. */
export const ChatRequestSchema = z.object({
  id: z.string().optional(),
  messages: z
    .array(UiMessageSchema)
    .min(1)
    .max(LIMITS.historyTurns * 4)
    .meta({ contains: QUESTION_MESSAGE }),
  asOf: DaySchema.optional(),
  documentIds: z.array(z.string()).max(LIMITS.documentIds).optional(),
  profile: ProfileSchema.optional(),
});
export type ChatRequest = z.infer<typeof ChatRequestSchema>;

/**
 * The data parts of the UI message stream, by name: `data-citation`, `data-notice`, `data-refusal` and
 * `data-answer` (what else the answer holds, without the text). A type, not an interface: the SDK asks for
 * an index signature.
 */
export type ChatData = {
  citation: CitationReply;
  notice: AnswerReply["notices"][number];
  refusal: NonNullable<AnswerReply["refusal"]>;
  answer: Omit<AnswerReply, "answer" | "citations" | "notices" | "refusal">;
};
