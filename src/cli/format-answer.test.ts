import { describe, expect, it } from "vitest";
import type { Answer } from "../policy/answer.ts";
import type { Citation } from "../policy/citation.ts";
import { formatAnswer } from "./format-answer.ts";

const citation: Citation = {
  index: 1,
  clauseId: "c",
  documentId: "d",
  documentTitle: "某某规划",
  issuers: [],
  documentNumber: null,
  label: "一、（二）3",
  path: [],
  quote: "成交额1579.5亿元。\n——其中出口额",
  start: 0,
  end: 20,
  status: "expired",
  effectiveFrom: "2011",
  effectiveTo: "2015",
  sourceUrl: null,
  url: "/documents/d#c",
};
const answer: Answer = {
  id: "a",
  resolvedQuestion: "成交额是多少？",
  refused: false,
  refusal: null,
  answer: "成交额1579.5亿元。[1]",
  statements: [{ text: "成交额1579.5亿元。", citations: [1], count: null }],
  citations: [citation],
  notices: [{ kind: "expired", documentId: "d", text: "该规划已到期。" }],
  asOf: "2026-11-22",
  mode: "extractive",
  model: null,
  index: "f",
  timingMs: { understand: 0, retrieve: 0, compose: 0, verify: 0, total: 0 },
};

describe("formatAnswer", () => {
  it("shows statements with markers, each citation with its status and quote, and the notices", () => {
    expect(formatAnswer(answer, "成交额是多少？")).toBe(
      [
        "成交额1579.5亿元。[1]",
        "",
        "依据：",
        "[1] 《某某规划》 一、（二）3（已到期，2011年至2015年）",
        "    成交额1579.5亿元。",
        "    ——其中出口额",
        "",
        "提示：该规划已到期。",
        "",
        "效力以2026年11月22日为准判断；内容以原文为准。",
      ].join("\n"),
    );
  });

  it("says how the question was understood, and that a model wrote it", () => {
    const text = formatAnswer({ ...answer, mode: "model", model: "m" }, "那是多少？");
    expect(text).toMatch(/^问题理解为：成交额是多少？/);
    expect(text).toContain("AI 生成，仅供参考");
  });

  it("keeps related clauses of a refusal apart from an answer", () => {
    const refusal = {
      reason: "not_in_corpus",
      message: "文件中没有这方面的规定。",
      nearest: [citation],
    } as const;
    const text = formatAnswer(
      { ...answer, refused: true, refusal, statements: [], citations: [] },
      "成交额是多少？",
    );
    expect(text).toMatch(/^无法回答：文件中没有这方面的规定。/);
    expect(text).toContain("相关条款（不是答案）：\n· 《某某规划》");
    expect(text).not.toContain("依据：");
  });
});
