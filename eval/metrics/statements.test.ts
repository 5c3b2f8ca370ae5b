import { describe, expect, it } from "vitest";
import { forbiddenFacts } from "./forbidden-facts.ts";
import { MADE_TARGET, madeCase, madeCitation, madeRefusal, madeReply, madeRun } from "./made-run.ts";
import { numbersOutsideLock } from "./numbers-outside-lock.ts";
import { requiredFacts } from "./required-facts.ts";
import { statementsWithoutCitation } from "./statements-without-citation.ts";

const saying = (text: string, citations: readonly number[] = [1], count: number | null = null) =>
  madeRun(madeReply({ statements: [{ text, citations: [...citations], count }] }));

describe("requiredFacts", () => {
  it.each(["认定３００ 家", "认定三百家"])("finds a fact in %s", (text) => {
    const reply = madeReply({ statements: [{ text, citations: [], count: null }], citations: [] });
    expect(requiredFacts.score(madeRun(reply), MADE_TARGET)).toEqual({ hits: 1, total: 1, findings: [] });
  });
  it("finds a fact in a quote", () => {
    expect(requiredFacts.score(saying("认定企业"), MADE_TARGET)).toMatchObject({ hits: 1, total: 1 });
  });
  it.each([
    ["another number that ends alike", madeReply({ answer: "1300家", statements: [], citations: [] })],
    ["a refusal", madeRefusal()],
    ["a failed request", null],
  ])("does not find it in %s", (_, reply) => {
    expect(requiredFacts.score(madeRun(reply), MADE_TARGET)).toMatchObject({ hits: 0, total: 1 });
  });
});

describe("forbiddenFacts", () => {
  const evalCase = madeCase({ forbiddenFacts: ["300 家", "500家"] });
  it("counts what is said", () => {
    expect(forbiddenFacts.score(madeRun(madeReply(), evalCase), MADE_TARGET)).toMatchObject({
      hits: 1,
      total: 2,
    });
  });
  it("finds none in a refusal", () => {
    expect(forbiddenFacts.score(madeRun(madeRefusal(), evalCase), MADE_TARGET)).toMatchObject({
      hits: 0,
      total: 2,
    });
  });
});

describe("numbersOutsideLock", () => {
  it.each([
    "认定300家企业",
    "认定三百家",
    "到2015年完成",
    "自2011年3月起",
    "依据甲政发〔2011〕7号",
    "认定企业",
  ])("accepts %s", (text) => {
    expect(numbersOutsideLock.score(saying(text), MADE_TARGET)).toMatchObject({ hits: 0, findings: [] });
  });
  it.each(["认定400家企业", "认定30家企业", "认定300名", "到2016年完成", "甲政发〔2011〕8号"])(
    "counts %s",
    (text) => {
      expect(numbersOutsideLock.score(saying(text), MADE_TARGET)).toMatchObject({ hits: 1, total: 1 });
    },
  );
  it("counts a number whose citation is another statement's", () => {
    expect(numbersOutsideLock.score(saying("认定300家企业", [2]), MADE_TARGET)).toMatchObject({ hits: 1 });
  });
  it("excepts the computed count, and nothing else", () => {
    expect(numbersOutsideLock.score(saying("共3项", [1], 3), MADE_TARGET)).toMatchObject({ hits: 0 });
    expect(numbersOutsideLock.score(saying("共4项", [1], 3), MADE_TARGET)).toMatchObject({ hits: 1 });
  });
});

describe("statementsWithoutCitation", () => {
  it("accepts statements with citations, however the answer lists them", () => {
    const reply = { ...madeReply(), answer: "1. 认定300家企业[1]" };
    expect(statementsWithoutCitation.score(madeRun(madeReply()), MADE_TARGET)).toMatchObject({
      hits: 0,
      total: 1,
    });
    expect(
      statementsWithoutCitation.score(madeRun({ ...reply, answer: "- 认定300家企业 [1]" }), MADE_TARGET),
    ).toMatchObject({
      hits: 0,
      total: 1,
    });
  });
  it.each([
    ["no citation", madeReply({ statements: [{ text: "认定300家企业", citations: [], count: null }] })],
    ["a citation that is not there", madeReply({ citations: [madeCitation({ index: 2 })] })],
    ["text outside the statements", { ...madeReply(), answer: "认定300家企业[1]。此外还有奖励。" }],
  ])("counts %s", (_, reply) => {
    expect(statementsWithoutCitation.score(madeRun(reply), MADE_TARGET)).toMatchObject({ hits: 1 });
  });
  it("does not apply to refusals", () => {
    expect(statementsWithoutCitation.score(madeRun(madeRefusal()), MADE_TARGET)).toBeNull();
  });
});
