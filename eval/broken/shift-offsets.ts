import type { Breakage } from "./breakage.ts";

/** Offsets that are one too high, as from a text that was counted with its byte-order mark. */
export const shiftOffsets: Breakage = (reply) => ({
  ...reply,
  citations: reply.citations.map((citation) => ({
    ...citation,
    start: citation.start + 1,
    end: citation.end + 1,
  })),
});
