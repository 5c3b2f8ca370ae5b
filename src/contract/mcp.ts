import { z } from "zod";
import { AnswerRequestSchema } from "./answer.ts";
import { SearchQuerySchema } from "./search.ts";

/** POST /mcp: one message of JSON-RPC 2.0, as the Model Context Protocol defines them. Batches are refused. */
export const JsonRpcMessageSchema = z.looseObject({
  jsonrpc: z.literal("2.0"),
  id: z.union([z.string(), z.number()]).nullish(),
  method: z.string().optional(),
});

/** The arguments of the tool `ask_policy`. */
export const AskPolicySchema = AnswerRequestSchema.omit({ profile: true });

/** The arguments of the tool `search_clauses`. */
export const SearchClausesSchema = z.object({
  query: SearchQuerySchema.shape.q,
  limit: z.int().min(1).max(50).default(10),
  asOf: SearchQuerySchema.shape.asOf,
  status: SearchQuerySchema.shape.status,
});

/** The arguments of the tool `get_clause`. */
export const GetClauseSchema = z.object({ clauseId: z.string().min(1).max(500) });
