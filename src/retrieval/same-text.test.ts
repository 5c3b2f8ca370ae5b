import { describe, expect, it } from "vitest";
import { comparable, isSameText } from "./same-text.ts";

const RULE =
  "对符合条件的科技型中小企业，按照其上年度研发费用的一定比例给予资金补助，每家企业每年不超过一百万元。";
const same = (a: string, b: string): boolean => isSameText(comparable(a), comparable(b));

describe("isSameText", () => {
  it("knows a text again under another number, in another width and with a few other words", () => {
    expect(same(`第五条 ${RULE}`, `三、${RULE}`)).toBe(true);
    expect(same(RULE, RULE.replaceAll("，", ", "))).toBe(true);
    expect(same(RULE, RULE.replace("一定比例", "一定的比例"))).toBe(true);
  });

  it("takes neither another text nor a longer one for the same", () => {
    expect(
      same(RULE, "对获得认定的独角兽企业，优先推荐参与国家重大科技项目，并在用地、人才落户等方面给予支持。"),
    ).toBe(false);
    expect(same(RULE, `${RULE}具体办法由市科学技术委员会会同市财政局另行制定并向社会公布。`)).toBe(false);
  });

  it("compares no headings", () => {
    expect(same("一、总体要求", "二、总体要求")).toBe(false);
  });
});
