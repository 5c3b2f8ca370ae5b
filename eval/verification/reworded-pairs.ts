import { readFileSync } from "node:fs";
import { z } from "zod";

const rewordedPairSchema = z.strictObject({
  /** Path of the document from the repository's root. */
  document: z.string(),
  quote: z.string(),
  /** An honest rewording, as a language model writes it for a reader. */
  statement: z.string(),
  /** The same rewording with its meaning changed in one place; null where none was written. */
  twin: z.string().nullable(),
  /** What was changed: who does it, to what, how much is promised, what came first … */
  change: z
    .enum([
      "addition",
      "cause",
      "condition",
      "direction",
      "group",
      "modality",
      "object",
      "opposite",
      "promise",
      "subject",
      "swap",
      "time",
      "verb",
      "wider",
    ])
    .nullable(),
  /** Not fitted on: only measured. All rewordings of one quote are in the same half. */
  keptAside: z.boolean(),
});

/** A loose rewording of a sentence beside one that is as loose and wrong. Written before the checks knew of it. */
export type RewordedPair = z.infer<typeof rewordedPairSchema>;

/** Reads all pairs, of both halves. */
export const rewordedPairs = (): RewordedPair[] =>
  readFileSync(new URL("reworded-pairs.jsonl", import.meta.url), "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => rewordedPairSchema.parse(JSON.parse(line)));
