import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createTransformersPairReader } from "./transformers-pair-reader.ts";

const reader = createTransformersPairReader();

describe("the pair reader", () => {
  it("says that its files are missing", () => {
    const empty = mkdtempSync(path.join(tmpdir(), "zhengwen-no-model-"));
    expect(() => createTransformersPairReader(empty)).toThrow(
      expect.objectContaining({ code: "model_missing" }),
    );
  });

  it.each([
    ["房租能补多少", "按照实际支付租金的50%给予补贴，每年最高20万元。", "承租人应当按月支付租金。"],
    ["多久能审完", "区科技局应当在受理后15个工作日内完成审核。", "申报材料一式三份，报送区科技局。"],
    ["谁负责验收", "项目验收由市工业和信息化局组织。", "项目应当在两年内完成建设。"],
  ])("tells what answers from what is near by: %s", async (question, answer, near) => {
    const [right = 0, wrong = 0] = await reader.readAnswers(question, [answer, near]);
    expect(right).toBeGreaterThan(wrong);
    // A pair runs alone: its neighbours change nothing, nor does their order.
    expect(await reader.readAnswers(question, [near, answer])).toEqual([wrong, right]);
    expect(await reader.readAnswers(question, [answer])).toEqual([right]);
  });

  it("tells what meets a condition, what denies it, and what leaves it open", async () => {
    const condition = "有效期内的高新技术企业";
    const pairs = ["高企证书后年才到期", "高企去年没评上", "我们做注塑的，四十来号人"].map((said) => ({
      condition,
      said,
    }));
    const readings = await reader.readConditions(pairs);
    for (const { met, unmet } of readings) {
      expect(met).toBeGreaterThanOrEqual(0);
      expect(unmet).toBeGreaterThanOrEqual(0);
      expect(met + unmet).toBeLessThanOrEqual(1 + 1e-9);
    }
    const [yes, no, other] = readings;
    expect((yes?.met ?? 0) - (yes?.unmet ?? 1)).toBeGreaterThan((no?.met ?? 1) - (no?.unmet ?? 0));
    expect((other?.met ?? 1) + (other?.unmet ?? 1)).toBeLessThan(0.8);
    expect(await reader.readConditions(pairs.toReversed())).toEqual(readings.toReversed());
  });

  it("leaves open what has nothing to do with the condition", async () => {
    const said = ["今天天气不错", "我们在鄞州做阀门", "老板是本地人", "去年卖了三千万", "厂子是租的"];
    const pairs = said.map((each) => ({ condition: "未被列入严重失信主体名单", said: each }));
    const readings = await reader.readConditions(pairs);
    expect(readings.filter(({ met, unmet }) => met >= 0.8 || unmet >= 0.8)).toEqual([]);
  });

  it("reads any text, however long, broken or empty", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary", maxLength: 300 }), fc.nat(40), async (text, times) => {
        const long = text.repeat(times);
        const [odds = Number.NaN] = await reader.readAnswers(long, [text]);
        expect(Number.isFinite(odds)).toBe(true);
      }),
      { numRuns: 15 },
    );
    expect(await reader.readAnswers("甲", [])).toEqual([]);
    expect(await reader.readAnswers("补贴".repeat(200_000), ["补贴".repeat(200_000)])).toHaveLength(1);
  });
});
