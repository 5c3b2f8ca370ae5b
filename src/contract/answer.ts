import { z } from "zod";
import { CitationSchema, DaySchema, hasWords, WORDS_PATTERN } from "./common.ts";
import { LIMITS } from "./limits.ts";
import { ownMessage } from "./own-message.ts";
import { ProfileSchema } from "./profile.ts";

export const TurnSchema = z.object({
  role: z.enum(["user", "assistant"]),
  content: z.string().max(LIMITS.historyTurnCharacters),
});

const question = z
  .string()
  .max(LIMITS.questionCharacters)
  .refine(hasWords, ownMessage("问题不能为空", "the question is empty"))
  .meta({ pattern: WORDS_PATTERN });

/** POST /api/answer, request. */
export const AnswerRequestSchema = z.object({
  question,
  history: z.array(TurnSchema).max(LIMITS.historyTurns).optional(),
  asOf: DaySchema.optional(),
  documentIds: z.array(z.string()).max(LIMITS.documentIds).optional(),
  profile: ProfileSchema.optional(),
});
export type AnswerRequest = z.infer<typeof AnswerRequestSchema>;

export const RefusalReasonSchema = z.enum([
  "not_in_corpus",
  "off_topic",
  "instruction",
  "false_premise",
  "needs_clarification",
]);

export const RefusalSchema = z.object({
  reason: RefusalReasonSchema,
  message: z.string(),
  nearest: z.array(CitationSchema),
});

export const StatementSchema = z.object({
  text: z.string(),
  citations: z.array(z.int().positive()),
  count: z.int().nullable(),
});

export const NoticeSchema = z.object({
  kind: z.enum([
    "expired",
    "not_yet_effective",
    "repealed",
    "superseded",
    "status_unknown",
    "mixed_status",
    "model_fallback",
    "match",
    "question",
  ]),
  documentId: z.string().nullable(),
  text: z.string(),
});

export const TimingSchema = z.object({
  understand: z.number(),
  retrieve: z.number(),
  compose: z.number(),
  verify: z.number(),
  total: z.number(),
});

/** POST /api/answer, reply. With `refused`, statements and citations are empty. */
export const AnswerSchema = z.object({
  id: z.string(),
  resolvedQuestion: z.string(),
  refused: z.boolean(),
  refusal: RefusalSchema.nullable(),
  answer: z.string(),
  statements: z.array(StatementSchema),
  citations: z.array(CitationSchema),
  notices: z.array(NoticeSchema),
  asOf: DaySchema,
  mode: z.enum(["extractive", "model"]),
  model: z.string().nullable(),
  index: z.string(),
  timingMs: TimingSchema,
});
export type AnswerReply = z.infer<typeof AnswerSchema>;
