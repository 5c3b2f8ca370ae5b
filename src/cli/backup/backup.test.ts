import { execFileSync } from "node:child_process";
import { appendFile, cp, mkdtemp, readdir, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { makeDocument } from "../../clause-index/fixtures.ts";
import type { ClauseIndex } from "../../clause-index/lance-index.ts";
import { openIndex } from "../../clause-index/lance-index.ts";
import { createBackup } from "./create-backup.ts";
import { restoreBackup } from "./restore-backup.ts";
import { TAR_END, tarHeader, tarPadding } from "./tar.ts";

// Many commits, or processes that load the model, on a machine that may be busy.
vi.setConfig({ testTimeout: 180_000 });

const SPACE = { id: "two numbers", dimensions: 2 };
const LONG = `${"很长的名字".repeat(12)}.txt`;
const change = (number: number) => ({
  documents: [
    { ...makeDocument(`plan-${number}`, [`支持第${number}类。`]), vectors: [Float32Array.of(1, 0)] },
  ],
  removedDocumentIds: [],
});

let folder: string;
let data: string;
let index: ClauseIndex;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "zhengwen-backup-"));
  data = path.join(folder, "data");
  index = openIndex(data, SPACE);
  await index.commit(change(0));
  await writeFile(path.join(data, "tokens.json"), "[]");
  await cp(path.join(data, "tokens.json"), path.join(data, "uploads", LONG));
  await writeFile(path.join(data, "uploads", "empty.txt"), "");
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const at = (name: string): string => path.join(folder, name);

/** The documents of a restored folder, all of it read. */
const documentsIn = async (restored: string): Promise<string[]> => {
  const snapshot = await openIndex(restored, SPACE).snapshot();
  await snapshot?.verify();
  return ((await snapshot?.listDocuments()) ?? []).map(({ documentId }) => documentId);
};

describe.each(["copy", "copy.tar", "copy.tar.gz"])("a backup as %s", (name) => {
  it("comes back whole, and takes the next ingest", async () => {
    const { files, fingerprint } = await createBackup(data, at(name));
    expect(files.map((each) => each.name)).toContain(`uploads/${LONG}`);
    const { manifest, aside } = await restoreBackup(at(name), at("restored"), false);
    expect([manifest.fingerprint, aside]).toEqual([fingerprint, null]);
    expect(await documentsIn(at("restored"))).toEqual(["plan-0"]);
    for (const each of ["tokens.json", `uploads/${LONG}`, "uploads/empty.txt", "pointer.json"]) {
      expect(await readFile(path.join(at("restored"), each))).toEqual(await readFile(path.join(data, each)));
    }
    await openIndex(at("restored"), SPACE).commit(change(1));
    expect(await documentsIn(at("restored"))).toEqual(["plan-0", "plan-1"]);
    await expect(createBackup(data, at(name))).rejects.toMatchObject({ code: "backup_exists" });
  });

  it("is one state of the index, whatever is ingested meanwhile", async () => {
    const state = { done: false };
    const ingesting = (async () => {
      for (let number = 1; !state.done; number += 1) await index.commit(change(number));
    })();
    for (let round = 0; round < 4; round += 1) {
      const target = at(`${round}-${name}`);
      const { fingerprint } = await createBackup(data, target);
      await restoreBackup(target, at(`restored-${round}`), false);
      const documents = await documentsIn(at(`restored-${round}`));
      expect((await openIndex(at(`restored-${round}`), SPACE).snapshot())?.fingerprint).toBe(fingerprint);
      expect(documents).toHaveLength(new Set(documents).size);
      await openIndex(at(`restored-${round}`), SPACE).commit(change(1_000));
      expect(await documentsIn(at(`restored-${round}`))).toEqual([...documents, "plan-1000"].toSorted());
    }
    state.done = true;
    await ingesting;
  });

  it("is refused, and nothing touched, where it was cut or changed", async () => {
    await createBackup(data, at(name));
    const files = (await readdir(at(name), { recursive: true, withFileTypes: true }).catch(() => []))
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name));
    const target = files.find((file) => file.endsWith(".lance")) ?? at(name);
    const bytes = await readFile(target);
    const middle = Math.floor(bytes.length / 2);
    const flipped = Buffer.from(bytes);
    flipped[middle] = (flipped[middle] ?? 0) ^ 1;
    const harms: readonly (() => Promise<void>)[] = [
      () => truncate(target, middle),
      () => truncate(target, 0),
      () => writeFile(target, flipped),
    ];
    for (const harm of harms) {
      await harm();
      await expect(restoreBackup(at(name), data, true)).rejects.toMatchObject({
        code: expect.stringMatching(/^(?:backup_damaged|index_corrupt)$/),
      });
      expect(await documentsIn(data)).toEqual(["plan-0"]);
      await writeFile(target, bytes);
    }
    expect((await readdir(data)).filter((each) => each.startsWith("."))).toEqual([]);
  });
});

describe("a backup", () => {
  it("is an archive that others read, and takes what they wrote", async () => {
    await createBackup(data, at("copy.tar.gz"));
    const listed = execFileSync("tar", ["-tzf", at("copy.tar.gz")], { encoding: "utf8" });
    expect(listed.trim().split("\n").at(-1)).toBe("backup.json");
    execFileSync("mkdir", [at("unpacked")]);
    execFileSync("tar", ["-xzf", at("copy.tar.gz"), "-C", at("unpacked")]);
    expect(await readdir(path.join(at("unpacked"), "uploads"))).toContain(LONG);
    execFileSync("tar", ["-czf", at("again.tgz"), "-C", at("unpacked"), "."]);
    await restoreBackup(at("again.tgz"), at("restored"), false);
    expect(await documentsIn(at("restored"))).toEqual(["plan-0"]);
  });

  it("replaces nothing unless asked to, and then keeps what was there", async () => {
    await createBackup(data, at("copy"));
    await index.commit(change(1));
    await expect(restoreBackup(at("copy"), data, false)).rejects.toMatchObject({ code: "restore_occupied" });
    expect(await documentsIn(data)).toEqual(["plan-0", "plan-1"]);
    const { aside } = await restoreBackup(at("copy"), data, true);
    expect(await documentsIn(data)).toEqual(["plan-0"]);
    expect(await documentsIn(aside ?? "")).toEqual(["plan-0", "plan-1"]);
    // What was put aside is no part of the next backup.
    const { files } = await createBackup(data, at("next"));
    expect(files.filter(({ name }) => name.startsWith("."))).toEqual([]);
  });

  it("replaces nothing that came while it was read", async () => {
    await createBackup(data, at("copy"));
    const failing = restoreBackup(at("copy"), at("restored"), false).then(
      () => null,
      (error: unknown) => error,
    );
    for (;;) {
      const names = await readdir(at("restored")).catch(() => []);
      if (names.some((name) => name.startsWith(".restoring-"))) break;
    }
    await writeFile(path.join(at("restored"), "tokens.json"), "mine");
    expect(await failing).toMatchObject({ code: "restore_occupied" });
    expect(await readdir(at("restored"))).toEqual(["tokens.json"]);
    expect(await readFile(path.join(at("restored"), "tokens.json"), "utf8")).toBe("mine");
  });

  it("is not made of a damaged index, nor into the data folder", async () => {
    await expect(createBackup(data, path.join(data, "copy"))).rejects.toMatchObject({
      code: "backup_inside_data",
    });
    const files = await readdir(path.join(data, "tables"), { recursive: true });
    for (const name of files.filter((each) => each.includes(`data${path.sep}`))) {
      await truncate(path.join(data, "tables", name));
    }
    await expect(createBackup(data, at("copy"))).rejects.toMatchObject({ code: "index_corrupt" });
    expect(await readdir(folder)).toEqual(["data"]);
  });

  it("takes away nothing that stands in its place", async () => {
    await writeFile(at("notes.txt"), "mine");
    await expect(createBackup(data, at("notes.txt"))).rejects.toMatchObject({ code: "backup_exists" });
    expect(await readFile(at("notes.txt"), "utf8")).toBe("mine");
  });

  it.each(["notes.txt/copy", "notes.txt/copy.tar", "notes.txt/copy.tar.gz"])(
    "says so where %s cannot be written",
    async (name) => {
      await writeFile(at("notes.txt"), "mine");
      await expect(createBackup(data, at(name))).rejects.toMatchObject({
        code: expect.stringMatching(/^backup_(?:not_writable|exists)$/),
      });
      expect((await readdir(folder)).toSorted()).toEqual(["data", "notes.txt"]);
    },
  );

  it("as an archive makes the folder that it lies in", async () => {
    await createBackup(data, at("deep/in/copy.tar.gz"));
    await restoreBackup(at("deep/in/copy.tar.gz"), at("restored"), false);
    expect(await documentsIn(at("restored"))).toEqual(["plan-0"]);
  });

  it.each(["../evil.txt", "/etc/evil", "a/../../evil", "C:\\evil", "a\\..\\evil"])(
    "that names %s is refused",
    async (name) => {
      await writeFile(
        at("evil.tar"),
        Buffer.concat([tarHeader(name, 1, 0), Buffer.from("x"), tarPadding(1), TAR_END]),
      );
      await expect(restoreBackup(at("evil.tar"), at("restored"), false)).rejects.toMatchObject({
        code: "backup_damaged",
      });
      expect((await readdir(folder)).toSorted()).toEqual(["data", "evil.tar", "restored"]);
    },
  );

  it("without a manifest is refused", async () => {
    await createBackup(data, at("copy"));
    await rm(path.join(at("copy"), "backup.json"));
    await expect(restoreBackup(at("copy"), at("restored"), false)).rejects.toMatchObject({
      code: "backup_damaged",
    });
    await expect(restoreBackup(at("nowhere"), at("restored"), false)).rejects.toMatchObject({
      code: "backup_missing",
    });
    await appendFile(at("no.tar"), "no archive");
    await expect(restoreBackup(at("no.tar"), at("restored"), false)).rejects.toMatchObject({
      code: "backup_damaged",
    });
  });
});
