import { z } from "zod";
import { AnswerRequestSchema } from "./answer.ts";
import { SearchQuerySchema } from "./search.ts";

/** POST /mcp: one request or notification of JSON-RPC 2.0, as the Model Context Protocol defines them; no batches. */
export const JsonRpcMessageSchema = z.strictObject({
  jsonrpc: z.literal("2.0"),
  id: z.union([z.string(), z.int()]).optional(),
  method: z.string().min(1),
  params: z.looseObject({}).optional(),
});

/** POST /mcp, reply: a result, or an error in JSON-RPC's form. */
export const JsonRpcReplySchema = z.looseObject({
  jsonrpc: z.literal("2.0"),
  id: z.union([z.string(), z.int()]).nullish(),
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
