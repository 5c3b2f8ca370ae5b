import { z } from "zod";
import { NoticeSchema } from "./answer.ts";
import { CitationSchema, DaySchema, hasWords, PartialDateSchema, WORDS_PATTERN } from "./common.ts";
import { LIMITS } from "./limits.ts";
import { ownMessage } from "./own-message.ts";
import { ProfileSchema } from "./profile.ts";

/** POST /api/match, request. */
export const MatchRequestSchema = z.object({
  profile: ProfileSchema,
  asOf: DaySchema.optional(),
  limit: z.int().min(1).max(LIMITS.searchLimit).default(10),
  documentIds: z.array(z.string()).max(LIMITS.documentIds).optional(),
});
export type MatchRequest = z.infer<typeof MatchRequestSchema>;

/** POST /api/match/batch, request: a table of clients, one a line, the first line naming the fields. */
export const MatchBatchRequestSchema = z.object({
  csv: z
    .string()
    .max(500_000)
    .refine(hasWords, ownMessage("表格不能为空", "the table is empty"))
    .meta({ pattern: WORDS_PATTERN }),
  asOf: DaySchema.optional(),
  /** Measures a client. */
  limit: z.int().min(1).max(20).default(5),
});
export type MatchBatchRequest = z.infer<typeof MatchBatchRequestSchema>;

/** The profile as understood, and where each field comes from. */
export const UnderstoodProfileSchema = z.object({
  description: z.string().nullable(),
  region: z.string().nullable(),
  foundedOn: PartialDateSchema.nullable(),
  industries: z.array(z.string()),
  employees: z.number().nullable(),
  revenue: z.number().nullable(),
  assets: z.number().nullable(),
  rdSpending: z.number().nullable(),
  patents: z.number().nullable(),
  qualifications: z.array(z.string()),
  organisation: z.enum(["enterprise", "institution", "university", "person"]).nullable(),
  needs: z.array(z.string()),
  /** By field: filled in, read from the words of the description, or following from another fact. */
  sources: z.record(
    z.string(),
    z.object({ from: z.enum(["field", "description", "derived"]), text: z.string() }),
  ),
});

export const MatchedConditionSchema = z.object({
  text: z.string(),
  verdict: z.enum(["met", "unmet", "unknown"]),
  /** The text says who is ruled out: `met` then means that it does not speak of the one who asks. */
  excludes: z.boolean().optional(),
  /** The field of the profile that decides it; null where no field does. */
  field: z.string().nullable(),
  actual: z.union([z.string(), z.number(), z.array(z.string())]).nullable(),
  citation: CitationSchema,
});

export const MatchedMeasureSchema = z.object({
  title: z.string(),
  /** `direction`: the document supports such a group; there is nothing to apply for. */
  kind: z.enum(["entitlement", "direction"]),
  verdict: z.enum(["applies", "may_apply", "does_not_apply"]),
  conditions: z.array(MatchedConditionSchema),
  support: z.string(),
  amount: z.string().nullable(),
  department: z.string().nullable(),
  deadline: z.string().nullable(),
  materials: z.string().nullable(),
  place: z.string().nullable(),
  phone: z.string().nullable(),
  citation: CitationSchema,
});

/** POST /api/match, reply. */
export const MatchReplySchema = z.object({
  profile: UnderstoodProfileSchema,
  measures: z.array(MatchedMeasureSchema),
  missing: z.array(z.object({ field: z.string(), question: z.string(), wouldDecide: z.int().positive() })),
  notices: z.array(NoticeSchema),
  asOf: DaySchema,
  index: z.string(),
});
export type MatchReply = z.infer<typeof MatchReplySchema>;
