import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openIndex } from "../clause-index/lance-index.ts";
import { removeDocuments } from "./remove-documents.ts";
import { articles, startTestIngest } from "./test-ingest.ts";
import type { TestIngest } from "./test-ingest.ts";

let test: TestIngest;
beforeEach(async () => {
  test = await startTestIngest();
});
afterEach(() => test.dispose());

const repealedOn = async (): Promise<unknown> =>
  (await (await test.snapshot()).listDocuments()).find(({ documentId }) => documentId === "old")?.repealedOn;
const chunksInForce = async (): Promise<string[]> => {
  const hits = await (await test.snapshot()).searchBigrams(["企业"], 10, { inForceOn: "2026-01-01" });
  return [...new Set(hits.map(({ documentId }) => documentId))].toSorted();
};

describe("documents that change one another", () => {
  const OLD = articles("甲市扶持办法", "对企业给予奖励。");
  const NEW = articles(
    "甲市促进办法",
    "对企业给予补贴。",
    "本办法自2024年1月1日起施行，《甲市扶持办法》同时废止。",
  );

  it("are marked when the other one comes, and freed when it goes", async () => {
    await test.write("old.txt", OLD);
    const first = await test.ingest();
    expect(await repealedOn()).toBeNull();
    expect(await chunksInForce()).toEqual(["old"]);
    await test.write("new.txt", NEW);
    expect(test.outcomes(await test.ingest())).toEqual({ "new.txt": "added", "old.txt": "unchanged" });
    expect(await repealedOn()).toBe("2024-01-01");
    expect(await chunksInForce()).toEqual(["new"]);
    const { generation } = await test.snapshot();
    await test.ingest();
    expect((await test.snapshot()).generation).toBe(generation);

    await removeDocuments(["new"], {
      index: openIndex(test.dataDir, test.embedder),
      embedder: test.embedder,
    });
    expect(await repealedOn()).toBeNull();
    expect(await chunksInForce()).toEqual(["old"]);
    expect((await test.snapshot()).fingerprint).toBe(first.index);
    expect(test.embedded.length).toBe(new Set(test.embedded).size);
  });

  it("are the same whichever came first", async () => {
    await test.write("new.txt", NEW);
    await test.ingest();
    await test.write("old.txt", OLD);
    const { index } = await test.ingest();
    expect(await repealedOn()).toBe("2024-01-01");
    await test.remove("new.txt");
    await test.remove("old.txt");
    await test.ingest({ removeMissing: true });
    await test.write("new.txt", NEW);
    await test.write("old.txt", OLD);
    expect((await test.ingest()).index).toBe(index);
  });
});
