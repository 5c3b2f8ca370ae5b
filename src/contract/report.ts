import { z } from "zod";
import { TurnSchema } from "./answer.ts";
import { DaySchema } from "./common.ts";
import { LIMITS } from "./limits.ts";

/** Of a citation its quote is what counts; other fields may come along and are not kept. */
const QuotedSchema = z.object({
  documentId: z.string().max(500).optional(),
  quote: z.string().min(1).max(LIMITS.historyTurnCharacters),
});

/** POST /api/reports: what was asked, what was cited wrongly, and what would be right. */
export const ReportSchema = z.object({
  /** Of the answer. */
  id: z.string().max(200).optional(),
  question: z.string().min(1).max(LIMITS.questionCharacters),
  history: z.array(TurnSchema).max(LIMITS.historyTurns).optional(),
  asOf: DaySchema.optional(),
  /** `wrong`: the passage does not say it; `outdated`: it is no longer valid; `should_refuse`. */
  reason: z.enum(["wrong", "outdated", "should_refuse"]).optional(),
  comment: z.string().max(2_000).optional(),
  /** Citations as in the contract. */
  citations: z.array(QuotedSchema).max(100).default([]),
  /** Passages that should have been cited. */
  expected: z.array(QuotedSchema).max(100).default([]),
});
export type Report = z.infer<typeof ReportSchema>;

/** POST /api/reports, reply. */
export const ReportReplySchema = z.object({ reportId: z.string() });
export type ReportReply = z.infer<typeof ReportReplySchema>;
