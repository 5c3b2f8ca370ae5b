import type { CitationReply } from "../../../src/contract/common.ts";

/**
 * Opens the original at one of these citations; the others can be reached from there, and those of an answer,
 * whose id is given, can be reported from there.
 */
export type OpenCitation = (
  citations: readonly CitationReply[],
  position: number,
  answerId?: string | null,
) => void;
