import { describe, expect, it } from "vitest";
import { ReportSchema } from "../../src/contract/report.ts";
import { findAnswer } from "../src/conversation/find-answer.ts";
import type { ChatMessage } from "../src/conversation/chat-message.ts";
import { reportOf } from "../src/report/report-of.ts";
import { answerMessage, citation, userMessage } from "./fixtures.ts";

const named = (message: ChatMessage, id: string): ChatMessage => ({
  ...message,
  parts: message.parts.map((part) =>
    part.type === "data-answer" ? { ...part, data: { ...part.data, id } } : part,
  ),
});

const conversation = [
  userMessage("u1", "成交额是多少？"),
  named(answerMessage("m1"), "a1"),
  userMessage("u2", "那2010年呢？"),
  named(answerMessage("m2"), "a2"),
];

const found = (id: string) => {
  const answer = findAnswer(conversation, id);
  if (answer === null) throw new Error("not found");
  return answer;
};

describe("finding an answer", () => {
  it("finds it by its id, with its question and the turns before it", () => {
    const { turn, before } = found("a2");
    expect(turn.question).toBe("那2010年呢？");
    expect(before.map(({ question }) => question)).toEqual(["成交额是多少？"]);
    expect(findAnswer(conversation, "a3")).toBeNull();
  });
});

describe("the report of a citation", () => {
  it("holds question, day, conversation, reason and the one quote, as the contract has it", () => {
    const report = reportOf(
      { found: found("a2"), citation: citation(2) },
      { reason: "outdated", comment: "  2016年另有规定 " },
    );
    expect(ReportSchema.parse(report)).toEqual({
      id: "a2",
      question: "那2010年呢？",
      asOf: "2026-11-22",
      history: [
        { role: "user", content: "成交额是多少？" },
        { role: "assistant", content: "成交额1579.5亿元。[1][2]" },
      ],
      reason: "outdated",
      comment: "2016年另有规定",
      citations: [{ documentId: "plan", quote: citation(2).quote }],
      expected: [],
    });
  });

  it("holds every citation where the whole answer is reported, and no reason that was not given", () => {
    const report = reportOf({ found: found("a1"), citation: null }, { reason: null, comment: "漏了一条" });
    expect(report.citations).toHaveLength(2);
    expect(report.history).toEqual([]);
    expect(report).not.toHaveProperty("reason");
  });

  it("stays within the contract's limits", () => {
    const long = Array.from({ length: 60 }, (_, turn) => [
      userMessage(`u${turn}`, "问".repeat(2_000)),
      named(
        {
          ...answerMessage(`m${turn}`),
          parts: [{ type: "text", text: "答".repeat(30_000) }, ...answerMessage("m").parts],
        },
        `a${turn}`,
      ),
    ]).flat();
    const answer = findAnswer(long, "a59");
    if (answer === null) throw new Error("not found");
    const report = reportOf(
      { found: answer, citation: { ...citation(1), quote: "引".repeat(30_000) } },
      { reason: "wrong", comment: "" },
    );
    expect(() => ReportSchema.parse(report)).not.toThrow();
  });
});

describe("the report of a measure's words", () => {
  it("holds the measure, the day, the one quote and the opinion, and nothing of the profile", () => {
    const measure = { title: "给予一次性奖励", asOf: "2026-11-22" };
    const report = reportOf({ measure, citation: citation(3) }, { reason: "wrong", comment: " " });
    expect(ReportSchema.parse(report)).toEqual({
      question: "政策匹配：给予一次性奖励",
      asOf: "2026-11-22",
      reason: "wrong",
      citations: [{ documentId: citation(3).documentId, quote: citation(3).quote }],
      expected: [],
    });
  });
});
