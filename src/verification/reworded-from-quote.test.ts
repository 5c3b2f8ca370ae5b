import { describe, expect, it } from "vitest";
import { INTERCHANGEABLE_WORDS } from "./interchangeable-words.ts";
import { isRewordedFromQuote } from "./reworded-from-quote.ts";

const SERVICE = "推进人才服务数字化改革，建设国际化多语种一站式人才服务网站。";
const GIFTS = "鼓励各类主体对政府性融资担保、再担保机构进行捐赠。";
const CAPITAL = "支持企业利用资本市场进行并购重组，促进企业做强做大。";
const CHECKS = "部门相关监管信息通过省级平台实现互联互通，满足部门联合双随机抽查需求。";

describe("isRewordedFromQuote", () => {
  it.each([
    ["人才服务要向数字化转型，建一个国际化、多语言、一站办完的人才服务网站。", SERVICE],
    ["鼓励各种主体向政府性的融资担保、再担保机构捐款捐物。", GIFTS],
    ["帮助企业借资本市场做并购重组，从而变强变大。", CAPITAL],
    ["各部门的监管信息借助省级平台打通，以便开展部门联合的双随机抽查。", CHECKS],
  ])("passes %s", (statement, quote) => {
    expect(isRewordedFromQuote(statement, [quote], [])).toBe(true);
  });

  it.each([
    ["who gives to whom", "鼓励政府性的融资担保、再担保机构向各种主体捐款捐物。", GIFTS],
    ["another force", "要求各种主体向政府性的融资担保、再担保机构捐款捐物。", GIFTS],
    ["a denial", "不帮助企业借资本市场做并购重组，从而变强变大。", CAPITAL],
    ["a force left out", "企业借资本市场做并购重组，从而变强变大。", CAPITAL],
    ["another level", "各部门的监管信息借助国家级平台打通，以便开展部门联合的双随机抽查。", CHECKS],
    ["a promise", "人才服务要向数字化转型，建一个国际化、多语言、免费的人才服务网站。", SERVICE],
    ["another kind", "人才服务要向收费制转型，建一个国际化、多语言、一站办完的人才服务网站。", SERVICE],
    ["a number", "人才服务要向数字化转型，建3个国际化、多语言、一站办完的人才服务网站。", SERVICE],
    ["words in a heap", "服务人才数字化要向转型，一个国际化建、网站一站办完多语言的人才服务。", SERVICE],
  ])("turns down %s", (_what, statement, quote) => {
    expect(isRewordedFromQuote(statement, [quote], [])).toBe(false);
  });

  it("needs one quote that bears out all of it", () => {
    const statement = "鼓励各种主体向政府性的融资担保机构捐款捐物，建一个国际化、多语言的人才服务网站。";
    expect(isRewordedFromQuote(statement, [GIFTS, SERVICE], [])).toBe(false);
  });

  it("has nothing to go by without a quote", () => {
    expect(isRewordedFromQuote("支持组建创新联合体。", [], [])).toBe(false);
  });
});

describe("the interchangeable words", () => {
  it.each([
    ["增加", "减少"],
    ["提高", "降低"],
    ["放宽", "收紧"],
    ["设立", "撤销"],
    ["允许", "禁止"],
    ["应当", "可以"],
    ["鼓励", "支持"],
    ["支持", "奖励"],
    ["境内", "境外"],
    ["进口", "出口"],
    ["上级", "下级"],
    ["之前", "之后"],
    ["中央", "地方"],
    ["企业", "个人"],
    ["财政部", "科技部"],
  ])("put neither %s for %s nor the other way round", (one, other) => {
    expect(INTERCHANGEABLE_WORDS.get(one)?.has(other)).not.toBe(true);
    expect(INTERCHANGEABLE_WORDS.get(other)?.has(one)).not.toBe(true);
  });

  it("say which quoted word bears out which said one, one way where an arrow stands", () => {
    expect(INTERCHANGEABLE_WORDS.get("院所")?.has("科研院所")).toBe(true);
    expect(INTERCHANGEABLE_WORDS.get("老百姓")?.has("公众")).toBe(true);
    expect(INTERCHANGEABLE_WORDS.get("公众")?.has("大家")).not.toBe(true);
  });
});
