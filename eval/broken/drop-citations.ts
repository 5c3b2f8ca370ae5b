import type { Breakage } from "./breakage.ts";
import { withStatements } from "./breakage.ts";

/** Says the same and cites nothing. */
export const dropCitations: Breakage = (reply) =>
  withStatements(
    { ...reply, citations: [] },
    reply.statements.map((statement) => ({ ...statement, citations: [] })),
  );
