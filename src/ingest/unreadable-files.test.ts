import { chmod, symlink } from "node:fs/promises";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { OTHER, PLAN, startTestIngest } from "./test-ingest.ts";
import type { TestIngest } from "./test-ingest.ts";

let test: TestIngest;
beforeEach(async () => {
  test = await startTestIngest();
});
afterEach(() => test.dispose());

describe("files that cannot be read", () => {
  it("are reported, and the others go on", async () => {
    await test.write("plan.txt", PLAN);
    await test.write("empty.txt", "");
    await test.write("binary.txt", new Uint8Array(64));
    await test.write("clauses.jsonl", '{"id":"1","text":"一"}\n{"id":"2"}\n');
    const report = await test.ingest();
    expect(test.outcomes(report)).toMatchObject({
      "plan.txt": "added",
      "empty.txt": "failed",
      "binary.txt": "failed",
      "clauses.jsonl": "failed",
    });
    expect(report.files.find(({ file }) => file.endsWith(".jsonl"))?.error?.message).toContain("第 2 行");
    expect(await test.documentIds()).toEqual(["plan"]);
  });

  it("leave their old documents in place", async () => {
    await test.write("plan.txt", PLAN);
    await test.ingest();
    await test.write("plan.txt", "");
    expect(test.outcomes(await test.ingest({ removeMissing: true }))).toEqual({ "plan.txt": "failed" });
    expect(await test.textOf("plan")).toContain("50万元");
  });

  it.skipIf(process.getuid?.() === 0)("may be protected", async () => {
    await chmod(await test.write("plan.txt", PLAN), 0);
    const report = await test.ingest();
    expect(report.files[0]?.error?.code).toBe("file_unreadable");
  });

  it("do not make an index of nothing", async () => {
    await test.write("empty.txt", "");
    expect((await test.ingest()).index).toBeNull();
    await expect(test.snapshot()).rejects.toThrow("there is no index");
  });

  it("are those of a folder whose manifest is broken, and no others", async () => {
    await test.write("a/plan.txt", PLAN);
    await test.write("a/manifest.json", "{");
    await test.write("b/other.txt", OTHER);
    const report = await test.ingest();
    expect(test.outcomes(report)).toEqual({ "a/plan.txt": "failed", "b/other.txt": "added" });
    expect(report.files[0]?.error?.code).toBe("invalid_manifest");
  });

  it("may be links that lead nowhere", async () => {
    await test.write("plan.txt", PLAN);
    await symlink(path.join(test.sources, "nowhere"), path.join(test.sources, "link.txt"));
    const report = await test.ingest({
      paths: [path.join(test.sources, "plan.txt"), path.join(test.sources, "link.txt")],
    });
    expect(test.outcomes(report)).toEqual({ "link.txt": "failed", "plan.txt": "added" });
  });
});
