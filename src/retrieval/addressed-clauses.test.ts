import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeDocument } from "../clause-index/fixtures.ts";
import type { IndexSnapshot } from "../clause-index/index-types.ts";
import { openIndex } from "../clause-index/lance-index.ts";
import { findAddressed, MOST_DOCUMENTS_LOOKED_UP } from "./addressed-clauses.ts";
import { readAddresses } from "./clause-address.ts";

const DOCUMENTS = MOST_DOCUMENTS_LOOKED_UP + 20;
const idOf = (nth: number): string => `d${String(nth).padStart(2, "0")}`;
const lines = (many: number): string[] =>
  Array.from({ length: many }, (_each, index) => `${index + 1}.企业给予奖励。`);

let folder: string;
let snapshot: IndexSnapshot;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "zhengwen-addresses-"));
  // All documents have a 3., three of them a 9., one a 12.
  const documents = Array.from({ length: DOCUMENTS }, (_each, nth) => {
    const made = makeDocument(idOf(nth), lines(nth === 42 ? 12 : [7, 61].includes(nth) ? 9 : 3));
    return { ...made, vectors: made.chunks.map(() => Float32Array.of(1, 0, 0)) };
  });
  const index = openIndex(folder, { id: "none", dimensions: 3 });
  snapshot = await index.commit({ documents, removedDocumentIds: [] });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const found = async (
  question: string,
  likely: readonly string[] = [],
  documentIds: readonly string[] | null = null,
): Promise<string[]> => {
  const scope = { documentIds, mentions: [], absent: null };
  const places = await findAddressed(snapshot, { scope, addresses: readAddresses(question) }, likely);
  return places.map(({ document, clause }) => {
    expect(document.text.slice(clause.start, clause.end)).toMatch(/^\d+\.企业给予奖励。$/);
    return clause.clauseId;
  });
};

describe("an address without a document's name, among many documents", () => {
  it.each([
    ["第12条怎么规定？", ["d42.12"]],
    ["第9条怎么规定？", ["d07.9", "d42.9", "d61.9"]],
    ["第9条和第12条怎么规定？", ["d07.9", "d42.9", "d61.9", "d42.12"]],
    ["第99条怎么规定？", []],
  ])("is looked up in all of them: %s", async (question, clauseIds) => {
    expect(await found(question)).toEqual(clauseIds);
    expect(await found(question)).toEqual(clauseIds);
  });

  it("stands first where the document is likely meant", async () => {
    expect(await found("第9条怎么规定？", ["d61", "d00"])).toEqual(["d61.9", "d07.9", "d42.9"]);
  });

  it("means the likely documents alone where too many hold it", async () => {
    expect(await found("第3条怎么规定？")).toEqual([]);
    expect(await found("第3条怎么规定？", ["d61", "d00"])).toEqual(["d61.3", "d00.3"]);
    expect(await found("第3条和第12条怎么规定？", ["d42"])).toEqual(["d42.3", "d42.12"]);
  });

  it("is looked up in the documents that are named, and in no other", async () => {
    expect(await found("第9条怎么规定？", [], ["d42"])).toEqual(["d42.9"]);
    expect(await found("第12条怎么规定？", [], ["d07"])).toEqual([]);
  });
});
