import { describe, expect, it } from "vitest";
import { asksTarget, statesTarget } from "./context-words.ts";

describe("statesTarget", () => {
  it.each([
    ["到 2027 年，初步建成世界领先科技园区。", true],
    ["展望 2035 年，全面建成世界领先科技园区。", true],
    ["具体目标：到2025年底，规模达到2万亿元。", true],
    ["2015年，总收入超过3万亿元。", false],
    ["自2019年1月1日起施行。", false],
    ["收到2019年的申请后，十日内办理。", false],
  ])("%s: %s", (text, states) => {
    expect(statesTarget(text)).toBe(states);
  });
});

describe("asksTarget", () => {
  it.each([
    ["到2027年，中关村要达到什么目标？", true],
    ["2035年要建成什么样？", true],
    ["到2027年要实现哪些突破", true],
    ["申请材料有哪些", false],
  ])("%s: %s", (question, asks) => {
    expect(asksTarget(question)).toBe(asks);
  });
});
