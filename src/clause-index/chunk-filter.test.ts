import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { statusOn } from "../policy/validity.ts";
import { validityBounds } from "./chunk-filter.ts";
import { makeDocument } from "./fixtures.ts";
import type { IndexSnapshot } from "./index-types.ts";
import { openIndex } from "./lance-index.ts";

const PERIODS = [null, "2011", "2015-06", "2024-02-29", "2027"].flatMap((effectiveFrom) =>
  [null, "2015", "2024-02", "2027-12-31"].flatMap((effectiveTo) =>
    [null, "2019", "2024-02-29"].map((repealedOn) => ({ effectiveFrom, effectiveTo, repealedOn })),
  ),
);
const DAYS = [
  "2010-12-31",
  "2011-01-01",
  "2015-06-30",
  "2015-12-31",
  "2016-01-01",
  "2018-12-31",
  "2019-01-01",
].concat(["2024-02-28", "2024-02-29", "2024-03-01", "2027-01-01", "2027-12-31", "2028-01-01"]);

let folder: string;
let snapshot: IndexSnapshot;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "zhengwen-filter-"));
  const documents = PERIODS.map((period, number) => ({
    ...makeDocument(`d${number}`, ["支持企业创新。"], period),
    vectors: [Float32Array.of(1, 0)],
  }));
  snapshot = await openIndex(folder, { id: "two numbers", dimensions: 2 }).commit({
    documents,
    removedDocumentIds: [],
  });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const found = async (filter: { inForceOn?: string; documentIds?: string[] }): Promise<string[][]> => {
  const searches = await Promise.all([
    snapshot.searchWords(["企业"], 500, filter),
    snapshot.searchBigrams(["企业"], 500, filter),
    snapshot.searchDense(Float32Array.of(1, 0), 500, filter),
  ]);
  return searches.map((hits) => hits.map((hit) => hit.documentId).toSorted());
};

const thrice = (ids: string[]): string[][] => [ids, ids, ids];

describe("the filter by day", () => {
  it("keeps exactly what statusOn calls in force or unknown, in every search", async () => {
    for (const day of DAYS) {
      const expected = PERIODS.flatMap((period, number) =>
        ["in_force", "unknown"].includes(statusOn(period, day)) ? [`d${number}`] : [],
      ).toSorted();
      expect({ day, found: await found({ inForceOn: day }) }).toEqual({ day, found: thrice(expected) });
    }
  });

  it("refuses what is no day and what is no date", async () => {
    for (const day of ["2024", "2024-02-30", "2024-01-01 OR 1=1"]) {
      await expect(snapshot.searchWords(["企业"], 5, { inForceOn: day })).rejects.toMatchObject({
        code: "index_invalid_input",
      });
    }
    expect(() => validityBounds({ effectiveFrom: "两年", effectiveTo: null, repealedOn: null })).toThrow(
      expect.objectContaining({ code: "index_invalid_input" }),
    );
  });
});

describe("the filter by document", () => {
  it("keeps the documents named, with and without a day", async () => {
    expect(await found({ documentIds: ["d0", "d7", "none"] })).toEqual(thrice(["d0", "d7"]));
    expect(await found({ documentIds: [] })).toEqual(thrice([]));
    expect(await found({ documentIds: ["x') OR 1=1 --"] })).toEqual(thrice([]));
    expect(await found({ documentIds: ["d0", "d1"], inForceOn: "2020-01-01" })).toEqual(thrice(["d0"]));
  });
});
