import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { createTransformersEmbedder } from "./transformers-embedder.ts";

const embedder = createTransformersEmbedder();
beforeAll(() => embedder.load());

const dot = (a: Float32Array, b: Float32Array): number =>
  a.reduce((sum, value, index) => sum + value * (b[index] ?? Number.NaN), 0);

const POOL = "建立先使用后付费机制，鼓励高校院所将科技成果以先使用后付费方式许可给中小微企业使用。";
const TALENT = "对符合条件的外籍人才，可申请私人事务类居留证件。";

describe("createTransformersEmbedder", () => {
  it("names model and weights", () => {
    expect(embedder.id).toMatch(/^zhengwen-embed@[0-9a-f]{12}$/);
    expect(embedder.dimensions).toBe(384);
  });

  it("gives unit vectors that put a question nearest to its passage", async () => {
    const [pool, talent] = await embedder.embedPassages([POOL, TALENT]);
    const question = await embedder.embedQuery("外国人才怎么办居留许可？");
    if (pool === undefined || talent === undefined) throw new Error("a vector is missing");
    expect(dot(question, question)).toBeCloseTo(1, 5);
    expect(dot(question, talent)).toBeGreaterThan(dot(question, pool));
  });

  it("gives a text the same vector whatever its neighbours, and in the order given", async () => {
    const mixed = ["短。", POOL, TALENT, "长".repeat(300)];
    const progress: number[] = [];
    const together = await embedder.embedPassages(mixed, (done) => progress.push(done));
    const alone = await Promise.all(mixed.map((text) => embedder.embedPassages([text])));
    expect(together).toEqual(alone.flat());
    expect(progress).toEqual([1, 2, 3, 4]);
  });

  it("takes empty text, no text, and text beyond 512 tokens", async () => {
    expect(await embedder.embedPassages([])).toEqual([]);
    const [empty, long, longer] = await embedder.embedPassages([
      "",
      "政策".repeat(2_000),
      "政策".repeat(3_000),
    ]);
    expect(empty?.length).toBe(384);
    expect(longer).toEqual(long);
  });

  it("says which files are missing", () => {
    const folder = mkdtempSync(path.join(tmpdir(), "zhengwen-models-"));
    expect(() => createTransformersEmbedder(folder)).toThrow(
      expect.objectContaining({ code: "model_missing" }),
    );
  });
});
