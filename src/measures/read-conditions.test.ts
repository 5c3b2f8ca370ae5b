import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldText } from "./fold-text.ts";
import { readSentence } from "./read-sentence.ts";
import type { ConditionTest, NumericField, NumberRange, Requirement } from "./requirement.ts";
import { conditionsOf } from "./requirement.ts";

const read = (text: string, jurisdiction: string | null = null): Requirement | null => {
  const folded = foldText(text);
  return readSentence(folded, 0, folded.length, { jurisdiction });
};
const testsOf = (text: string, jurisdiction: string | null = null): ConditionTest[] => {
  const requirement = read(text, jurisdiction);
  return requirement === null ? [] : conditionsOf(requirement).map(({ test }) => test);
};

// The writer: values as texts write them, none of it shared with the reader.
const SMALL = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
const inHan = (value: number): string => {
  if (value >= 1e8)
    return `${inHan(Math.floor(value / 1e8))}亿${value % 1e8 === 0 ? "" : inHan(value % 1e8)}`;
  if (value >= 1e4)
    return `${inHan(Math.floor(value / 1e4))}万${value % 1e4 === 0 ? "" : inHan(value % 1e4)}`;
  if (value >= 1000) {
    const rest = value % 1000;
    const low = rest >= 10 && rest < 20 ? `一${inHan(rest)}` : inHan(rest);
    return `${SMALL[Math.floor(value / 1000)]}千${rest === 0 ? "" : `${rest < 100 ? "零" : ""}${low}`}`;
  }
  if (value >= 100) {
    const rest = value % 100;
    const tens = rest >= 10 && rest < 20 ? `一${inHan(rest)}` : inHan(rest);
    return `${SMALL[Math.floor(value / 100)]}百${rest === 0 ? "" : `${rest < 10 ? "零" : ""}${tens}`}`;
  }
  if (value >= 20) return `${SMALL[Math.floor(value / 10)]}十${value % 10 === 0 ? "" : SMALL[value % 10]}`;
  if (value >= 10) return `十${value % 10 === 0 ? "" : SMALL[value % 10]}`;
  return SMALL[value] ?? "";
};
const grouped = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ",");

interface Written {
  readonly text: string;
  readonly value: number;
}
const written = (value: number, texts: readonly string[]): fc.Arbitrary<Written> =>
  fc.constantFrom(...texts).map((text) => ({ text, value }));

const money = fc.oneof(
  fc
    .integer({ min: 1, max: 90_000 })
    .chain((n) => written(n * 10_000, [`${n}万元`, `${grouped(n)}万元`, `人民币${n}万元`, `${n}万元人民币`])),
  fc.integer({ min: 1, max: 999 }).chain((n) => written(n * 10_000, [`${n}万`, `${inHan(n)}万元`])),
  fc.integer({ min: 1, max: 500 }).chain((n) => written(n * 1e8, [`${n}亿元`, `${inHan(n)}亿元`])),
  fc
    .integer({ min: 1, max: 99 })
    .chain((n) => written(n * 1e7, [`${n / 10}亿元`, `${n}千万元`, `${n * 10}百万元`])),
  fc.integer({ min: 100_000, max: 9_999_999 }).chain((n) => written(n, [`${n}元`, `${grouped(n)}元`])),
);
const people = fc
  .integer({ min: 1, max: 5_000 })
  .chain((n) => written(n, [`${n}人`, `${n}名`, `${inHan(n)}人`, `${grouped(n)}人`]));
const pieces = fc
  .integer({ min: 1, max: 300 })
  .chain((n) => written(n, [`${n}件`, `${n}项`, `${inHan(n)}件`]));
const percent = fc.oneof(
  fc.integer({ min: 1, max: 99 }).chain((n) => written(n, [`${n}%`, `${n}％`, `百分之${inHan(n)}`])),
  fc.integer({ min: 1, max: 990 }).chain((n) => written(n / 10, [`${n / 10}%`])),
);
const years = fc.oneof(
  fc.integer({ min: 1, max: 30 }).chain((n) => written(n * 12, [`${n}年`, `${inHan(n)}年`, `${n}周年`])),
  fc.integer({ min: 1, max: 36 }).chain((n) => written(n, [`${n}个月`])),
);

const SUBJECTS: readonly {
  readonly field: NumericField;
  readonly words: readonly string[];
  readonly value: fc.Arbitrary<Written>;
}[] = [
  {
    field: "revenue",
    words: ["上年度营业收入", "上一年度主营业务收入", "年销售收入", "企业营业收入总额", "上年营收"],
    value: money,
  },
  { field: "assets", words: ["资产总额", "总资产", "企业上年末资产总额"], value: money },
  { field: "rdSpending", words: ["上年度研发费用总额", "研究开发费用", "年度研发投入"], value: money },
  { field: "registeredCapital", words: ["注册资本", "注册资本金", "企业注册资金"], value: money },
  { field: "employees", words: ["职工总数", "从业人员", "在职员工人数", "缴纳社保人数"], value: people },
  { field: "patents", words: ["拥有有效发明专利", "授权专利", "拥有自主知识产权"], value: pieces },
  {
    field: "rdRatio",
    words: [
      "研发费用占营业收入的比例",
      "上年度研发投入占主营业务收入比重",
      "研发费用总额占同期销售收入总额的比例",
      "研发投入强度",
    ],
    value: percent,
  },
  { field: "age", words: ["成立时间", "企业成立", "注册成立", "登记注册时间"], value: years },
];

const AT_LEAST = [
  "不低于@",
  "不少于@",
  "不得低于@",
  "不得少于@",
  "达到@以上",
  "达@以上",
  "@以上",
  "在@以上",
  "@（含）以上",
  "@以上（含）",
  "至少@",
  "≥@",
  "≥ @",
  "应达到@",
  "须不低于@",
  "为@及以上",
  "不小于@",
  "＞＝@",
];
const ABOVE = ["超过@", "高于@", "大于@", "＞@", ">@", "须超过@", "@（不含）以上", "@以上（不含）"];
const AT_MOST = [
  "不超过@",
  "不得超过@",
  "不高于@",
  "@以下",
  "在@以下",
  "@以内",
  "至多@",
  "≤@",
  "不多于@",
  "控制在@以内",
  "@（含）以下",
  "@以下（含）",
  "未超过@",
  "不大于@",
];
const BELOW = ["低于@", "少于@", "小于@", "不足@", "不满@", "未满@", "＜@", "<@", "@（不含）以下"];

const bound = (side: "min" | "max", open: boolean, value: number): NumberRange =>
  side === "min"
    ? { min: value, minOpen: open, max: null, maxOpen: false }
    : { min: null, minOpen: false, max: value, maxOpen: open };
const WORDINGS = [
  ...AT_LEAST.map((words) => ({ words, side: "min" as const, open: false })),
  ...ABOVE.map((words) => ({ words, side: "min" as const, open: true })),
  ...AT_MOST.map((words) => ({ words, side: "max" as const, open: false })),
  ...BELOW.map((words) => ({ words, side: "max" as const, open: true })),
];
const FRAMES = ["@", "@；", "@，信用良好", "（三）@。", "企业财务制度健全，@。"];

const single = fc
  .record({
    subject: fc.constantFrom(...SUBJECTS),
    wording: fc.constantFrom(...WORDINGS),
    frame: fc.constantFrom(...FRAMES),
  })
  .chain(({ subject, wording, frame }) =>
    fc.record({ word: fc.constantFrom(...subject.words), value: subject.value }).map(({ word, value }) => ({
      text: frame.replace("@", () => `${word}${wording.words.replace("@", () => value.text)}`),
      field: subject.field,
      range: bound(wording.side, wording.open, value.value),
    })),
  );

const RANGES: readonly {
  readonly field: NumericField;
  readonly words: readonly string[];
  readonly unit: string;
  readonly factor: number;
  readonly top: number;
}[] = [
  { field: "employees", words: ["职工总数", "从业人员"], unit: "人", factor: 1, top: 3_000 },
  { field: "revenue", words: ["上年度营业收入", "年销售收入"], unit: "万元", factor: 10_000, top: 60_000 },
  { field: "rdRatio", words: ["研发费用占营业收入的比例"], unit: "%", factor: 1, top: 60 },
  { field: "age", words: ["成立时间", "注册成立"], unit: "年", factor: 12, top: 20 },
];
const SIGNS = ["A—BU", "A-BU", "AU—BU", "A至BU", "AU至BU", "A～BU", "AU到BU", "在AU至BU之间"];
const ranged = fc
  .record({ subject: fc.constantFrom(...RANGES), sign: fc.constantFrom(...SIGNS) })
  .chain(({ subject, sign }) =>
    fc
      .record({
        word: fc.constantFrom(...subject.words),
        a: fc.integer({ min: 1, max: subject.top }),
        b: fc.integer({ min: 1, max: subject.top }),
      })
      .map(({ word, a, b }) => {
        const [low, high] = [Math.min(a, b), Math.max(a, b)];
        const numbers = sign
          .replaceAll("U", subject.unit)
          .replace("A", String(low))
          .replace("B", String(high));
        return {
          text: `${word}${numbers}`,
          field: subject.field,
          range: { min: low * subject.factor, minOpen: false, max: high * subject.factor, maxOpen: false },
        };
      }),
  );

describe("numeric conditions", () => {
  it("are read as they were written", () => {
    fc.assert(
      fc.property(
        fc.oneof({ weight: 4, arbitrary: single }, { weight: 1, arbitrary: ranged }),
        ({ text, field, range }) => {
          const numbers = testsOf(text).filter(({ kind }) => kind === "number");
          expect({ text, numbers }).toEqual({ text, numbers: [{ kind: "number", field, range }] });
        },
      ),
      { numRuns: 10_000 },
    );
  });
});

describe("words that look like a condition and are none", () => {
  it("says what a condition before it means", () => {
    const named = "完成生产设备升级改造";
    expect(testsOf(`${named}，包括机床更新、产线升级等`)).toEqual(testsOf(named));
    expect(testsOf("主营业务，包括水产加工、冷链物流等")).not.toEqual([]);
  });

  it.each(["逾期不予受理", "800平方米以下部分"])("%s", (words) => {
    expect(testsOf(words)).toEqual([]);
  });

  it("tell with whom one deals, not what one is", () => {
    expect(testsOf("从商业银行获得贷款").map(({ kind }) => kind)).toEqual(["unread"]);
    expect(testsOf("商业银行").map(({ kind }) => kind)).toContain("group");
  });

  it("count the fields of a list", () => {
    expect(testsOf("主营业务属于集成电路、生物医药、新材料三大主导产业")).toMatchObject([
      { kind: "industry", names: ["集成电路", "生物医药", "新材料"] },
    ]);
  });
});
