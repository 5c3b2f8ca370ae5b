import type { Metric } from "./metric.ts";

/** Kinds that tell a reader that something cited has run out; `mixed_status` says so of a part. */
const EXPIRED = new Set(["expired", "mixed_status"]);

export const noticesRight: Metric = {
  name: "noticesRight",
  title: "Notices right",
  better: "higher",
  definition:
    "Of the answers that were to be given and were: the share with a notice of expiry where the case expects one or a citation has expired, and without one elsewhere.",
  source: "This project's contract (what is expired says so wherever it is shown).",
  score: ({ evalCase, reply }) => {
    if (evalCase.expect.refused || reply === null || reply.refused) return null;
    const due =
      evalCase.expect.notice === "expired" ||
      reply.citations.some((citation) => citation.status === "expired");
    const got = reply.notices.some((notice) => EXPIRED.has(notice.kind));
    const kinds = reply.notices.map((notice) => notice.kind).join(", ") || "none";
    const findings =
      due === got ? [] : [`notices: ${kinds}; expected ${due ? "expired" : "nothing of expiry"}`];
    return { hits: 1 - findings.length, total: 1, findings };
  },
};
