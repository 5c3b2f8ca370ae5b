import { MatchQuery } from "./lancedb.ts";
import type { Connection, Table } from "@lancedb/lancedb";
import { z } from "zod";
import type { PolicyDocument } from "../policy/document.ts";
import { chunkFilterSql, sqlIn, sqlText } from "./chunk-filter.ts";
import type { ScoredChunk } from "./chunk.ts";
import { readHits } from "./read-hits.ts";
import { DamageWatch } from "./damage-watch.ts";
import { DocumentCache } from "./document-cache.ts";
import { indexCorrupt, invalidIndexInput, readingIndex } from "./index-errors.ts";
import type { IndexPointer } from "./index-pointer.ts";
import type { ChunkFilter, DocumentHead, IndexSnapshot } from "./index-types.ts";
import { probesFor } from "./table-indices.ts";

/** UTF-16 units of text kept in memory: about 50 MB with their clause trees. */
const DOCUMENT_CACHE_SIZE = 12_000_000;

/** Ids in one condition. */
const IDS_PER_QUERY = 500;

/** The columns of a hit; its score stands in another, named by the method. */
const PLACE = ["chunkId", "clauseId", "documentId", "start", "end"];

const OwnerRowSchema = z.object({ clauseId: z.string(), documentId: z.string() });

const HashRowSchema = z.object({ documentId: z.string(), sha256: z.string() });

/** Shallow: the index wrote these itself; what is checked is that they are what it wrote. */
const HeadSchema = z.looseObject({
  documentId: z.string(),
  title: z.string(),
  issuers: z.array(z.string()),
  file: z.looseObject({ name: z.string(), sha256: z.string() }),
  source: z.object({ path: z.string(), manifestSha256: z.string().nullable() }).optional(),
});
const DocumentSchema = HeadSchema.extend({
  text: z.string(),
  clauses: z.array(z.looseObject({ clauseId: z.string() })),
});

const isHead = (value: unknown): value is DocumentHead => HeadSchema.safeParse(value).success;
const isDocument = (value: unknown): value is PolicyDocument => DocumentSchema.safeParse(value).success;

/** Parses a stored document or throws `index_corrupt`. */
export const parseStoredDocument = (json: unknown): PolicyDocument => {
  const value: unknown = JSON.parse(z.string().parse(json));
  if (!isDocument(value)) throw indexCorrupt("A stored document is not what was written");
  return value;
};

/** Parses the head of a stored document or throws `index_corrupt`. */
export const parseHead = (json: unknown): DocumentHead => {
  const value: unknown = JSON.parse(z.string().parse(json));
  if (!isHead(value)) throw indexCorrupt("A stored document's head is not what was written");
  return value;
};

/** Best first; equal scores in the order of ids, so that the same question gives the same answer. */
const bestFirst = (hits: readonly ScoredChunk[]): ScoredChunk[] =>
  hits.toSorted((a, b) => b.score - a.score || (a.chunkId < b.chunkId ? -1 : 1));

/** Opens exactly the table versions that a pointer names. */
export const openSnapshot = async (connection: Connection, pointer: IndexPointer): Promise<IndexSnapshot> => {
  const open = (name: "documents" | "chunks"): Promise<Table> =>
    readingIndex(`version ${pointer.tables[name]} of table ${name}`, () =>
      connection.openTable(name, [], { version: pointer.tables[name] }),
    );
  const [documents, chunks] = await Promise.all([open("documents"), open("chunks")]);
  const { documentCount, chunkCount } = pointer;
  const watch = new DamageWatch({ documents, chunks, documentCount, chunkCount });
  const cache = new DocumentCache(DOCUMENT_CACHE_SIZE);
  let heads: Promise<readonly DocumentHead[]> | null = null;

  const searchText = async (
    column: "words" | "bigrams",
    terms: readonly string[],
    limit: number,
    filter?: ChunkFilter,
  ): Promise<ScoredChunk[]> => {
    // A repeated term would count twice.
    const question = [...new Set(terms)].filter((term) => term.trim() !== "").join(" ");
    const where = chunkFilterSql(filter);
    if (question === "" || limit < 1 || filter?.documentIds?.length === 0) return [];
    return watch.reading(`column ${column}`, async () => {
      let query = chunks.query().fullTextSearch(new MatchQuery(question, column), { columns: [column] });
      if (where !== null) query = query.where(where);
      return bestFirst(await readHits(query.select([...PLACE, "_score"]).limit(limit), "_score"));
    });
  };

  return {
    fingerprint: pointer.fingerprint,
    generation: pointer.generation,
    documentCount,
    chunkCount,
    probe: () => watch.probe(),
    verify: () => watch.verify(),

    listDocuments: async () => {
      heads ??= watch.reading("the list of documents", async () => {
        const rows = await documents.query().select(["documentId", "head"]).toArray();
        return rows
          .map((row: { head: unknown }) => parseHead(row.head))
          .toSorted((a, b) => (a.documentId < b.documentId ? -1 : 1));
      });
      try {
        return await heads;
      } catch (error) {
        heads = null;
        throw error;
      }
    },

    documentHashes: () =>
      watch.reading("the hashes of documents", async () => {
        const rows: unknown[] = await documents.query().select(["documentId", "sha256"]).toArray();
        const hashes = rows.map((row) => HashRowSchema.parse(row));
        return new Map(
          hashes
            .toSorted((a, b) => (a.documentId < b.documentId ? -1 : 1))
            .map(({ documentId, sha256 }) => [documentId, sha256]),
        );
      }),

    getDocument: (documentId) =>
      cache.get(documentId, () =>
        watch.reading(`document ${documentId}`, async () => {
          const rows: { document: unknown }[] = await documents
            .query()
            .where(`documentId = ${sqlText(documentId)}`)
            .select(["document"])
            .limit(1)
            .toArray();
          return rows[0] === undefined ? null : parseStoredDocument(rows[0].document);
        }),
      ),

    async *clauseTrees() {
      const batches = documents.query().select(["document"])[Symbol.asyncIterator]();
      for (;;) {
        const batch = await watch.reading("the documents", () => batches.next());
        if (batch.done === true) return;
        for (const json of batch.value.getChild("document") ?? []) {
          const { documentId, clauses } = parseStoredDocument(json);
          yield { documentId, clauses };
        }
      }
    },

    findDocumentOfClause: (clauseId) =>
      watch.reading(`clause ${clauseId}`, async () => {
        const rows: { documentId: unknown }[] = await chunks
          .query()
          .where(`clauseId = ${sqlText(clauseId)}`)
          .select(["documentId"])
          .limit(1)
          .toArray();
        return rows[0] === undefined ? null : z.string().parse(rows[0].documentId);
      }),

    findDocumentsOfClauses: (clauseIds) =>
      watch.reading("the documents of clauses", async () => {
        const found = new Map<string, string>();
        for (let at = 0; at < clauseIds.length; at += IDS_PER_QUERY) {
          const rows: unknown[] = await chunks
            .query()
            .where(sqlIn("clauseId", clauseIds.slice(at, at + IDS_PER_QUERY)))
            .select(["clauseId", "documentId"])
            .toArray();
          for (const row of rows) {
            const { clauseId, documentId } = OwnerRowSchema.parse(row);
            found.set(clauseId, documentId);
          }
        }
        return found;
      }),

    searchWords: (words, limit, filter) => searchText("words", words, limit, filter),
    searchBigrams: (terms, limit, filter) => searchText("bigrams", terms, limit, filter),

    searchDense: async (vector, limit, filter) => {
      if (vector.length !== pointer.dimensions) {
        throw invalidIndexInput(`A vector of ${vector.length} numbers, not ${pointer.dimensions}`);
      }
      const where = chunkFilterSql(filter);
      if (limit < 1 || pointer.chunkCount === 0 || filter?.documentIds?.length === 0) return [];
      return watch.reading("column vector", async () => {
        // The same distance as the index's: with another one LanceDB scans without a word.
        let query = chunks.query().nearestTo(vector).distanceType("cosine");
        if (pointer.vectorPartitions !== null) {
          query = query
            .minimumNprobes(probesFor(pointer.vectorPartitions))
            .maximumNprobes(pointer.vectorPartitions);
        }
        if (where !== null) query = query.where(where);
        const hits = await readHits(query.select([...PLACE, "_distance"]).limit(limit), "_distance");
        return bestFirst(hits.map((hit) => ({ ...hit, score: 1 - hit.score })));
      });
    },
  };
};
