import { z } from "zod";

/** What a method gave for a question. */
export const RankedQuestionSchema = z.object({
  id: z.string(),
  /** Clause ids, best first. */
  ranking: z.array(z.string()),
  /** The whole search, embedding the question included where the method needs it. */
  milliseconds: z.number(),
});
export type RankedQuestion = Readonly<z.infer<typeof RankedQuestionSchema>>;
