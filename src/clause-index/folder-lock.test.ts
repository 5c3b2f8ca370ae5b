import { mkdtemp, readFile, readdir, rm, utimes, writeFile } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { acquireFolderLock } from "./folder-lock.ts";

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "zhengwen-lock-"));
  file = path.join(folder, "ingest.lock");
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const busy = expect.objectContaining({ code: "ingest_running", status: 409 });
/** No process has this number: it is beyond the largest that Linux gives. */
const DEAD_PID = 4_194_305;
const foreign = (changes: object): string =>
  JSON.stringify({ token: "t", pid: process.ppid, host: hostname(), startedAt: "2026-01-01", ...changes });

describe("acquireFolderLock", () => {
  it("lets one of many in, and leaves nothing behind", async () => {
    const attempts = await Promise.allSettled(Array.from({ length: 8 }, () => acquireFolderLock(file)));
    const held = attempts.filter((attempt) => attempt.status === "fulfilled");
    expect(held).toHaveLength(1);
    for (const attempt of attempts) if (attempt.status === "rejected") expect(attempt.reason).toEqual(busy);
    await held[0]?.value.assertHeld();
    await held[0]?.value.release();
    expect(await readdir(folder)).toEqual([]);
  });

  it("waits for a living process, here or on another host", async () => {
    await writeFile(file, foreign({}));
    await expect(acquireFolderLock(file)).rejects.toEqual(busy);
    await writeFile(file, foreign({ host: "elsewhere", pid: DEAD_PID }));
    await expect(acquireFolderLock(file)).rejects.toEqual(busy);
  });

  it.each([
    { whose: "a process that is gone", owner: { pid: DEAD_PID } },
    { whose: "an earlier process with this one's number", owner: { pid: process.pid } },
  ])("takes over the lock of $whose", async ({ owner }) => {
    await writeFile(file, foreign(owner));
    const lock = await acquireFolderLock(file);
    await expect(lock.assertHeld()).resolves.toBeUndefined();
    await lock.release();
  });

  it("takes over a lock that nobody touched for long, whatever it says", async () => {
    const old = new Date(Date.now() - 3_600_000);
    for (const content of [foreign({ host: "elsewhere" }), "", "{half"]) {
      await writeFile(file, content);
      await utimes(file, old, old);
      const lock = await acquireFolderLock(file);
      await lock.release();
    }
    await writeFile(file, "{half");
    await expect(acquireFolderLock(file)).rejects.toEqual(busy);
  });

  it("clears away what killed writers left, and leaves a living thief's file", async () => {
    await writeFile(`${file}.new-1`, "");
    await writeFile(`${file}.stale-1`, foreign({ pid: DEAD_PID }));
    await writeFile(`${file}.stale-2`, foreign({}));
    const lock = await acquireFolderLock(file);
    await lock.release();
    expect(await readdir(folder)).toEqual(["ingest.lock.stale-2"]);
  });

  it("tells a writer whose lock was taken, and leaves the taker's lock alone", async () => {
    const lock = await acquireFolderLock(file);
    await writeFile(file, foreign({ token: "taker" }));
    await expect(lock.assertHeld()).rejects.toEqual(busy);
    await lock.release();
    expect(await readFile(file, "utf8")).toContain("taker");
  });
});
