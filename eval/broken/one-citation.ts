import type { CitationReply } from "../../src/contract/common.ts";
import type { Breakage } from "./breakage.ts";
import { withStatements } from "./breakage.ts";

/** Attaches one and the same citation, whatever it says, to every statement of every answer. */
export const oneCitation = (): Breakage => {
  let first: CitationReply | null = null;
  return (reply) => {
    const [citation] = reply.citations;
    first ??= citation === undefined ? null : { ...citation, index: 1 };
    if (reply.refused || first === null) return reply;
    return withStatements(
      { ...reply, citations: [first] },
      reply.statements.map((statement) => ({ ...statement, citations: [1] })),
    );
  };
};
