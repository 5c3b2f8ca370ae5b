import { marked } from "marked";
import { describe, expect, it } from "vitest";
import { answerAsMarkdown, answerAsText } from "../src/conversation/answer-as-text.ts";
import { answerView } from "../src/conversation/answer-view.ts";
import { chinese } from "../src/language/chinese.ts";
import { answerMessage, citation } from "./fixtures.ts";

const origin = "http://server.example";
const view = answerView(answerMessage("a1"));

describe("answerAsText", () => {
  it("holds question, notice, statements, and each quote with its source and address", () => {
    expect(answerAsText({ question: "成交额是多少？", view, origin }, chinese)).toBe(
      [
        "您：成交额是多少？",
        "【已到期】已到期。",
        "成交额1579.5亿元。[1][2]",
        [
          "依据（2）",
          "[1] 《示范区规划》1、（已到期）",
          "“技术合同成交额1579.5亿元”",
          `${origin}/documents/plan#plan.n1`,
          "[2] 《示范区规划》2、（已到期）",
          "“技术合同成交额1579.5亿元”",
          `${origin}/documents/plan#plan.n2`,
        ].join("\n"),
        "效力按 2026-11-22 判断 · 以原文为准\n",
      ].join("\n\n"),
    );
  });

  it("copies a refusal without what is no answer", () => {
    const refusal = { reason: "not_in_corpus" as const, message: "没有依据。", nearest: [citation(1)] };
    const text = answerAsText(
      { question: "？", view: { ...view, paragraphs: [], notices: [], refusal }, origin },
      chinese,
    );
    expect(text).toContain("没有依据。");
    expect(text).not.toContain("1579.5");
  });
});

describe("answerAsMarkdown", () => {
  it("links markers and sources to the clauses", () => {
    const html = marked.parse(answerAsMarkdown({ question: "成交额是多少？", view, origin }, chinese), {
      async: false,
    });
    const links = [...html.matchAll(/href="([^"]+)"/g)].map(([, href]) => href);
    expect(links).toEqual([1, 2, 1, 2].map((index) => `${origin}/documents/plan#plan.n${index}`));
    expect(html).toContain("<blockquote>\n<p>技术合同成交额1579.5亿元</p>");
  });

  it("keeps hostile words and list marks text", () => {
    const hostile = "<img src=x onerror=alert(1)> [x](javascript:alert(1)) **b** `c`\n# d\n1. e\n- f";
    const html = marked.parse(
      answerAsMarkdown(
        { question: "问", view: { ...view, citations: [{ ...citation(1), quote: hostile }] }, origin },
        chinese,
      ),
      { async: false },
    );
    expect(html).not.toMatch(/<(?:img|h1|ol|ul|code)|href="javascript/);
    expect(html.match(/<strong>/g)).toHaveLength(2);
  });
});
