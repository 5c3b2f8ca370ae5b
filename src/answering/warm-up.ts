import type { GiveWay } from "../policy/ahead-of-need.ts";
import { walkClauses } from "../policy/clause.ts";
import type { PolicyDocument } from "../policy/document.ts";
import { readAddressesAhead } from "../retrieval/addressed-clauses.ts";
import type { RetrievalContext } from "../retrieval/retrieval-context.ts";
import { readableSpans } from "./readable-spans.ts";
import { isSmallIndex } from "./small-index.ts";

/** UTF-16 units of text that are read ahead: what the snapshot keeps in memory. */
const TEXT_READ_AHEAD = 10_000_000;

/**
 * Reads documents, and for a small index embeds its sentences, before anyone asks: the first answers are then as
 * fast as later ones. Changes no answer.
 * @param giveWay - false ends the work
 */
export const warmUp = async (context: RetrievalContext, giveWay: GiveWay): Promise<void> => {
  const { snapshot } = context;
  if (!(await giveWay())) return;
  await readAddressesAhead(snapshot, giveWay);
  const documents: PolicyDocument[] = [];
  let read = 0;
  for (const { documentId } of await snapshot.listDocuments()) {
    if (read > TEXT_READ_AHEAD || !(await giveWay())) return;
    const document = await snapshot.getDocument(documentId);
    read += document?.text.length ?? 0;
    if (document !== null && isSmallIndex(snapshot)) documents.push(document);
  }
  for (const document of documents) {
    for (const { clause } of walkClauses(document.clauses)) {
      for (const { start, end } of readableSpans(document.text, clause.start, clause.end)) {
        if (!(await giveWay())) return;
        await context.embedSentences([document.text.slice(start, end)]);
      }
    }
  }
};
