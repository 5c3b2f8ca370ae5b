import { createHash } from "node:crypto";
import { mkdir, mkdtemp, realpath, rm, symlink, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { documentIdFromName, findSourceFiles, isReadyMade, readSourceFile } from "./source-files.ts";
import type { FoundFile } from "./source-files.ts";

let root: string;
let folder: string;
beforeEach(async () => {
  root = await realpath(await mkdtemp(path.join(tmpdir(), "zhengwen-sources-")));
  folder = path.join(root, "sources");
  await mkdir(path.join(folder, "inner"), { recursive: true });
});
afterEach(() => rm(root, { recursive: true, force: true }));

const put = async (name: string, content = "正文"): Promise<string> => {
  const file = path.join(folder, name);
  await writeFile(file, content);
  return file;
};
const named = (files: readonly FoundFile[]): string[] =>
  files.map((file) => path.relative(folder, file.path));
const fileAt = (file: string): FoundFile => ({
  path: file,
  name: path.basename(file),
  folder: path.dirname(file),
});

describe("findSourceFiles", () => {
  it("walks folders, sorted, and passes over what is no document", async () => {
    for (const name of [
      "b.txt",
      "a.md",
      "inner/c.jsonl.gz",
      "manifest.json",
      ".hidden.txt",
      "~$lock.docx",
      "x.exe",
    ]) {
      await put(name);
    }
    expect(named(await findSourceFiles([folder]))).toEqual(["a.md", "b.txt", "inner/c.jsonl.gz"]);
  });

  it("finds a file once, however it is reached", async () => {
    const file = await put("a.txt");
    await symlink(folder, path.join(root, "alias"));
    const found = await findSourceFiles([
      file,
      folder,
      path.join(root, "alias"),
      path.join(root, "alias", "a.txt"),
    ]);
    expect(named(found)).toEqual(["a.txt"]);
  });

  it("names links that lead out of the folder or nowhere, and follows none", async () => {
    await put("a.txt");
    await writeFile(path.join(root, "outside.txt"), "不在文件夹中");
    await mkdir(path.join(root, "elsewhere"));
    await writeFile(path.join(root, "elsewhere", "e.txt"), "不在文件夹中");
    await symlink(path.join(folder, "a.txt"), path.join(folder, "again.txt"));
    await symlink(path.join(root, "outside.txt"), path.join(folder, "link.txt"));
    await symlink(path.join(root, "elsewhere"), path.join(folder, "folder-link"));
    await symlink(path.join(root, "none"), path.join(folder, "broken.txt"));
    await symlink(folder, path.join(folder, "inner", "loop"));
    const found = await findSourceFiles([folder]);
    expect(found.map(({ name, refusal }) => [name, refusal?.code])).toEqual([
      ["a.txt", undefined],
      ["broken.txt", "file_unreadable"],
      ["folder-link", "symlink_outside_folder"],
      ["link.txt", "symlink_outside_folder"],
    ]);
    for (const file of found.filter(({ refusal }) => refusal !== undefined)) {
      await expect(readSourceFile(file)).rejects.toBe(file.refusal);
    }
  });

  it("says which path does not exist", async () => {
    await expect(findSourceFiles([path.join(folder, "none.txt")])).rejects.toMatchObject({
      code: "file_not_found",
    });
  });
});

describe("readSourceFile", () => {
  it("gives bytes and their hash", async () => {
    const { bytes, sha256 } = await readSourceFile(fileAt(await put("a.txt", "正文")));
    expect(new TextDecoder().decode(bytes)).toBe("正文");
    expect(sha256).toBe(createHash("sha256").update("正文").digest("hex"));
  });

  it("refuses what is empty, too large, a folder or gone", async () => {
    const large = await put("large.txt");
    await truncate(large, 200_000_000);
    const cases = [
      { file: await put("empty.txt", ""), code: "file_empty" },
      { file: large, code: "file_too_large" },
      { file: path.join(folder, "inner"), code: "file_unreadable" },
      { file: path.join(folder, "none.txt"), code: "file_unreadable" },
    ];
    for (const { file, code } of cases) {
      await expect(readSourceFile(fileAt(file))).rejects.toMatchObject({ code });
    }
  });
});

describe("names", () => {
  it.each([
    { name: "zhongguancun-plan.txt", id: "zhongguancun-plan" },
    { name: "Plan-2.DOCX", id: "plan-2" },
  ])("$name is the id $id", ({ name, id }) => {
    expect(documentIdFromName(name)).toBe(id);
  });

  it("gives a Chinese name a short id, the same in both forms of Unicode", () => {
    expect(documentIdFromName("条例.txt")).toMatch(/^doc-[0-9a-f]{12}$/);
    expect(documentIdFromName("é.txt".normalize("NFC"))).toBe(documentIdFromName("é.txt".normalize("NFD")));
    expect(documentIdFromName("条例.txt")).not.toBe(documentIdFromName("办法.txt"));
  });

  it("knows ready-made clauses", () => {
    expect(["a.jsonl", "a.JSONL.GZ", "a.json", "a.gz"].map((name) => isReadyMade(name))).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});
