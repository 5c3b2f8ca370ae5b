import { describe, expect, it } from "vitest";
import { digitsOf, foldQuestion } from "./fold-question.ts";

describe("foldQuestion", () => {
  it.each([
    ["中關村國家自主創新示範區有哪些稅收優惠？", "中关村国家自主创新示范区有哪些税收优惠？"],
    ["軟體企業的網路安全補貼", "软件企业的网络安全补贴"],
    ["２０２４年方案第３条", "2024年方案第3条"],
    ["二〇二五年的目标", "2025年的目标"],
    ["二○二四年建设方案", "2024年建设方案"],
    ["25年的建设方案", "2025年的建设方案"],
    ["27年底要达到什么目标", "2027年底要达到什么目标"],
  ])("%s → %s", (question, folded) => {
    expect(foldQuestion(question)).toBe(folded);
  });

  it.each(["著作权登记有补贴吗", "租期20年的厂房", "近10年的研发投入", "第三条讲什么", "一二三产业融合"])(
    "%s stays as it is",
    (question) => {
      expect(foldQuestion(question)).toBe(question);
    },
  );
});

describe("digitsOf", () => {
  it("gives the numbers of a question as digits", () => {
    expect(digitsOf("培育三十家以上、占百分之五十的企业")).toEqual(["30", "50"]);
    expect(digitsOf("第二十三条规定了什么")).toEqual([]);
  });
});
