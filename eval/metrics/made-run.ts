import type { AnswerReply } from "../../src/contract/answer.ts";
import type { CitationReply } from "../../src/contract/common.ts";
import type { CaseRun } from "../case-run.ts";
import type { EvalCase } from "../case-schema.ts";
import type { TargetDocuments } from "../target-documents.ts";

/** The one document of the metrics' tests; its second clause is 二、. */
const MADE_TEXT = "一、总收入达到5500亿元。\n二、认定300家企业，\n到2015年完成。";
const SECOND = { start: 15, wholeEnd: MADE_TEXT.length };

/** What the target of the metrics' tests has: one document with two clauses, read from `plan.txt`. */
export const MADE_TARGET: TargetDocuments = {
  idsOf: (key) => (key === "plan" ? ["doc"] : []),
  text: (documentId) => (documentId === "doc" ? MADE_TEXT : null),
  clause: (clauseId) =>
    new Map([
      ["doc.1", { documentId: "doc", start: 0, wholeEnd: 14 }],
      ["doc.2", { documentId: "doc", ...SECOND }],
    ]).get(clauseId) ?? null,
  document: (documentId) =>
    documentId === "doc"
      ? {
          title: "甲市产业规划（2011—2015年）",
          effectiveFrom: "2011-03",
          effectiveTo: "2015",
          clauses: [
            { label: "一、", start: 0, end: 14 },
            { label: "二、", start: SECOND.start, end: SECOND.wholeEnd },
          ],
        }
      : null,
};

/** A right citation of the second clause, but for what is given. */
export const madeCitation = (changes: Partial<CitationReply> = {}): CitationReply => ({
  index: 1,
  clauseId: "doc.2",
  documentId: "doc",
  documentTitle: "甲市产业规划（2011—2015年）",
  issuers: [],
  documentNumber: "甲政发〔2011〕7号",
  label: "二、",
  path: ["二、认定"],
  quote: MADE_TEXT.slice(SECOND.start),
  start: SECOND.start,
  end: SECOND.wholeEnd,
  status: "expired",
  effectiveFrom: "2011-03",
  effectiveTo: "2015",
  sourceUrl: null,
  url: "/documents/doc#doc.2",
  ...changes,
});

/** An answer of one statement with one citation, but for what is given. */
export const madeReply = (changes: Partial<AnswerReply> = {}): AnswerReply => {
  const statements = changes.statements ?? [{ text: "认定300家企业", citations: [1], count: null }];
  return {
    id: "reply",
    resolvedQuestion: "认定多少家？",
    refused: false,
    refusal: null,
    answer: statements
      .map(({ text, citations }) => `${text}${citations.map((at) => `[${at}]`).join("")}`)
      .join("\n"),
    statements,
    citations: [madeCitation()],
    notices: [],
    asOf: "2026-01-01",
    mode: "extractive",
    model: null,
    index: "made",
    timingMs: { understand: 0, retrieve: 0, compose: 0, verify: 0, total: 0 },
    ...changes,
  };
};

export const madeRefusal = (reason: "not_in_corpus" | "off_topic" = "not_in_corpus"): AnswerReply =>
  madeReply({
    refused: true,
    refusal: { reason, message: "资料中没有相关内容。", nearest: [] },
    answer: "",
    statements: [],
    citations: [],
  });

/** A case that expects the second clause, but for what is given. */
export const madeCase = (changes: Partial<EvalCase> = {}): EvalCase => ({
  id: "made",
  question: "认定多少家？",
  evidence: [{ anyOf: [{ document: "plan", snippet: "企业，到2015年" }] }],
  requiredFacts: [["300家", "三百家"]],
  expect: { refused: false, reasons: null, notice: null },
  tags: [],
  keptAside: false,
  ...changes,
});

export const REFUSAL_CASE = madeCase({
  evidence: [],
  requiredFacts: [],
  expect: { refused: true, reasons: ["not_in_corpus"], notice: null },
});

/** The case with the reply; null: the request failed. */
export const madeRun = (reply: AnswerReply | null, evalCase: EvalCase = madeCase()): CaseRun => ({
  evalCase,
  reply,
  error: reply === null ? "HTTP 500" : null,
  latencyMs: 10,
  repeat: null,
  found: null,
  judged: null,
});
