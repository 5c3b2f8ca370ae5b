import type { Breakage } from "./breakage.ts";

/** Cites what has expired as if it were in force, and says nothing of it. */
export const expiredAsInForce: Breakage = (reply) => ({
  ...reply,
  citations: reply.citations.map((citation) =>
    citation.status === "expired" ? { ...citation, status: "in_force" } : citation,
  ),
  notices: reply.notices.filter(({ kind }) => kind !== "expired" && kind !== "mixed_status"),
});
