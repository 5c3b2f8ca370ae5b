import { z } from "zod";
import { DaySchema } from "../../../src/contract/common.ts";
import { LIMITS } from "../../../src/contract/limits.ts";

/** What a permalink to an answer holds: which it is, and what asks for it again where it is not kept. */
export interface AnswerPlace {
  readonly view: "answer";
  readonly answerId: string;
  /** As it was understood: it stands without the conversation before it. */
  readonly question: string;
  /** The day on which its validity was judged, `YYYY-MM-DD`. */
  readonly asOf: string;
}

const LinkSchema = z.object({
  answer: z.string().min(1).max(200),
  asOf: DaySchema,
  q: z.string().trim().min(1).max(LIMITS.questionCharacters),
});

/**
 * The path of a permalink. All of it is in the fragment, which browsers do not send: no log of a server or a
 * proxy holds the question.
 */
export const answerPath = ({ answerId, question, asOf }: Omit<AnswerPlace, "view">): string =>
  `/#${new URLSearchParams({ answer: answerId, asOf, q: question }).toString()}`;

/** Reads the fragment of a permalink; null for every other fragment, and for one that is not whole. */
export const readAnswerLink = (hash: string): AnswerPlace | null => {
  if (!hash.startsWith("#answer=")) return null;
  const link = LinkSchema.safeParse(Object.fromEntries(new URLSearchParams(hash.slice(1)))).data;
  return link === undefined
    ? null
    : { view: "answer", answerId: link.answer, question: link.q, asOf: link.asOf };
};
