import { z } from "zod";
import { DaySchema, hasWords, StatusSchema, WORDS_PATTERN } from "./common.ts";
import { LIMITS } from "./limits.ts";
import { ownMessage } from "./own-message.ts";

/** GET /api/search, query string. */
export const SearchQuerySchema = z.object({
  q: z
    .string()
    .max(LIMITS.questionCharacters)
    .refine(hasWords, ownMessage("查询不能为空", "the query is empty"))
    .meta({ pattern: WORDS_PATTERN }),
  limit: z.coerce.number().int().min(1).max(LIMITS.searchLimit).default(10),
  asOf: DaySchema.optional(),
  status: z.enum(["in_force", "any"]).default("any"),
  /** Whether hits say where their scores come from. */
  explain: z.enum(["true", "false"]).default("false"),
});
export type SearchQuery = z.infer<typeof SearchQuerySchema>;

/** What one search method gave a hit; the fused score is the sum of `weight × normalised`. */
const MethodScoreSchema = z.object({
  method: z.enum(["words", "bigrams", "dense"]),
  weight: z.number(),
  /** BM25 or cosine; null where the clause is not among the method's hits. */
  raw: z.number().nullable(),
  /** As z-score over all hits. */
  normalised: z.number(),
});

export const SearchHitSchema = z.object({
  clauseId: z.string(),
  documentId: z.string(),
  documentTitle: z.string(),
  label: z.string(),
  path: z.array(z.string()),
  text: z.string(),
  score: z.number(),
  scores: z.object({ lexical: z.number().nullable(), dense: z.number().nullable() }),
  status: StatusSchema,
  /** The clause of a better hit whose text is (nearly) the same. */
  duplicateOf: z.string().optional(),
  /** With `explain=true`. */
  explanation: z
    .object({
      /** The query names the clause by its address: it stands before all that was searched. */
      exactAddress: z.boolean(),
      methods: z.array(MethodScoreSchema),
      /** Null for a clause that was found by its address alone. */
      fused: z.number().nullable(),
    })
    .optional(),
});

/** With `explain=true`: how the query was understood. */
const SearchExplanationSchema = z.object({
  /** What was searched. */
  text: z.string(),
  terms: z.array(
    z.object({
      text: z.string(),
      /** The words that were searched for it. */
      searched: z.array(z.string()),
      /** Where these come from: a line of a vocabulary file, or a way of reading. */
      sources: z.array(z.string()),
    }),
  ),
  documents: z.object({ mentions: z.array(z.string()), documentIds: z.array(z.string()).nullable() }),
  addresses: z.array(z.string()),
});

export const SearchReplySchema = z.object({
  hits: z.array(SearchHitSchema),
  explanation: SearchExplanationSchema.optional(),
});
export type SearchReply = z.infer<typeof SearchReplySchema>;
