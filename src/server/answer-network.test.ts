import { expect, it } from "vitest";
import { oddsOfAnswer } from "../answering/answer-network.ts";
import { createTransformersEmbedder } from "../clause-index/transformers-embedder.ts";

const embedder = createTransformersEmbedder();

const oddsOf = async (question: string, sentence: string, modelId = embedder.id): Promise<number> => {
  const [said = new Float32Array()] = await embedder.embedPassages([sentence]);
  return oddsOfAnswer(modelId, await embedder.embedQuery(question), said);
};

it("knows nothing of the vectors of another model", async () => {
  expect(await oddsOf("租金补多少", "按实际租金的50%给予补贴。", "another")).toBe(0);
});

it.each([
  ["房租能补多少", "按照实际支付租金的50%给予补贴，每年最高20万元。", "承租人应当按月支付租金。"],
  ["多久能审完", "区科技局应当在受理后15个工作日内完成审核。", "申报材料一式三份，报送区科技局。"],
  ["谁负责验收", "项目验收由市工业和信息化局组织。", "项目应当在两年内完成建设。"],
])("tells what answers from what is near by: %s", async (question, answer, near) => {
  const odds = await oddsOf(question, answer);
  expect(Math.abs(odds)).toBeLessThanOrEqual(7);
  expect(odds).toBeGreaterThan(await oddsOf(question, near));
  expect(await oddsOf(question, answer)).toBe(odds);
});
