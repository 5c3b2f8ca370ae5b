import { z } from "zod";
import { DaySchema } from "./common.ts";
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

/** POST /api/chat, request: what `useChat` sends, with the options of `/api/answer` beside it. */
export const ChatRequestSchema = z.object({
  id: z.string().optional(),
  messages: z
    .array(UiMessageSchema)
    .min(1)
    .max(LIMITS.historyTurns * 4),
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
