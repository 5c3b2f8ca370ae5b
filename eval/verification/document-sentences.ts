import { splitSentences } from "../../src/policy/sentences.ts";
import { readSourceDocuments } from "../source-documents.ts";

/** A whole sentence of a document, as a citation quotes it. */
export interface DocumentSentence {
  readonly document: string;
  readonly text: string;
}

const folder = (path: string): string => new URL(`../../${path}`, import.meta.url).pathname;

/** The texts of the seeds and of the evaluation's documents by key. */
export const documentTexts = (): ReadonlyMap<string, string> =>
  new Map(
    [...readSourceDocuments([folder("seeds"), folder("eval/documents")])].map(([key, text]) => [
      key,
      // Two lines of a seed begin with control characters, which ingest takes away.
      text.replaceAll(/[\u0000-\u0008]/g, ""),
    ]),
  );

/** Every sentence of all documents, in document order. */
export const documentSentences = (): DocumentSentence[] =>
  [...documentTexts()].flatMap(([document, text]) =>
    splitSentences(text).map(({ start, end }) => ({ document, text: text.slice(start, end) })),
  );
