import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { existsSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { ProblemSchema } from "../../contract/common.ts";
import { DocumentListSchema } from "../../contract/documents.ts";
import { IngestReplySchema } from "../../contract/ingest.ts";
import { ingestPaths } from "../../ingest/ingest.ts";
import { TokenStore } from "../access/token-store.ts";
import { writeTokens } from "../access/token-file.ts";
import { createToken } from "../access/token.ts";
import type { OpenServices } from "../open-services.ts";
import { openServices } from "../open-services.ts";
import { testApp } from "../test-app.ts";
import { problemOf } from "../test-problem.ts";
import { hostileUploads } from "./hostile-uploads.ts";
import { ingestInProcess } from "./ingest-process.ts";
import { Uploads } from "./uploads.ts";

const REFUSALS = /^(?:unsafe_file_name|unsupported_format|one_file_expected)$/;
const CLI = fileURLToPath(new URL("../../cli.ts", import.meta.url));
const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
const beforeName = (name: string): string => `.before-0123456789ab-${name}`;
const { token, record } = createToken("uploads", ["ingest"], null);
const { token: admin, record: adminRecord } = createToken("admin", ["admin"], null);

let folder: string;
let services: OpenServices;
let app: ReturnType<typeof testApp>;
/** Addresses that were asked for at the server that nobody may ask. */
const asked: string[] = [];
const bystander = createServer((request, response) => {
  asked.push(request.url ?? "");
  response.end();
});

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "zhengwen-uploads-"));
  vi.stubEnv("ZHENGWEN_DATA", path.join(folder, "index"));
  await writeTokens(path.join(folder, "tokens.json"), [record, adminRecord]);
  services = openServices({ dataDir: path.join(folder, "index"), model: null });
  await services.load();
  const { index, embedder } = services;
  app = testApp(services, {
    requestLimitMs: 120_000,
    access: { tokens: new TokenStore(path.join(folder, "tokens.json")) },
    uploads: new Uploads(path.join(folder, "uploads"), async (file) =>
      IngestReplySchema.parse(await ingestPaths([file], { index, embedder })),
    ),
  });
  await new Promise<void>((resolve) => {
    bystander.listen(0, "127.0.0.1", resolve);
  });
});

afterAll(async () => {
  vi.unstubAllEnvs();
  bystander.close();
  await rm(folder, { recursive: true, force: true });
});

const formOf = (name: string, bytes: Uint8Array): FormData => {
  const form = new FormData();
  form.append("file", new File([new Uint8Array(bytes)], name));
  return form;
};
const upload = (body: FormData | string, over: typeof app = app, headers: Record<string, string> = {}) =>
  over.request("/api/documents", {
    method: "POST",
    body,
    headers: { authorization: `Bearer ${token}`, ...headers },
  });
const notice = (text: string) => formOf("办法.txt", new TextEncoder().encode(text));
const documents = async () => {
  const response = await app.request("/api/documents");
  return response.status === 503 ? [] : DocumentListSchema.parse(await response.json()).documents;
};

describe("an upload", () => {
  it("is read into the index, replaced, and found unchanged", async () => {
    const added = await upload(notice("测试办法\n\n第一条 对量子实验奖励三万元。\n"));
    expect(added.status).toBe(200);
    const report = IngestReplySchema.parse(await added.json());
    expect(report.files).toMatchObject([{ file: "办法.txt", outcome: "added" }]);
    expect(JSON.stringify(report)).not.toContain(folder);
    const replaced = await upload(notice("测试办法\n\n第一条 对量子实验奖励五万元。\n"));
    expect(IngestReplySchema.parse(await replaced.json()).files[0]?.outcome).toBe("replaced");
    const same = await upload(notice("测试办法\n\n第一条 对量子实验奖励五万元。\n"));
    expect(IngestReplySchema.parse(await same.json()).files[0]?.outcome).toBe("unchanged");
    expect(await documents()).toHaveLength(1);
  });

  it("that cannot be read leaves the file before it", async () => {
    const before = await readFile(path.join(folder, "uploads", "办法.txt"), "utf8");
    const problem = await problemOf(await upload(notice("")));
    expect(problem).toMatchObject({ status: 422, code: "file_empty" });
    expect(await readFile(path.join(folder, "uploads", "办法.txt"), "utf8")).toBe(before);
    expect(await readdir(path.join(folder, "uploads"))).toStrictEqual(["办法.txt"]);
  });

  it("in a process of its own does the same, and is stopped when it takes too long", async () => {
    const own = (timeoutMs: number) =>
      testApp(services, {
        requestLimitMs: 120_000,
        access: { tokens: new TokenStore(path.join(folder, "tokens.json")) },
        uploads: new Uploads(
          path.join(folder, "uploads"),
          ingestInProcess(CLI, { timeoutMs, memoryMb: 512 }),
        ),
      });
    const bytes = new TextEncoder().encode("第一条 对射电望远镜补贴四万元。\n");
    const added = await upload(formOf("-other.txt", bytes), own(100_000));
    expect(IngestReplySchema.parse(await added.json()).files).toMatchObject([
      { file: "-other.txt", outcome: "added" },
    ]);
    const empty = await upload(formOf("empty.txt", new Uint8Array()), own(100_000));
    expect(await problemOf(empty)).toMatchObject({ status: 422, code: "file_empty" });
    const late = await upload(formOf("late.txt", bytes), own(20));
    expect(await problemOf(late)).toMatchObject({ status: 422, code: "ingest_timeout" });
    expect((await readdir(path.join(folder, "uploads"))).toSorted()).toStrictEqual([
      "-other.txt",
      "办法.txt",
    ]);
  });

  it("needs to be one file in a whole form of bounded size", async () => {
    const two = notice("一");
    two.append("file", new File(["二"], "b.txt"));
    const none = new FormData();
    none.append("file", "only a string");
    const broken = { "content-type": "multipart/form-data; boundary=x" };
    const cases: [FormData | string, Record<string, string>, number, string][] = [
      [two, {}, 400, "one_file_expected"],
      [none, {}, 400, "one_file_expected"],
      [new FormData(), {}, 400, "one_file_expected"],
      ["--x\r\nbroken", broken, 400, "invalid_multipart"],
      ["{}", { "content-type": "application/json" }, 415, "unsupported_media_type"],
      [formOf("large.txt", new Uint8Array(21_000_000)), {}, 413, "body_too_large"],
    ];
    for (const [body, headers, status, code] of cases) {
      expect(await problemOf(await upload(body, app, headers))).toMatchObject({ status, code });
    }
  });

  it("waits its turn, and is put off when too many wait", async () => {
    const release = Promise.withResolvers<void>();
    const uploads = new Uploads(path.join(folder, "index", "waiting"), async (file) => {
      await release.promise;
      return { files: [], missing: [], index: file, seconds: 0 };
    });
    const signal = new AbortController().signal;
    const waiting = Array.from(
      { length: 4 },
      async (_, at) => (await uploads.add(`${at}.txt`, new Uint8Array(1), signal)).files,
    );
    await expect(uploads.add("5.txt", new Uint8Array(1), signal)).rejects.toMatchObject({
      code: "over_capacity",
    });
    release.resolve();
    expect(await Promise.all(waiting)).toHaveLength(4);
    expect((await uploads.add("5.txt", new Uint8Array(1), signal)).files).toStrictEqual([]);
  });
});

describe("hostile uploads", () => {
  it("are refused, fail, or do no harm", { timeout: 300_000 }, async () => {
    const address = bystander.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    const uploads = hostileUploads(`http://127.0.0.1:${port}`);
    expect(uploads.length).toBeGreaterThanOrEqual(30);
    const before = new Set((await documents()).map(({ documentId }) => documentId));
    const texts: string[] = [];
    const codes = {
      refused: REFUSALS,
      failed: /^(?!internal_error)\w+$/,
      harmless: /^(?!internal_error)\w*$/,
    };
    for (const { what, name, bytes, outcome } of uploads) {
      const response = await upload(formOf(name, bytes));
      const reply = await response.text();
      const code = response.status === 200 ? "" : ProblemSchema.parse(JSON.parse(reply)).code;
      expect({ what, status: response.status, code, tells: reply.includes(folder) }).toStrictEqual({
        what,
        status: expect.toSatisfy((status: number) => [200, 400, 413, 422].includes(status)),
        code: expect.stringMatching(codes[outcome]),
        tells: false,
      });
    }
    for (const { documentId } of await documents()) {
      if (before.has(documentId)) continue;
      texts.push(await (await app.request(`/api/documents/${encodeURIComponent(documentId)}`)).text());
    }
    expect(texts.join("")).not.toContain("root:");
    expect(asked).toStrictEqual([]);
    const names = await readdir(path.join(folder, "uploads"));
    for (const name of names) expect(name).not.toMatch(/^\.|escaped|tokens|manifest/);
    expect((await readdir(folder)).toSorted()).toStrictEqual(["index", "tokens.json", "uploads"]);
    expect(existsSync(path.join(tmpdir(), "escaped.txt"))).toBe(false);
    const after = (await documents()).map(({ documentId }) => documentId);
    for (const id of before) expect(after).toContain(id);
    const reading = await app.request("/readyz", { headers: { authorization: `Bearer ${admin}` } });
    expect(reading.status).toBe(200);
  });

  it("ends what a killed server had begun: the file that is in the index stays, or the one before it comes back", async () => {
    const uploads = path.join(folder, "killed");
    await mkdir(uploads);
    const files = {
      "read.txt": "new",
      [beforeName("read.txt")]: "old",
      "unread.txt": "half",
      [beforeName("unread.txt")]: "old",
      [beforeName("moved.txt")]: "old",
      ".incoming-0123456789ab": "half",
    };
    for (const [name, text] of Object.entries(files)) await writeFile(path.join(uploads, name), text);
    const reply = { files: [], missing: [], documentCount: 0, chunkCount: 0, index: "x" };
    const store = new Uploads(
      uploads,
      async () => IngestReplySchema.parse({ ...reply }),
      async (sum) => sum === sha256("new"),
    );
    await store.add("next.txt", new Uint8Array([1]), new AbortController().signal).catch(() => null);
    const left = (await readdir(uploads)).toSorted();
    expect(left.filter((name) => name !== "next.txt")).toEqual(["moved.txt", "read.txt", "unread.txt"]);
    const textOf = (name: string) => readFile(path.join(uploads, name), "utf8");
    expect([await textOf("read.txt"), await textOf("unread.txt")]).toEqual(["new", "old"]);
  });
});
