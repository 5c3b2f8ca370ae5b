import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import { StreamableHTTPClientTransport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import type { Transport } from "@modelcontextprotocol/sdk/shared/transport.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { AnswerSchema } from "../../contract/answer.ts";
import { ClauseDetailSchema } from "../../contract/documents.ts";
import { MatchReplySchema } from "../../contract/match.ts";
import { SearchReplySchema } from "../../contract/search.ts";
import { ingestPaths } from "../../ingest/ingest.ts";
import { openServices } from "../open-services.ts";
import type { RunningServer } from "../serve.ts";
import { serveApp } from "../serve.ts";
import { postJson, testApp } from "../test-app.ts";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const FUND = "谁来设立中关村科学研究基金？";
const TextSchema = z.array(z.object({ type: z.literal("text"), text: z.string() }));

let folder: string;
let server: RunningServer;

const withClient = async (transport: Transport, work: (client: Client) => Promise<void>): Promise<void> => {
  const client = new Client({ name: "test", version: "1" });
  await client.connect(transport);
  try {
    await work(client);
  } finally {
    await client.close();
  }
};

const overHttp = (work: (client: Client) => Promise<void>): Promise<void> =>
  withClient(new StreamableHTTPClientTransport(new URL(`${server.url}mcp`)), work);

const overStdio = (work: (client: Client) => Promise<void>): Promise<void> =>
  withClient(
    new StdioClientTransport({
      command: process.execPath,
      args: [path.join(ROOT, "src/cli.ts"), "mcp"],
      env: { ZHENGWEN_DATA: path.join(folder, "index") },
      cwd: folder,
    }),
    work,
  );

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "zhengwen-mcp-"));
  const services = openServices({ dataDir: path.join(folder, "index"), model: null });
  await services.load();
  await ingestPaths([path.join(ROOT, "seeds")], { index: services.index, embedder: services.embedder });
  server = await serveApp(testApp(services, { requestLimitMs: 60_000 }), "127.0.0.1", 0);
});

afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

const textOf = (content: unknown): string =>
  TextSchema.parse(content)
    .map(({ text }) => text)
    .join("");

describe.each([
  ["Streamable HTTP", overHttp],
  ["stdio", overStdio],
])("the official client over %s", (_name, connected) => {
  it("asks, searches, looks up and matches", async () => {
    await connected(async (client) => {
      const { tools } = await client.listTools();
      expect(tools.map(({ name }) => name).toSorted()).toStrictEqual([
        "ask_policy",
        "get_clause",
        "match_policies",
        "search_clauses",
      ]);

      const asked = await client.callTool({ name: "ask_policy", arguments: { question: FUND } });
      const answer = AnswerSchema.parse(asked.structuredContent);
      expect(answer.refused).toBe(false);
      expect(textOf(asked.content)).toContain("依据：\n[1] ");

      const found = await client.callTool({ name: "search_clauses", arguments: { query: "科学研究基金" } });
      const { hits } = SearchReplySchema.parse(found.structuredContent);
      expect(hits).toHaveLength(10);

      const clauseId = hits[0]?.clauseId;
      const got = await client.callTool({ name: "get_clause", arguments: { clauseId } });
      expect(ClauseDetailSchema.parse(got.structuredContent).text).toBe(hits[0]?.text);

      const matched = await client.callTool({
        name: "match_policies",
        arguments: { profile: { description: "中关村的人工智能企业，12名员工" } },
      });
      expect(MatchReplySchema.parse(matched.structuredContent).profile.employees).toBe(12);
    });
  });

  it("reads a document that an answer cites", async () => {
    await connected(async (client) => {
      const { resources } = await client.listResources();
      expect(resources).toHaveLength(2);
      const asked = await client.callTool({ name: "ask_policy", arguments: { question: FUND } });
      const [citation] = AnswerSchema.parse(asked.structuredContent).citations;
      const uri = `zhengwen://index/documents/${citation?.documentId ?? ""}`;
      expect(resources.map((each) => each.uri)).toContain(uri);
      expect(textOf(asked.content)).toContain(`${uri}#`);
      const [content] = (await client.readResource({ uri })).contents;
      const text = content !== undefined && "text" in content ? content.text : "";
      expect(text.slice(citation?.start, citation?.end)).toBe(citation?.quote);
    });
  });

  it("is told what is wrong", async () => {
    await connected(async (client) => {
      const absent = await client.callTool({ name: "get_clause", arguments: { clauseId: "nothing" } });
      expect(absent.isError).toBe(true);
      expect(textOf(absent.content)).toContain("clause_not_found");
      const unfit = await client.callTool({ name: "ask_policy", arguments: { question: " " } });
      expect(unfit.isError).toBe(true);
      await expect(client.readResource({ uri: "zhengwen://index/documents/no%20such" })).rejects.toThrow(
        "document_not_found",
      );
      await expect(client.listResources({ cursor: "x" })).rejects.toThrow("cursor");
    });
  });
});

describe("POST /mcp", () => {
  it("refuses a batch, and what is no message", async () => {
    const ping = { jsonrpc: "2.0", id: 1, method: "ping" };
    for (const body of [[ping, ping], { id: 1 }, "{"]) {
      expect((await fetch(`${server.url}mcp`, postJson(body))).status).toBe(400);
    }
  });

  it("has no stream of its own, and no sessions to end", async () => {
    for (const method of ["GET", "DELETE"]) {
      const response = await fetch(`${server.url}mcp`, { method });
      expect(response.status).toBe(405);
      expect(response.headers.get("allow")).toBe("POST");
    }
  });
});
