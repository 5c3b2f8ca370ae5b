import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toChineseNumeral } from "../../policy/chinese-numerals.ts";
import { readMarker } from "./read-marker.ts";

describe("readMarker", () => {
  it("reads back every number that is written in each family", () => {
    const number = fc.integer({ min: 1, max: 99 });
    const forms: readonly [string, (n: number) => string][] = [
      ["chinese-comma", (n) => `${toChineseNumeral(n)}、`],
      ["chinese-parenthesis", (n) => `（${toChineseNumeral(n)}）`],
      ["arabic-dot", (n) => `${n}.`],
      ["arabic-dot", (n) => `${n}．`],
      ["arabic-parenthesis", (n) => `（${n}）`],
      ["article", (n) => `第${toChineseNumeral(n)}条　`],
      ["chapter", (n) => `第${toChineseNumeral(n)}章 `],
    ];
    fc.assert(
      fc.property(number, fc.constantFrom(...forms), (n, [family, write]) => {
        const read = readMarker(`${write(n)}加强组织领导`);
        expect(read?.family.name).toBe(family);
        expect(read?.match.number).toBe(n);
      }),
    );
  });

  it.each([
    "一、二、三产业融合发展",
    "（一）项所列材料",
    "2010年，中关村企业总收入1.59万亿元",
    "3.5亿元以上的企业",
    "第三条规定的情形",
    "第五条第二款所称企业",
    "75%的钢材研究项目。",
    "十百千工程",
  ])("takes %s for running text", (text) => {
    expect(readMarker(text)).toBeNull();
  });

  it("reads 之一 after an article", () => {
    expect(readMarker("第十七条之一　本条是后来加的。")?.match).toMatchObject({ number: 17, suffix: "1" });
  });
});
