import type { Metric } from "./metric.ts";

export const replies: Metric = {
  name: "replies",
  title: "Replies in the shape of the contract",
  better: "higher",
  definition: "A reply came, in the shape of the contract.",
  source: "This project's contract.",
  score: ({ reply, error }) => ({
    hits: reply === null ? 0 : 1,
    total: 1,
    findings: reply === null ? [`no reply: ${error ?? "unknown"}`] : [],
  }),
};
