import { isDeepStrictEqual } from "node:util";
import type { AnswerReply } from "../../src/contract/answer.ts";
import type { Metric } from "./metric.ts";

const said = ({ refused, refusal, statements, citations }: AnswerReply): unknown => ({
  refused,
  reason: refusal?.reason ?? null,
  statements,
  citations,
});

export const determinism: Metric = {
  name: "determinism",
  title: "The same answer when asked twice",
  better: "higher",
  definition:
    "Of the cases that were asked twice: the share with the same statements and citations both times.",
  source: "This project's contract.",
  score: ({ reply, repeat }) => {
    if (reply === null || repeat === null) return null;
    const same = repeat.reply !== null && isDeepStrictEqual(said(reply), said(repeat.reply));
    return { hits: same ? 1 : 0, total: 1, findings: same ? [] : ["asked again, the answer was another"] };
  },
};
