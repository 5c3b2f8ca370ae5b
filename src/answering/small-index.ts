import type { RetrievalContext } from "../retrieval/retrieval-context.ts";

/** Chunks of an index whose sentences are embedded ahead; a larger one would keep a core busy for minutes. */
const CHUNKS_EMBEDDED_AHEAD = 1_000;

/** Whether all sentences of an index are embedded ahead of questions, so that many may be held against each. */
export const isSmallIndex = ({ chunkCount }: RetrievalContext["snapshot"]): boolean =>
  chunkCount <= CHUNKS_EMBEDDED_AHEAD;
