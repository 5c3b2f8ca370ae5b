import type { Breakage } from "./breakage.ts";

/** Refuses everything: never wrong, never of use. */
export const alwaysRefuse: Breakage = (reply) => ({
  ...reply,
  refused: true,
  refusal: reply.refusal ?? { reason: "not_in_corpus", message: "资料中没有相关内容。", nearest: [] },
  answer: "",
  statements: [],
  citations: [],
});
