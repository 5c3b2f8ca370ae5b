import { readFileSync } from "node:fs";
import { z } from "zod";

const nearParaphraseSchema = z.strictObject({
  /** Path of the document from the repository's root. */
  document: z.string(),
  quote: z.string(),
  statement: z.string(),
});

/** A rewording by hand that is wrong in one thing: a bound, who does it, what is counted, a condition, a step. */
export type NearParaphrase = z.infer<typeof nearParaphraseSchema>;

/** Reads the rewordings that must not pass. */
export const nearParaphrases = (): NearParaphrase[] =>
  readFileSync(new URL("near-paraphrases.jsonl", import.meta.url), "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => nearParaphraseSchema.parse(JSON.parse(line)));
