import type { Metric } from "./metric.ts";

/** Kinds that tell a reader that something cited has run out; `mixed_status` says so of a part. */
const EXPIRED = new Set(["expired", "mixed_status"]);

/**
 * Of the answers that were to be given and were: the share with a notice of expiry exactly where the case
 * expects one.
 */
export const noticesRight: Metric = {
  name: "noticesRight",
  title: "Notices right",
  better: "higher",
  score: ({ evalCase, reply }) => {
    if (evalCase.expect.refused || reply === null || reply.refused) return null;
    const expected = evalCase.expect.notice === "expired";
    const got = reply.notices.some((notice) => EXPIRED.has(notice.kind));
    const kinds = reply.notices.map((notice) => notice.kind).join(", ") || "none";
    const findings =
      expected === got ? [] : [`notices: ${kinds}; expected ${expected ? "expired" : "nothing of expiry"}`];
    return { hits: 1 - findings.length, total: 1, findings };
  },
};
