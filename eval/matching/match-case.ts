import { z } from "zod";
import { DaySchema } from "../../src/contract/common.ts";
import { ProfileSchema } from "../../src/contract/profile.ts";

const Snippet = z.string().min(1);

/** One measure that a case expects, with snippets that stand in the document character by character. */
export const ExpectedMeasureSchema = z.object({
  measure: Snippet,
  kind: z.enum(["entitlement", "direction"]),
  verdict: z.enum(["applies", "may_apply", "does_not_apply"]),
  conditions: z.array(
    z.object({ text: Snippet, verdict: z.enum(["met", "unmet", "unknown"]), field: z.string().nullable() }),
  ),
  support: Snippet.nullable(),
  amount: Snippet.nullable(),
  department: Snippet.nullable(),
  deadline: Snippet.nullable(),
});
export type ExpectedMeasure = z.infer<typeof ExpectedMeasureSchema>;

/** One line of `cases.jsonl`; see README.md beside it. */
export const MatchCaseSchema = z.object({
  id: z.string(),
  document: z.string(),
  profile: ProfileSchema,
  asOf: DaySchema,
  expect: z.array(ExpectedMeasureSchema).min(1),
  missing: z.string().nullable(),
  keptAside: z.boolean(),
  tags: z.array(z.string()),
});
export type MatchCase = z.infer<typeof MatchCaseSchema>;
