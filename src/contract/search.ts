import { z } from "zod";
import { DaySchema, StatusSchema } from "./common.ts";
import { LIMITS } from "./limits.ts";
import { ownMessage } from "./own-message.ts";

/** GET /api/search, query string. */
export const SearchQuerySchema = z.object({
  q: z
    .string()
    .max(LIMITS.questionCharacters)
    .refine((value) => value.trim() !== "", ownMessage("查询不能为空", "the query is empty")),
  limit: z.coerce.number().int().min(1).max(LIMITS.searchLimit).default(10),
  asOf: DaySchema.optional(),
  status: z.enum(["in_force", "any"]).default("any"),
});
export type SearchQuery = z.infer<typeof SearchQuerySchema>;

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
});

export const SearchReplySchema = z.object({ hits: z.array(SearchHitSchema) });
export type SearchReply = z.infer<typeof SearchReplySchema>;
