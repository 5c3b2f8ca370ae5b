import { answerText } from "../answer-text.ts";
import { containsFact } from "../compact-text.ts";
import type { Metric } from "./metric.ts";

export const forbiddenFacts: Metric = {
  name: "forbiddenFacts",
  title: "Forbidden facts said",
  better: "lower",
  definition:
    "Share of forbidden facts that stand in the answer or its quotes all the same. A refusal says none.",
  source: "The counterpart of required facts.",
  score: ({ evalCase, reply }) => {
    const forbidden = evalCase.forbiddenFacts ?? [];
    if (reply === null || forbidden.length === 0) return null;
    const text = answerText(reply);
    const said = text === "" ? [] : forbidden.filter((fact) => containsFact(text, fact));
    return { hits: said.length, total: forbidden.length, findings: said.map((fact) => `said: ${fact}`) };
  },
};
