import type { Chunk } from "../clause-index/chunk.ts";
import type { Embedder } from "../text-models/embedder.ts";
import type { DocumentSource, IndexedDocument } from "../clause-index/index-types.ts";
import type { PolicyDocument } from "../policy/document.ts";
import { chunkDocument } from "./chunk-document.ts";

/** Chunks that are embedded together; a document with more of them is embedded piece by piece. */
const CHUNKS_AT_ONCE = 2_048;

export interface UnembeddedDocument {
  readonly document: PolicyDocument;
  readonly source: DocumentSource | null;
}

/** What a chunk is embedded as: its heading path, then its text. */
const passageOf = (chunk: Pick<Chunk, "context" | "text">): string =>
  chunk.context === "" ? chunk.text : `${chunk.context}\n${chunk.text}`;

/**
 * Gives documents their vectors, slice by slice, so that the vectors of a large ingest are never in memory all
 * at once.
 * @param onProgress - receives the number of chunks embedded so far
 */
export async function* embedDocuments(
  documents: AsyncIterable<UnembeddedDocument>,
  embedder: Pick<Embedder, "embedPassages">,
  onProgress: (done: number) => void,
): AsyncGenerator<IndexedDocument, void, undefined> {
  let slice: (UnembeddedDocument & { readonly chunks: readonly Chunk[] })[] = [];
  let size = 0;
  let embedded = 0;

  async function* flush(): AsyncGenerator<IndexedDocument, void, undefined> {
    const chunks = slice.flatMap((each) => each.chunks);
    const vectors: Float32Array[] = [];
    for (let start = 0; start < chunks.length; start += CHUNKS_AT_ONCE) {
      const passages = chunks.slice(start, start + CHUNKS_AT_ONCE).map((chunk) => passageOf(chunk));
      vectors.push(...(await embedder.embedPassages(passages, (done) => onProgress(embedded + done))));
      embedded += passages.length;
    }
    let at = 0;
    for (const each of slice) {
      yield { ...each, vectors: vectors.slice(at, at + each.chunks.length) };
      at += each.chunks.length;
    }
    slice = [];
    size = 0;
  }

  for await (const each of documents) {
    const chunks = chunkDocument(each.document);
    slice.push({ ...each, chunks });
    size += chunks.length;
    if (size >= CHUNKS_AT_ONCE) yield* flush();
  }
  if (slice.length > 0) yield* flush();
}
