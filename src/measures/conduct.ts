import { readQuantities } from "./read-quantities.ts";
import type { ConditionTest } from "./requirement.ts";

const CONDUCT: readonly { readonly pattern: RegExp; readonly test: ConditionTest }[] = [
  {
    pattern: /裁员/,
    test: { kind: "conduct", topic: "layoff" },
  },
  {
    pattern: /失信|黑名单|经营异常/,
    test: { kind: "conduct", topic: "credit" },
  },
  {
    pattern: /^(?!.*(?:违法|违规|处罚)).*事故/,
    test: { kind: "conduct", topic: "accident" },
  },
  {
    pattern: /违法|违规|违纪|处罚|事故|犯罪|偷税|骗税|侵权|弄虚作假|立案/,
    test: { kind: "conduct", topic: "violation" },
  },
  {
    pattern: /信用(?!保险|证|贷款|贷|卡|担保|评级机构|方式|融资|放款)|诚信|被执行人/,
    test: { kind: "conduct", topic: "credit" },
  },
];

/** 纳税信用等级为B级以上: a grade is more than good conduct. */
const GRADED = /信用[^，。]{0,12}?(?:[A-DM]|[一二三四五甲乙丙])[类级]/;

/** 裁员率不高于5.5%: how much of it there may be. */
const withLimit = (test: ConditionTest, part: string): ConditionTest => {
  if (test.kind !== "conduct" || test.topic !== "layoff") return test;
  const limit = readQuantities(part).find(({ unit }) => unit === "percent");
  return limit === undefined ? test : { ...test, max: limit.value };
};

/** 近三年未发生安全事故: a time and a kind are part of what is asked. */
const withWords = (test: ConditionTest, part: string): ConditionTest =>
  test.kind === "conduct" && (test.topic === "accident" || test.topic === "violation")
    ? { ...test, words: part }
    : test;

/** What a part of a sentence asks of credit, violations, accidents and lay-offs; null where it asks for none. */
export const conductIn = (part: string): ConditionTest | null => {
  const conduct = GRADED.test(part) ? undefined : CONDUCT.find(({ pattern }) => pattern.test(part));
  return conduct === undefined ? null : withWords(withLimit(conduct.test, part), part);
};
