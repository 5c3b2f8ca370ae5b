import { describe, expect, it } from "vitest";
import type { SearchReply } from "../../src/contract/search.ts";
import { forbiddenEvidence } from "./forbidden-evidence.ts";
import {
  MADE_TARGET,
  madeCase,
  madeCitation,
  madeRefusal,
  madeReply,
  madeRun,
  REFUSAL_CASE,
} from "./made-run.ts";
import { retrievalRank } from "./retrieval-rank.ts";
import { retrievalRecall } from "./retrieval-recall.ts";
import { spanPrecision } from "./span-precision.ts";
import { spanRecall } from "./span-recall.ts";
import { validityErrors } from "./validity-errors.ts";

const SNIPPET = { document: "plan", snippet: "认定300家企业" };
const EVIDENCE = madeCase({ evidence: [{ anyOf: [SNIPPET] }] });
const citing = (...changes: readonly Parameters<typeof madeCitation>[0][]) =>
  madeRun(madeReply({ citations: changes.map((each) => madeCitation(each)) }), EVIDENCE);

describe("spans", () => {
  it.each([
    ["the evidence itself", [{ start: 17, end: 25 }], 1, 1],
    ["twice as much", [{ start: 17, end: 33 }], 1, 0.5],
    ["half of it", [{ start: 17, end: 21 }], 0.5, 1],
    [
      "two halves that overlap",
      [
        { start: 17, end: 22 },
        { start: 20, end: 25 },
      ],
      1,
      1,
    ],
    ["what stands beside it", [{ start: 0, end: 14 }], 0, 0],
    ["the same place of another document", [{ start: 17, end: 25, documentId: "other" }], 0, 0],
  ])("counts characters of %s", (_, changes, recall, precision) => {
    expect(spanRecall.score(citing(...changes), MADE_TARGET)).toMatchObject({ hits: recall, total: 1 });
    expect(spanPrecision.score(citing(...changes), MADE_TARGET)).toMatchObject({ hits: precision, total: 1 });
  });
  it("takes the alternative that is covered best", () => {
    const evalCase = madeCase({ evidence: [{ anyOf: [{ document: "plan", snippet: "总收入" }, SNIPPET] }] });
    const run = madeRun(madeReply({ citations: [madeCitation({ start: 17, end: 25 })] }), evalCase);
    expect(spanRecall.score(run, MADE_TARGET)).toMatchObject({ hits: 1 });
  });
  it("finds nothing in a refusal, and nothing of a document that the target does not have", () => {
    expect(spanRecall.score(madeRun(madeRefusal(), EVIDENCE), MADE_TARGET)).toMatchObject({ hits: 0 });
    expect(spanPrecision.score(madeRun(madeRefusal(), EVIDENCE), MADE_TARGET)).toBeNull();
    const elsewhere = madeCase({ evidence: [{ anyOf: [{ document: "x", snippet: "认定" }] }] });
    expect(spanRecall.score(madeRun(madeReply(), elsewhere), MADE_TARGET)).toMatchObject({ hits: 0 });
  });
});

const hit = (text: string, documentId = "doc"): SearchReply["hits"][number] => ({
  clauseId: "c",
  documentId,
  documentTitle: "",
  label: "",
  path: [],
  text,
  score: 1,
  scores: { lexical: null, dense: null },
  status: "expired",
});

describe("retrieval", () => {
  it.each([
    [[hit("二、认定300家\n企业")], 1, 1],
    [[hit("别的"), hit("二、认定300家企业")], 1, 0.5],
    [[hit("二、认定300家企业", "other")], 0, 0],
    [[], 0, 0],
  ])("is measured apart from the answer: %#", (found, recall, rank) => {
    const run = { ...madeRun(madeRefusal(), EVIDENCE), found };
    expect(retrievalRecall.score(run, MADE_TARGET)).toMatchObject({ hits: recall, total: 1 });
    expect(retrievalRank.score(run, MADE_TARGET)).toMatchObject({ hits: rank, total: 1 });
  });
  it("does not apply where nothing was searched or nothing is to be found", () => {
    expect(retrievalRecall.score(madeRun(madeReply(), EVIDENCE), MADE_TARGET)).toBeNull();
    const run = { ...madeRun(madeRefusal(), REFUSAL_CASE), found: [] };
    expect(retrievalRank.score(run, MADE_TARGET)).toBeNull();
  });
});

describe("forbiddenEvidence", () => {
  it("counts what must not be cited", () => {
    const evalCase = madeCase({
      forbiddenEvidence: [SNIPPET, { document: "plan", snippet: "总收入达到5500亿元" }],
    });
    expect(forbiddenEvidence.score(madeRun(madeReply(), evalCase), MADE_TARGET)).toMatchObject({
      hits: 1,
      total: 2,
    });
    expect(forbiddenEvidence.score(madeRun(madeRefusal(), evalCase), MADE_TARGET)).toMatchObject({ hits: 0 });
    expect(forbiddenEvidence.score(madeRun(madeReply()), MADE_TARGET)).toBeNull();
  });
});

const withStatus = (status: "in_force" | "expired" | "unknown", evalCase = madeCase()) =>
  validityErrors.score(madeRun(madeReply({ citations: [madeCitation({ status })] }), evalCase), MADE_TARGET);

const expected = (status: "expired" | "in_force") =>
  madeCase({ expect: { refused: false, reasons: null, notice: null, status } });

describe("validityErrors", () => {
  it("accepts what the dates say", () => {
    expect(withStatus("expired")).toMatchObject({ hits: 0, total: 1 });
  });
  it("counts an expired citation as in force, by its own dates or by those of its document", () => {
    expect(withStatus("in_force")).toMatchObject({ hits: 1 });
    const hidden = madeCitation({ status: "in_force", effectiveFrom: null, effectiveTo: null });
    expect(validityErrors.score(madeRun(madeReply({ citations: [hidden] })), MADE_TARGET)).toMatchObject({
      hits: 1,
    });
  });
  it("counts a citation before its time", () => {
    const early = madeCitation({ status: "in_force", effectiveFrom: "2027", effectiveTo: null });
    expect(validityErrors.score(madeRun(madeReply({ citations: [early] })), MADE_TARGET)).toMatchObject({
      hits: 1,
    });
  });
  it("holds evidence to the status or the notice that the case expects", () => {
    expect(withStatus("expired", expected("in_force"))).toMatchObject({ hits: 1 });
    expect(withStatus("expired", expected("expired"))).toMatchObject({ hits: 0 });
    const notice = madeCase({ expect: { refused: false, reasons: null, notice: "expired" } });
    expect(withStatus("unknown", notice)).toMatchObject({ hits: 1 });
  });
});
