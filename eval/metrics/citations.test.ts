import { describe, expect, it } from "vitest";
import { evidencePrecision } from "./evidence-precision.ts";
import { citationsVerbatim } from "./citations-verbatim.ts";
import { evidenceRecall } from "./evidence-recall.ts";
import { MADE_TARGET, madeCase, madeCitation, madeRefusal, madeReply, madeRun } from "./made-run.ts";
import { offsetsRight } from "./offsets-right.ts";

const citing = (...citations: readonly Parameters<typeof madeCitation>[0][]) =>
  madeRun(madeReply({ citations: citations.map((changes) => madeCitation(changes)) }));

describe("citationsVerbatim", () => {
  it("accepts what the document says", () => {
    expect(citationsVerbatim.score(citing({}, { quote: "300家" }), MADE_TARGET)).toEqual({
      hits: 2,
      total: 2,
      findings: [],
    });
  });
  it.each([
    ["a changed character", { quote: "认定301家企业" }],
    ["an empty quote", { quote: "" }],
    ["a line break left out", { quote: "企业，到2015年" }],
    ["a document that is not there", { documentId: "other" }],
    ["a clause that is not there", { clauseId: "doc.3" }],
  ])("counts %s", (_, changes) => {
    expect(citationsVerbatim.score(citing(changes), MADE_TARGET)).toMatchObject({ hits: 0, total: 1 });
  });
  it("looks at the nearest clauses of a refusal too", () => {
    const refusal = madeRefusal();
    const nearest = [madeCitation({ quote: "没有这句话" })];
    const reply = { ...refusal, refusal: { reason: "not_in_corpus" as const, message: "", nearest } };
    expect(citationsVerbatim.score(madeRun(reply), MADE_TARGET)).toMatchObject({ hits: 0, total: 1 });
  });
  it("says nothing of a request that failed", () => {
    expect(citationsVerbatim.score(madeRun(null), MADE_TARGET)).toBeNull();
  });
});

describe("offsetsRight", () => {
  it("accepts the right span, and a part of it", () => {
    expect(offsetsRight.score(citing({}, { quote: "认定", start: 17, end: 19 }), MADE_TARGET)).toEqual({
      hits: 2,
      total: 2,
      findings: [],
    });
  });
  it.each([
    ["a shifted span", { start: 16, end: 36 }],
    ["the right text of another clause", { quote: "总收入", start: 2, end: 5 }],
    ["a span over the end of its clause", { clauseId: "doc.1", start: 15 }],
    ["an empty quote", { quote: "", start: 17, end: 17 }],
    ["a document that is not there", { documentId: "other" }],
    ["a clause that is not there", { clauseId: "doc.3" }],
  ])("counts %s", (_, changes) => {
    expect(offsetsRight.score(citing(changes), MADE_TARGET)).toMatchObject({ hits: 0, total: 1 });
  });
});

describe("evidenceRecall", () => {
  it("finds a snippet over a line break", () => {
    expect(evidenceRecall.score(citing({}), MADE_TARGET)).toEqual({ hits: 1, total: 1, findings: [] });
  });
  it("needs every entry and one alternative of each", () => {
    const evalCase = madeCase({
      evidence: [
        {
          anyOf: [
            { document: "plan", snippet: "没有" },
            { document: "plan", snippet: "认定300家" },
          ],
        },
        { anyOf: [{ document: "plan", snippet: "总收入达到5500亿元" }] },
      ],
    });
    expect(evidenceRecall.score(madeRun(madeReply(), evalCase), MADE_TARGET)).toMatchObject({
      hits: 1,
      total: 2,
    });
  });
  it("does not take the same words of another document", () => {
    const evalCase = madeCase({ evidence: [{ anyOf: [{ document: "other", snippet: "认定300家" }] }] });
    expect(evidenceRecall.score(madeRun(madeReply(), evalCase), MADE_TARGET)).toMatchObject({
      hits: 0,
      total: 1,
    });
  });
  it.each([
    ["a refusal", madeRefusal()],
    ["a failed request", null],
    ["an answer that only says it", madeReply({ citations: [] })],
    ["a quote that is cut short", madeReply({ citations: [madeCitation({ quote: "认定300家企业" })] })],
  ])("finds nothing in %s", (_, reply) => {
    expect(evidenceRecall.score(madeRun(reply), MADE_TARGET)).toMatchObject({ hits: 0, total: 1 });
  });
});

describe("evidencePrecision", () => {
  it("counts the citations that hold evidence or lie within it", () => {
    expect(
      evidencePrecision.score(
        citing({}, { quote: "到2015年" }, { quote: "总收入达到5500亿元。" }),
        MADE_TARGET,
      ),
    ).toEqual({ hits: 2, total: 3, findings: [] });
  });
  it("does not apply to refusals", () => {
    expect(evidencePrecision.score(madeRun(madeRefusal()), MADE_TARGET)).toBeNull();
  });
});
