import type { CitationReply } from "../../../src/contract/common.ts";
import { answerMessage, citation } from "../fixtures.ts";

const cited = (index: number): CitationReply => ({
  ...citation(index),
  quote: `第${index}条引文${"，支持企业牵头开展关键核心技术攻关".repeat(index % 5)}。`,
});

/** The body of a chat stream with an answer of so many statements, each with a citation of its own. */
export const longAnswerStream = (statements: number): string => {
  const summary = answerMessage("m").parts.find((part) => part.type === "data-answer");
  if (summary?.type !== "data-answer") throw new Error("the fixture has no summary");
  const texts = Array.from({ length: statements }, (_, at) => ({
    text: `${at + 1}．${"聚焦高能级人才队伍建设，完善人才引进培养机制。".repeat(1 + (at % 4))}${"A".repeat(at === 0 ? 200 : 0)}`,
    citations: [at + 1],
    count: null,
  }));
  const chunks: unknown[] = [
    { type: "start" },
    ...texts.flatMap(({ text }, at) => [
      { type: "data-citation", id: `c${at}`, data: cited(at + 1) },
      { type: "text-start", id: `t${at}` },
      { type: "text-delta", id: `t${at}`, delta: `${text}[${at + 1}]` },
      { type: "text-end", id: `t${at}` },
    ]),
    { type: "data-answer", data: { ...summary.data, statements: texts } },
    { type: "finish", finishReason: "stop" },
  ];
  return [...chunks.map((chunk) => `data: ${JSON.stringify(chunk)}\n\n`), "data: [DONE]\n\n"].join("");
};
