import type { Metric } from "./metric.ts";

/**
 * Share of questions that got a reply in the shape of the contract. Everything else is measured on what came
 * back; a server that fails on hard questions must not look better for it.
 */
export const replies: Metric = {
  name: "replies",
  title: "Replies in the shape of the contract",
  better: "higher",
  score: ({ reply, error }) => ({
    hits: reply === null ? 0 : 1,
    total: 1,
    findings: reply === null ? [`no reply: ${error ?? "unknown"}`] : [],
  }),
};
