import type { Metric } from "./metric.ts";
import { shorten } from "./metric.ts";

export const judgedRecall: Metric = {
  name: "judgedRecall",
  title: "Citation recall, judged by a model",
  better: "higher",
  definition:
    "Share of statements that a language model (--judge) holds supported by their citations together. Only where a judge was given.",
  source: "Citation recall of ALCE (Gao et al. 2023), with a language model as judge.",
  score: ({ reply, judged }) => {
    if (reply === null || judged === null) return null;
    const verdicts = judged.filter((verdict) => verdict !== null);
    const findings = judged.flatMap((verdict, at) =>
      verdict === false
        ? [`the judge says no to “${shorten(reply.statements[at]?.text.replace(/\s+/g, " ") ?? "")}”`]
        : [],
    );
    return { hits: verdicts.length - findings.length, total: verdicts.length, findings };
  },
};
