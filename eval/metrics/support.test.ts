import { describe, expect, it } from "vitest";
import type { CaseRun } from "../case-run.ts";
import { judgeKappa } from "../judge-kappa.ts";
import { citationPrecision } from "./citation-precision.ts";
import { citationRecall } from "./citation-recall.ts";
import { judgeAgreement } from "./judge-agreement.ts";
import { judgedRecall } from "./judged-recall.ts";
import { MADE_TARGET, madeCitation, madeRefusal, madeReply, madeRun } from "./made-run.ts";

const FIRST = madeCitation({ index: 1 });
const OTHER = madeCitation({
  index: 2,
  clauseId: "doc.1",
  quote: "一、总收入达到5500亿元。",
  start: 0,
  end: 14,
});
const saying = (text: string, citations: number[]) =>
  madeRun(madeReply({ statements: [{ text, citations, count: null }], citations: [FIRST, OTHER] }));

describe("citationRecall", () => {
  it.each([
    ["认定300家企业", [1], 1],
    ["认定300家企业", [1, 2], 1],
    ["认定300家企业", [2], 0],
    ["认定300家企业", [], 0],
    ["认定301家企业", [1], 0],
    ["不认定300家企业", [1], 0],
  ])("%s of %j: %i", (text, citations, hits) => {
    expect(citationRecall.score(saying(text, citations), MADE_TARGET)).toMatchObject({ hits, total: 1 });
  });
  it("judges a counted statement by what was counted", () => {
    const statements = [{ text: "共有1项：认定300家企业", citations: [1], count: 1 }];
    expect(citationRecall.score(madeRun(madeReply({ statements })), MADE_TARGET)).toMatchObject({ hits: 1 });
    const made = [{ text: "共有1项：取消300家企业", citations: [1], count: 1 }];
    expect(citationRecall.score(madeRun(madeReply({ statements: made })), MADE_TARGET)).toMatchObject({
      hits: 0,
    });
  });
  it("does not apply to refusals and failed requests", () => {
    expect(citationRecall.score(madeRun(madeRefusal()), MADE_TARGET)).toBeNull();
    expect(citationRecall.score(madeRun(null), MADE_TARGET)).toBeNull();
  });
});

describe("citationPrecision", () => {
  it.each([
    ["认定300家企业", [1], 1, 1],
    // The second citation is not needed beside the first.
    ["认定300家企业", [1, 2], 1, 2],
    // Both are needed: neither supports it alone.
    ["认定300家企业。总收入达到5500亿元。", [1, 2], 2, 2],
    ["认定301家企业", [1, 2], 0, 2],
  ])("%s of %j: %i of %i", (text, citations, hits, total) => {
    expect(citationPrecision.score(saying(text, citations), MADE_TARGET)).toMatchObject({ hits, total });
  });
  it("has nothing to say of what is not cited", () => {
    expect(citationPrecision.score(saying("认定300家企业", []), MADE_TARGET)).toBeNull();
  });
});

const judged = (text: string, verdict: boolean | null): CaseRun => ({
  ...saying(text, [1]),
  judged: [verdict],
});

describe("a judge", () => {
  it("is counted where it has a verdict", () => {
    expect(judgedRecall.score(judged("认定300家企业", true), MADE_TARGET)).toMatchObject({
      hits: 1,
      total: 1,
      findings: [],
    });
    expect(judgedRecall.score(judged("认定300家企业", false), MADE_TARGET)).toMatchObject({ hits: 0 });
    expect(judgedRecall.score(judged("认定300家企业", null), MADE_TARGET)).toMatchObject({ total: 0 });
    expect(judgedRecall.score(saying("认定300家企业", [1]), MADE_TARGET)).toBeNull();
  });
  it("agrees with the rules or does not", () => {
    expect(judgeAgreement.score(judged("认定300家企业", true), MADE_TARGET)).toMatchObject({ hits: 1 });
    expect(judgeAgreement.score(judged("认定301家企业", false), MADE_TARGET)).toMatchObject({ hits: 1 });
    expect(judgeAgreement.score(judged("认定301家企业", true), MADE_TARGET)).toMatchObject({ hits: 0 });
  });
  it("has a kappa beyond chance", () => {
    const agreeing = [judged("认定300家企业", true), judged("认定301家企业", false)];
    expect(judgeKappa(agreeing)).toBe(1);
    // One yes and one no of the rules against two yes of the judge: half agree, as chance has it.
    expect(judgeKappa([judged("认定300家企业", true), judged("认定301家企业", true)])).toBe(0);
    expect(judgeKappa([judged("认定300家企业", false), judged("认定301家企业", true)])).toBe(-1);
    expect(judgeKappa([judged("认定300家企业", true)])).toBeNull();
    expect(judgeKappa([saying("认定300家企业", [1])])).toBeNull();
  });
});
