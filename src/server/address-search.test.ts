import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { AnswerSchema } from "../contract/answer.ts";
import { SearchReplySchema } from "../contract/search.ts";
import { ingestPaths } from "../ingest/ingest.ts";
import { openServices } from "./open-services.ts";
import type { OpenServices } from "./open-services.ts";
import { numberedPlaces, spokenAddressOf, spokenQuestion } from "./spoken-address-fixture.ts";
import { postJson, testApp } from "./test-app.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const ADDRESSES = 200;
const SEED = 20_261_122;

/** What people call each document. */
const NAMES: Readonly<Record<string, readonly string[]>> = {
  "zhongguancun-plan-2024-2027": [
    "建设方案",
    "中关村世界领先科技园区建设方案",
    "中关村世界领先科技园区建设方案（2024—2027年）",
    "2024年的建设方案",
    "24年建设方案",
    "二〇二四年建设方案",
    "2024-2027年方案",
    "中關村世界領先科技園區建設方案",
  ],
  "zhongguancun-plan-2011-2015": [
    "中关村国家自主创新示范区规划",
    "十二五规划",
    "“十二五”那份规划",
    "示范区规划",
    "2011—2015年规划",
    "中关村规划",
    "2011年那份规划",
  ],
  "gov2019-1": ["国发〔2019〕5号", "国发[2019]5号", "双随机、一公开监管的意见", "双随机意见"],
  "gov2019-3": ["国家职业教育改革实施方案", "职业教育改革方案", "职教改革方案", "国发（2019）4号"],
  "gov2019-5": [
    "国务院关于促进综合保税区高水平开放高质量发展的若干意见",
    "综合保税区意见",
    "国发2019年3号",
    "綜合保稅區意見",
  ],
  "gov2019-7": ["“无废城市”建设试点工作方案", "无废城市方案", "无废城市试点方案", "国办发【2018】128号"],
  "gov2019-13": ["行政执法公示制度指导意见", "国办发〔2018〕118号", "国办发﹝２０１８﹞118号"],
  "gov2019-32": ["个人所得税专项附加扣除暂行办法", "专项附加扣除办法", "国发〔2018〕第41号"],
  "gov2019-33": ["个人所得税法实施条例", "中华人民共和国个人所得税法实施条例", "個人所得稅法實施條例"],
  "gov2019-36": [
    "消防救援车辆专用号牌通知",
    "国务院办公厅关于国家综合性消防救援车辆悬挂应急救援专用号牌有关事项的通知",
    "国办发（2018）114号",
  ],
  "gov2019-41": ["国家粮食应急预案", "粮食应急预案", "粮食预案", "国办函[2005]57号"],
  "gov2019-58": ["专利代理条例", "專利代理條例"],
};

const ManifestSchema = z.object({ documents: z.array(z.looseObject({ file: z.string() })) });

/** Vectors without meaning: a clause that is named by its address is looked up, whatever is like the question. */
const meaningless = (texts: readonly string[], dimensions: number): Float32Array[] =>
  texts.map((text) => {
    const vector = new Float32Array(dimensions);
    vector[text.length % dimensions] = 1;
    return vector;
  });

let folder: string;
let services: OpenServices;
let app: ReturnType<typeof testApp>;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "zhengwen-address-"));
  const sources = path.join(folder, "sources");
  await mkdir(sources);
  const manifest = ManifestSchema.parse(
    JSON.parse(await readFile(path.join(ROOT, "eval/documents/manifest.json"), "utf8")),
  );
  const documents = manifest.documents.filter(({ file }) => file.replace(/\.txt$/, "") in NAMES);
  for (const { file } of documents)
    await cp(path.join(ROOT, "eval/documents", file), path.join(sources, file));
  await writeFile(path.join(sources, "manifest.json"), JSON.stringify({ documents }));
  services = openServices({ dataDir: path.join(folder, "index"), model: null });
  await ingestPaths([path.join(ROOT, "seeds"), sources], {
    index: services.index,
    embedder: {
      ...services.embedder,
      embedPassages: async (texts) => meaningless(texts, services.embedder.dimensions),
    },
    removeMissing: false,
    onProgress: () => undefined,
  });
  app = testApp(services, { requestLimitMs: 60_000 });
}, 300_000);

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

const firstHit = async (question: string): Promise<string | null> => {
  const reply = await app.request(`/api/search?q=${encodeURIComponent(question)}&limit=3`);
  return SearchReplySchema.parse(await reply.json()).hits[0]?.clauseId ?? null;
};

const answerTo = async (question: string) =>
  AnswerSchema.parse(await (await app.request("/api/answer", postJson({ question }))).json());

describe("a clause asked for by its address", () => {
  it(`is found at the first place, ${ADDRESSES} of ${ADDRESSES}`, async () => {
    const snapshot = await services.snapshot();
    const heads = await snapshot.listDocuments();
    expect(heads.map(({ documentId }) => documentId).toSorted()).toEqual(Object.keys(NAMES).toSorted());
    const asked = await Promise.all(
      heads.map(async ({ documentId }) => {
        const document = await snapshot.getDocument(documentId);
        const places = numberedPlaces(document?.clauses ?? []);
        return fc.constantFrom(...places).chain((place) =>
          spokenAddressOf(place)
            .chain((address) => spokenQuestion(NAMES[documentId] ?? [], address))
            .map((question) => ({ question, clauseId: place.clause.clauseId })),
        );
      }),
    );
    const sample = fc.sample(fc.oneof(...asked), { numRuns: ADDRESSES, seed: SEED });
    const missed: unknown[] = [];
    for (const { question, clauseId } of sample) {
      const searched = await firstHit(question);
      const answer = await answerTo(question);
      const cited = answer.citations[0]?.clauseId ?? answer.refusal?.message ?? null;
      if (searched !== clauseId || cited !== clauseId) missed.push({ question, clauseId, searched, cited });
    }
    expect(missed).toEqual([]);
  }, 300_000);

  it.each([
    ["专利代理条例第九十九条怎么规定的？", "第九十九条"],
    ["建设方案第八部分讲什么？", "第八部分"],
    ["建设方案第51条是什么？", "第51条"],
    ["《国家职业教育改革实施方案》第三部分第（九十）项", "第三部分第(九十)项"],
    ["粮食应急预案第9.2条怎么规定的？", "第9.2条"],
  ])("that does not exist is refused by name: %s", async (question, address) => {
    const answer = await answerTo(question);
    expect(answer.refusal).toMatchObject({
      reason: "not_in_corpus",
      message: expect.stringContaining(`中没有“${address}”`),
    });
  });
});
