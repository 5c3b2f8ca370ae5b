import { execFileSync, spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { chmod, chown, cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const CLI = fileURLToPath(new URL("../cli.ts", import.meta.url));
const ARTICLES = Array.from(
  { length: 6 },
  (_, index) => `第${"一二三四五六"[index] ?? ""}条 对第${index}类企业给予奖励。`,
);

let folder: string;
let dataDir: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "zhengwen-failures-"));
  dataDir = path.join(folder, "data");
  await writeFile(path.join(folder, "plan.txt"), ["支持办法", ...ARTICLES].join("\n\n"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

interface Setting {
  readonly data?: string;
  /** Shell words before the command, such as a limit. */
  readonly under?: string;
  readonly uid?: number;
}

/** The command line in a process of its own. */
const start = (args: readonly string[], { data = dataDir, under = "", uid }: Setting = {}) =>
  spawn("/bin/sh", ["-c", `${under} exec "$0" "$@"`, process.execPath, CLI, ...args], {
    cwd: folder,
    env: { PATH: process.env["PATH"] ?? "", ZHENGWEN_DATA: data, HOME: folder },
    stdio: ["ignore", "pipe", "pipe"],
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });

const finish = async (child: ReturnType<typeof start>) => {
  const output = { out: "", error: "" };
  child.stdout.on("data", (chunk: Buffer) => (output.out += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (output.error += chunk.toString()));
  const status = await new Promise<number | null>((resolve) => child.once("close", resolve));
  return { ...output, status };
};

const run = (args: readonly string[], setting?: Setting) => finish(start(args, setting));

const indexOf = async (data = dataDir): Promise<unknown> => {
  const { out } = await run(["status", "--json"], { data });
  const { index, documentCount }: Record<string, unknown> = JSON.parse(out);
  return { index, documentCount };
};

/** Whether this process may mount a file system of its own. */
const canMount = ((): boolean => {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return false;
  try {
    execFileSync("unshare", ["--mount", "true"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
})();
const NOBODY = 65_534;
/** Whether a process of this test can be somebody else who may read the program. */
const canBeNobody = ((): boolean => {
  if (process.platform === "win32" || process.getuid?.() !== 0) return false;
  try {
    execFileSync(process.execPath, [CLI, "--help"], { uid: NOBODY, gid: NOBODY, stdio: "ignore", cwd: "/" });
    return true;
  } catch {
    return false;
  }
})();

describe("an ingest that the system stops", () => {
  it("says that a file may not grow, and leaves the index as it was", async () => {
    expect((await run(["ingest", "plan.txt"])).status).toBe(0);
    const before = await indexOf();
    const text = ["修订办法", ...ARTICLES.map((line) => `${line}${"另行规定。".repeat(40)}`)].join("\n\n");
    await writeFile(path.join(folder, "plan.txt"), text);
    // Blocks of 512 bytes: less than one version of the tables.
    const limited = await run(["ingest", "plan.txt"], { under: "ulimit -f 8;" });
    expect(limited.status).toBe(1);
    expect(limited.error).toContain("磁盘空间不足");
    expect(limited.error.trim().split("\n")).toHaveLength(1);
    expect(await indexOf()).toEqual(before);
    expect((await run(["ingest", "plan.txt"])).status).toBe(0);
    expect(await indexOf()).not.toEqual(before);
  });

  it.runIf(canMount)("says that the disk is full, and goes on when there is room", async () => {
    const disk = path.join(folder, "disk");
    await mkdir(disk);
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=600k", "tmpfs", disk]);
    try {
      const data = path.join(disk, "data");
      expect((await run(["ingest", "plan.txt"], { data })).status).toBe(0);
      const before = await indexOf(data);
      const filler = "x".repeat(100_000);
      for (let number = 0; number < 20; number += 1) {
        await writeFile(path.join(disk, `filler-${number}`), filler).catch(() => undefined);
      }
      await writeFile(path.join(folder, "other.txt"), ["另一办法", ...ARTICLES].join("\n\n"));
      const full = await run(["ingest", "plan.txt", "other.txt", "--json"], { data });
      expect(full.status).toBe(1);
      expect(JSON.parse(full.out)).toMatchObject({ code: "storage_full" });
      expect(await indexOf(data)).toEqual(before);
      for (const name of await readdir(disk)) if (name.startsWith("filler")) await rm(path.join(disk, name));
      expect((await run(["ingest", "plan.txt", "other.txt"], { data })).status).toBe(0);
      expect(await indexOf(data)).toMatchObject({ documentCount: 2 });
    } finally {
      execFileSync("umount", [disk]);
    }
  });

  it.runIf(canBeNobody)(
    "says that the data folder may not be written, and still answers from it",
    async () => {
      expect((await run(["ingest", "plan.txt"])).status).toBe(0);
      const before = await indexOf();
      await writeFile(path.join(folder, "plan.txt"), "另一份办法\n\n第一条 另行规定。\n");
      execFileSync("chmod", ["-R", "a=rX", folder]);
      const denied = await run(["ingest", "plan.txt"], { uid: NOBODY });
      expect(denied.status).toBe(1);
      expect(denied.error).toContain("不可写");
      const found = await run(["search", "奖励", "--json"], { uid: NOBODY });
      expect(found.status).toBe(0);
      expect(found.out).toContain("奖励");
      expect(await indexOf()).toEqual(before);
    },
  );

  it.runIf(canBeNobody)("names a file that may not be read, and goes on", async () => {
    await mkdir(dataDir);
    await chown(dataDir, NOBODY, NOBODY);
    await chmod(folder, 0o755);
    await writeFile(path.join(folder, "secret.txt"), "不给看的办法");
    await chmod(path.join(folder, "secret.txt"), 0);
    const { status, out } = await run(["ingest", "plan.txt", "secret.txt"], { uid: NOBODY });
    expect(status).toBe(1);
    expect(out).toContain("无法读取文件：secret.txt");
    expect(await indexOf()).toMatchObject({ documentCount: 1 });
  });
});

describe("two ingests at once", () => {
  it("are one, and one that says so with a status of its own", async () => {
    await cp(path.join(folder, "plan.txt"), path.join(folder, "other.txt"));
    const results = await Promise.all([run(["ingest", "plan.txt"]), run(["ingest", "other.txt"])]);
    const states = results.map(({ status }) => Number(status)).toSorted((a, b) => a - b);
    // The second may have come when the first was done; then both succeed.
    expect([
      [0, 0],
      [0, 3],
    ]).toContainEqual(states);
    // A lock that a living process of this machine holds.
    await writeFile(
      path.join(dataDir, "ingest.lock"),
      JSON.stringify({
        token: "t",
        pid: process.pid,
        host: hostname(),
        startedAt: "",
      }),
    );
    const waiting = await run(["ingest", "plan.txt"]);
    expect(waiting.status).toBe(3);
    expect(waiting.error).toContain("另一个导入任务正在进行");
  });

  it("may follow one that was killed", async () => {
    const lines = Array.from({ length: 80 }, (_, index) =>
      JSON.stringify({ id: `c${index}`, text: `第${index}项规定。` }),
    );
    await writeFile(path.join(folder, "many.jsonl"), lines.join("\n"));
    const child = start(["ingest", "many.jsonl"]);
    const closed = finish(child);
    // Killed while it holds the lock.
    while (!existsSync(path.join(dataDir, "ingest.lock"))) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    child.kill("SIGKILL");
    await closed;
    expect(await readFile(path.join(dataDir, "ingest.lock"), "utf8")).toContain(`"pid":${child.pid}`);
    expect((await run(["ingest", "many.jsonl"])).status).toBe(0);
    expect(await indexOf()).toMatchObject({ documentCount: 1 });
  });
});
