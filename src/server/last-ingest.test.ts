import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { LastIngestReplySchema } from "../contract/ingest.ts";
import type { IngestedFile } from "../ingest/ingest-report.ts";
import { keepLastIngest } from "./last-ingest.ts";
import { scriptedServices, testApp } from "./test-app.ts";

const FINISHED = new Date("2026-11-22T08:00:00.000Z");

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "zhengwen-last-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const file = (name: string, outcome: IngestedFile["outcome"]): IngestedFile => ({
  file: `/home/somebody/${name}`,
  outcome,
  documentIds: [name],
  documents:
    outcome === "unchanged" || outcome === "failed"
      ? []
      : [
          {
            documentId: name,
            title: `《${name}》`,
            clauses: 3,
            chunks: 3,
            characters: 90,
            dropped: {},
            issues: [],
          },
        ],
  removed: outcome === "replaced" ? [{ documentId: "old", title: "旧" }] : [],
  error: outcome === "failed" ? { code: "file_unreadable", message: "读不了" } : null,
});

/** What the server replies, over what is kept in the folder. */
const reply = async (dataFolder: string = folder) => {
  const response = await testApp(scriptedServices({}), { dataFolder }).request("/api/ingests/last");
  expect(response.status).toBe(200);
  return LastIngestReplySchema.parse(await response.json()).ingest;
};

describe("GET /api/ingests/last", () => {
  it("tells what changed, without where the files lie", async () => {
    const files = [
      file("a", "added"),
      file("b", "replaced"),
      file("c", "moved"),
      file("d", "unchanged"),
      file("e", "failed"),
    ];
    const gone = { documentId: "gone", title: "已移除", file: "/home/somebody/gone", removed: true };
    const kept = { documentId: "kept", title: "还在", file: "/home/somebody/kept", removed: false };
    await keepLastIngest(folder, { files, missing: [gone, kept] }, FINISHED);
    expect(await reply()).toStrictEqual({
      finishedAt: "2026-11-22T08:00:00.000Z",
      added: [{ documentId: "a", title: "《a》" }],
      replaced: [{ documentId: "b", title: "《b》" }],
      moved: [{ documentId: "c", title: "《c》" }],
      removed: [
        { documentId: "old", title: "旧" },
        { documentId: "gone", title: "已移除" },
      ],
      unchanged: 1,
      failed: [{ file: "e", code: "file_unreadable", message: "读不了" }],
    });
    expect(await readdir(folder)).toStrictEqual(["last-ingest.json"]);
  });

  it("goes on telling of the last change where nothing changed since", async () => {
    await keepLastIngest(folder, { files: [file("a", "added")], missing: [] }, FINISHED);
    await keepLastIngest(folder, { files: [file("a", "unchanged"), file("x", "failed")], missing: [] });
    expect((await reply())?.finishedAt).toBe("2026-11-22T08:00:00.000Z");
  });

  it("knows of none where nothing was kept, in a bucket, and where what was kept is broken", async () => {
    expect(await reply()).toBeNull();
    await keepLastIngest("s3://bucket/prefix", { files: [file("a", "added")], missing: [] });
    await keepLastIngest(path.join(folder, "nowhere"), { files: [file("a", "added")], missing: [] });
    expect(await reply(path.join(folder, "nowhere"))).toBeNull();
    await writeFile(path.join(folder, "last-ingest.json"), '{"ingest":{"finishedAt":"yesterday"}}');
    expect(await reply()).toBeNull();
  });
});
