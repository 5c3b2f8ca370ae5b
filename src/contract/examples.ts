import { z } from "zod";

/** GET /api/examples: questions to begin with, each of which the server answers from its documents. */
export const ExamplesReplySchema = z.object({
  /** Documents in the index, so that an empty one can be told from one that no example was found in. */
  documents: z.int().nonnegative(),
  questions: z.array(z.string()),
});
export type ExamplesReply = z.infer<typeof ExamplesReplySchema>;
