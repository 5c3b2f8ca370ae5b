import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { SearchReplySchema } from "../contract/search.ts";
import { ingestPaths } from "../ingest/ingest.ts";
import { openServices } from "./open-services.ts";
import type { OpenServices } from "./open-services.ts";
import { testApp } from "./test-app.ts";

const RULE = "对租用共享实验室的初创企业，按照实际租金的百分之三十给予补贴，每家企业每年最高补贴二十万元";

let folder: string;
let services: OpenServices;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "zhengwen-repeated-"));
  services = openServices({ dataDir: path.join(folder, "index"), model: null });
  const file = async (name: string, text: string): Promise<string> => {
    await writeFile(path.join(folder, name), text);
    return path.join(folder, name);
  };
  const paths = [
    await file("a.txt", `甲区实验室补贴办法\n\n第一条 为支持创新，制定本办法。\n\n第二条 ${RULE}。\n`),
    await file(
      "b.txt",
      `乙区创业支持规定\n\n第一条 为支持创业，制定本规定。\n\n第二条 本规定适用于乙区。\n\n第三条 ${RULE}。\n`,
    ),
  ];
  const { index, embedder } = services;
  await ingestPaths(paths, { index, embedder, removeMissing: false, onProgress: () => undefined });
}, 60_000);

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

it("marks a hit whose text a better one has, and explains both", async () => {
  const query = encodeURIComponent("租用共享实验室的初创企业补贴多少租金");
  const reply = await testApp(services).request(`/api/search?q=${query}&explain=true`);
  const { hits, explanation } = SearchReplySchema.parse(await reply.json());
  const [first, second] = hits;
  expect(first?.duplicateOf).toBeUndefined();
  expect(second?.duplicateOf).toBe(first?.clauseId);
  expect(explanation?.text).toBe("租用共享实验室的初创企业补贴多少租金");
  for (const hit of hits) {
    const { methods = [], fused } = hit.explanation ?? {};
    const sum = methods.reduce((total, { weight, normalised }) => total + weight * normalised, 0);
    expect(fused).toBeCloseTo(sum, 9);
    expect(hit.score).toBeCloseTo(sum, 9);
  }
});

it("quotes the text once and says where else it stands", async () => {
  const answer = await services.assistant.answer({
    question: "租用共享实验室的初创企业可以得到多少租金补贴？",
    history: [],
    asOf: "2026-11-22",
    documentIds: null,
  });
  expect(answer.statements.filter(({ text }) => text.includes(RULE))).toHaveLength(1);
  const [quoted, repeated] = answer.statements;
  expect(quoted?.text).toContain(RULE);
  expect(repeated?.text).toMatch(/^相同的文字还见于《.+》第.条。$/);
  const cited = [quoted, repeated].map(
    (each) => answer.citations[(each?.citations[0] ?? 0) - 1]?.documentId ?? null,
  );
  expect(new Set(cited).size).toBe(2);
});
