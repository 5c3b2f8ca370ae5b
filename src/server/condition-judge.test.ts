import { describe, expect, it } from "vitest";
import { createTransformersEmbedder } from "../clause-index/transformers-embedder.ts";
import { createConditionJudge } from "../matching/condition-judge.ts";

const embedder = createTransformersEmbedder();
const judge = createConditionJudge(embedder);

describe("the learnt judgement of conditions", () => {
  it("is there for the vectors of this very model, and for no other", () => {
    expect(judge).not.toBeNull();
    expect(createConditionJudge({ ...embedder, id: "another" })).toBeNull();
  });

  it("gives probabilities, the same again, in the order of the pairs", async () => {
    const pairs = [
      { condition: "有效期内的高新技术企业", said: "高企证书后年才到期" },
      { condition: "有效期内的高新技术企业", said: "高企去年没评上" },
      { condition: "有效期内的高新技术企业", said: "我们做注塑的，四十来号人" },
    ];
    const readings = (await judge?.judge(pairs)) ?? [];
    expect(readings).toHaveLength(3);
    for (const { met, unmet } of readings) {
      expect(met).toBeGreaterThanOrEqual(0);
      expect(unmet).toBeGreaterThanOrEqual(0);
      expect(met + unmet).toBeLessThanOrEqual(1 + 1e-9);
    }
    expect(await judge?.judge(pairs)).toEqual(readings);
    expect(await judge?.judge(pairs.toReversed())).toEqual(readings.toReversed());
    const [yes, no, other] = readings;
    expect((yes?.met ?? 0) - (yes?.unmet ?? 1)).toBeGreaterThan((no?.met ?? 1) - (no?.unmet ?? 0));
    expect((other?.met ?? 1) + (other?.unmet ?? 1)).toBeLessThan(0.8);
  });

  it("leaves open what has nothing to do with the condition", async () => {
    const said = ["今天天气不错", "我们在鄞州做阀门", "老板是本地人", "去年卖了三千万", "厂子是租的"];
    const readings =
      (await judge?.judge(said.map((each) => ({ condition: "未被列入严重失信主体名单", said: each })))) ?? [];
    expect(readings.filter(({ met, unmet }) => met >= 0.8 || unmet >= 0.85)).toEqual([]);
  });
});
