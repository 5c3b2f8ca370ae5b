import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AnswerSchema } from "../contract/answer.ts";
import { ProblemSchema } from "../contract/common.ts";
import { DocumentListSchema } from "../contract/documents.ts";
import { SearchReplySchema } from "../contract/search.ts";

const CLI = fileURLToPath(new URL("../cli.ts", import.meta.url));

let folder: string;

/** The command line in an environment of its own: nothing of this machine's settings reaches it. */
const start = (args: readonly string[], environment: Readonly<Record<string, string>> = {}) =>
  spawn(process.execPath, [CLI, ...args], {
    cwd: folder,
    env: { PATH: process.env["PATH"] ?? "", ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });

const run = async (args: readonly string[], environment: Readonly<Record<string, string>> = {}) => {
  const child = start(args, environment);
  const output = { out: "", error: "" };
  child.stdout.on("data", (chunk: Buffer) => (output.out += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (output.error += chunk.toString()));
  const status = await new Promise<number | null>((resolve) => child.once("close", resolve));
  return { ...output, status };
};

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "zhengwen-cli-"));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe("the command line", () => {
  it("helps in Chinese with English beside it", async () => {
    const { status, out } = await run(["--help"]);
    expect(status).toBe(0);
    for (const name of ["start", "serve", "ingest", "ask", "search", "status"])
      expect(out).toContain(`  ${name}`);
    expect(out).toContain("提一个问题");
    expect(out).toContain("ask a question");
  });

  it.each([
    [["serch", "x"], "search"],
    [["ask"], "问题"],
    [["ask", "  "], "问题"],
    [["ask", "x", "--as-of", "yesterday"], "asOf"],
    [["search", "x", "--limit", "0"], "limit"],
    [["ingest"], "文件"],
    [["status", "--unknown"], "--unknown"],
    [[], "用法"],
  ])("calls %j a wrong use", async (args, hint) => {
    const { status, out, error } = await run(args);
    expect(status).toBe(2);
    expect(error).toContain(hint);
    expect(out).toBe("");
  });

  it("says in Chinese what is wrong with a value, and refers to nothing else", async () => {
    const { error } = await run(["ask", "x", "--as-of", "yesterday"]);
    expect(error).toContain("asOf: 日期应写作 YYYY-MM-DD\n");
    expect(error).not.toMatch(/详见|see errors|expected/);
  });

  it("says on one line which setting is wrong", async () => {
    const { status, error } = await run(["status"], { ZHENGWEN_PORT: "eighty" });
    expect(status).toBe(2);
    expect(error.trim().split("\n")).toHaveLength(1);
    expect(error).toContain("ZHENGWEN_PORT");
  });

  it("tells of an index that is not there", async () => {
    const status = await run(["status", "--json"]);
    expect(status.status).toBe(0);
    expect(JSON.parse(status.out)).toMatchObject({ initialised: false, documents: [] });
    const asked = await run(["ask", "基金", "--json"]);
    expect(asked.status).toBe(1);
    expect(ProblemSchema.parse(JSON.parse(asked.out)).code).toBe("index_not_ready");
  });

  it("reads .env of the working directory", async () => {
    const data = path.join(folder, "elsewhere");
    await writeFile(path.join(folder, ".env"), `ZHENGWEN_DATA=${data}\n`);
    const { out } = await run(["status", "--json"]);
    await rm(path.join(folder, ".env"));
    expect(JSON.parse(out)).toMatchObject({ dataDir: data });
  });
});

describe("the command line over a file", () => {
  beforeAll(async () => {
    const text = "测试办法\n\n第一条 为了支持企业创新，制定本办法。\n\n第二条 对认定的企业给予50万元奖励。\n";
    await writeFile(path.join(folder, "measures.txt"), text);
    const { status, error } = await run(["ingest", "measures.txt"]);
    if (status !== 0) throw new Error(error);
  });

  it("reports an ingest that has nothing left to do, and one that fails", async () => {
    const again = await run(["ingest", "measures.txt", "--json"]);
    expect(again.status).toBe(0);
    expect(JSON.parse(again.out)).toMatchObject({ files: [{ outcome: "unchanged" }] });
    const missing = await run(["ingest", "missing.txt"]);
    expect(missing.status).toBe(1);
    expect(missing.error).toContain("missing.txt");
  });

  it("shows what the index holds", async () => {
    const json = await run(["status", "--json"]);
    const { documents } = DocumentListSchema.parse(JSON.parse(json.out));
    expect(documents).toHaveLength(1);
    expect((await run(["status"])).out).toContain("测试办法");
  });

  it("searches, as text and as the server's object", async () => {
    const json = await run(["search", "企业奖励", "--limit", "1", "--json"]);
    const { hits } = SearchReplySchema.parse(JSON.parse(json.out));
    expect(hits).toHaveLength(1);
    expect(hits[0]?.text).toContain("50万元");
    expect((await run(["search", "企业奖励"])).out).toContain("50万元");
  });

  it("asks, as text and as the server's object", async () => {
    const json = await run(["ask", "对认定的企业给予多少奖励？", "--as-of", "2026-11-22", "--json"]);
    expect(json.status).toBe(0);
    expect(AnswerSchema.parse(JSON.parse(json.out))).toMatchObject({ refused: false, asOf: "2026-11-22" });
    const text = await run(["ask", "对认定的企业给予多少奖励？"]);
    expect(text.out).toContain("50万元");
    expect(text.out).toContain("[1]");
    expect(text.out).toContain("以原文为准");
  });

  it("serves until it is told to stop", async () => {
    const child = start(["serve"], { ZHENGWEN_PORT: "0" });
    let said = "";
    const url = await new Promise<string>((resolve, reject) => {
      child.once("close", () => reject(new Error(said)));
      child.stderr.on("data", (chunk: Buffer) => {
        said += chunk.toString();
        const found = /Zhengwen is running: (\S+)/.exec(said)?.[1];
        if (found !== undefined) resolve(found);
      });
    });
    expect(said).toContain("政问已启动");
    expect((await fetch(`${url}readyz`)).status).toBe(200);
    const closed = once(child, "close");
    child.kill("SIGTERM");
    expect((await closed)[0]).toBe(0);
  });
});
