import type { Metric } from "./metric.ts";
import { shorten } from "./metric.ts";

export const refusalsRight: Metric = {
  name: "refusalsRight",
  title: "Refusals right",
  better: "higher",
  definition: "Share of the questions that must be refused that were refused, for whatever reason.",
  source: "Recall of refusals over unanswerable questions, as in SQuAD 2.0 (Rajpurkar et al. 2018).",
  score: ({ evalCase, reply }) => {
    if (!evalCase.expect.refused) return null;
    const refused = reply?.refused === true;
    const came = reply === null ? "no reply came" : `“${shorten(reply.answer)}”`;
    return { hits: refused ? 1 : 0, total: 1, findings: refused ? [] : [`not refused: ${came}`] };
  },
};
