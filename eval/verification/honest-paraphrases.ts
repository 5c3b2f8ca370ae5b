import { readFileSync } from "node:fs";
import { z } from "zod";

const paraphraseSchema = z.strictObject({
  /** Path of the document from the repository's root. */
  document: z.string(),
  quote: z.string(),
  statement: z.string(),
  language: z.enum(["zh", "en"]),
  /** Never tuned on: measured once, at the end of a change. */
  keptAside: z.boolean(),
});

/** A sentence of a document as a policy officer would retell it, written without sight of the checks. */
export type HonestParaphrase = z.infer<typeof paraphraseSchema>;

/**
 * Reads paraphrases. `honest` share at most 70% of their content words with the quote; `closer` are further
 * wordings of the same sentences, most of which share more.
 */
export const honestParaphrases = (set: "honest" | "closer"): HonestParaphrase[] =>
  readFileSync(new URL(`${set}-paraphrases.jsonl`, import.meta.url), "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => paraphraseSchema.parse(JSON.parse(line)));
