import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findSourceFiles, readSourceFile } from "./source-files.ts";

let base = "";
let folder = "";
beforeEach(() => {
  base = realpathSync(mkdtempSync(path.join(tmpdir(), "zhengwen-files-")));
  folder = path.join(base, "policies");
  mkdirSync(path.join(folder, "city"), { recursive: true });
});
afterEach(() => rmSync(base, { recursive: true, force: true }));

const write = (name: string, content = "第一条 文"): string => {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
};
const codeOf = async (name: string): Promise<unknown> => {
  const found = (await findSourceFiles([folder])).find((file) => file.name === name);
  if (found === undefined) return null;
  return readSourceFile(found).then(
    () => "read",
    (error: unknown) => (error instanceof Error && "code" in error ? error.code : error),
  );
};

describe("findSourceFiles", () => {
  it("takes documents of every format, also those that cannot be read, and leaves the rest", async () => {
    for (const name of ["b.docx", "a.txt", "city/c.pdf", "old.doc", "scan.jpg", "x.jsonl"]) write(name);
    for (const name of ["manifest.json", ".hidden.txt", "~$b.docx", "Thumbs.db", "style.css"]) write(name);
    const found = await findSourceFiles([folder]);
    expect(found.map((file) => path.relative(folder, file.path))).toEqual([
      "a.txt",
      "b.docx",
      "city/c.pdf",
      "old.doc",
      "scan.jpg",
      "x.jsonl",
    ]);
    expect(found.every(({ refusal }) => refusal === undefined)).toBe(true);
  });

  it("refuses links that lead out of the folder, to files and to folders, and follows what is named", async () => {
    writeFileSync(path.join(base, "secret.txt"), "机密");
    mkdirSync(path.join(base, "elsewhere"));
    symlinkSync(path.join(base, "secret.txt"), path.join(folder, "secret.txt"));
    symlinkSync(path.join(base, "elsewhere"), path.join(folder, "linked"));
    symlinkSync(path.join(base, "nothing"), path.join(folder, "broken.txt"));
    write("real.txt");
    symlinkSync(path.join(folder, "real.txt"), path.join(folder, "alias.txt"));
    symlinkSync("..", path.join(folder, "city", "loop"));
    expect(await codeOf("secret.txt")).toBe("symlink_outside_folder");
    expect(await codeOf("linked")).toBe("symlink_outside_folder");
    expect(await codeOf("broken.txt")).toBe("file_unreadable");
    expect(await codeOf("real.txt")).toBe("read");
    expect(await codeOf("alias.txt")).toBeNull();
    expect(await codeOf("loop")).toBeNull();
    const named = await findSourceFiles([path.join(folder, "secret.txt")]);
    expect(named.map(({ refusal }) => refusal)).toEqual([undefined]);
  });

  it("says which path does not exist", async () => {
    await expect(findSourceFiles([path.join(base, "none")])).rejects.toMatchObject({
      code: "file_not_found",
    });
  });
});

describe("readSourceFile", () => {
  it("refuses empty and huge files, the latter without reading them", async () => {
    write("empty.txt", "");
    for (const [name, size] of [
      ["huge.txt", 200_000_000],
      ["huge.pdf", 200_000_000],
    ] as const) {
      truncateSync(write(name), size);
    }
    expect(await codeOf("empty.txt")).toBe("file_empty");
    expect(await codeOf("huge.txt")).toBe("file_too_large");
    expect(await codeOf("huge.pdf")).toBe("file_too_large");
  });

  // Rights do not bind the administrator.
  it.skipIf(process.getuid?.() === 0)("reports what it may not open, and goes on", async () => {
    chmodSync(write("closed.txt"), 0o000);
    write("open.txt");
    expect(await codeOf("closed.txt")).toBe("file_unreadable");
    expect(await codeOf("open.txt")).toBe("read");
  });
});
