import { z } from "zod";
import { RefusalReasonSchema, TurnSchema } from "../src/contract/answer.ts";
import { DaySchema, StatusSchema } from "../src/contract/common.ts";
import { LIMITS } from "../src/contract/limits.ts";
import { ProfileSchema } from "../src/contract/profile.ts";

const Text = z.string().min(1);

const SnippetSchema = z.strictObject({
  document: Text.describe("File name of the source without its extension."),
  snippet: Text.describe("A verbatim part of the source; white space does not count."),
});

/** One question with what a right answer must cite and say. One JSON object a line in a cases file. */
export const CaseSchema = z.strictObject({
  id: Text.describe("Unique within the file."),
  question: Text.max(LIMITS.questionCharacters),
  history: z.array(TurnSchema).max(LIMITS.historyTurns).optional().describe("Earlier turns, oldest first."),
  profile: ProfileSchema.optional().describe("Who is asking, as in the contract; money in yuan."),
  asOf: DaySchema.optional().describe("The day on which validity is judged, YYYY-MM-DD; default today."),
  evidence: z
    .array(z.strictObject({ anyOf: z.array(SnippetSchema).min(1) }))
    .default([])
    .describe("Every entry must be cited; within an entry one alternative is enough."),
  forbiddenEvidence: z
    .array(SnippetSchema)
    .optional()
    .describe("Passages that must not be cited, such as a citation that a reader reported as wrong."),
  requiredFacts: z
    .array(z.array(Text).min(1))
    .default([])
    .describe("Every entry must stand in the answer or its quotes; an entry lists alternative wordings."),
  forbiddenFacts: z.array(Text).optional().describe("None may stand in the answer or its quotes."),
  expect: z.strictObject({
    refused: z.boolean(),
    reasons: z
      .array(RefusalReasonSchema)
      .min(1)
      .nullable()
      .default(null)
      .describe("Accepted refusal reasons; null for any, and where an answer is expected."),
    notice: z
      .literal("expired")
      .nullable()
      .default(null)
      .describe("The notice that must come with the answer."),
    status: StatusSchema.optional().describe("What the citations of expected evidence must say of validity."),
  }),
  tags: z.array(Text).default([]),
  keptAside: z
    .boolean()
    .default(false)
    .describe("True: not run by default, and never used to tune anything."),
});
export type EvalCase = z.infer<typeof CaseSchema>;

/** The JSON Schema that is published as `eval/case.schema.json`. */
export const caseJsonSchema = (): z.core.JSONSchema.BaseSchema => z.toJSONSchema(CaseSchema, { io: "input" });
