import { describe, expect, it } from "vitest";
import { textOnly } from "../src/conversation/chat-transport.ts";
import { conversationTurns } from "../src/conversation/turns.ts";
import { answerMessage, userMessage } from "./fixtures.ts";

describe("conversationTurns", () => {
  it("puts each answer to its question", () => {
    const answer = answerMessage("a1");
    expect(conversationTurns([userMessage("u1", "一"), answer, userMessage("u2", "二")])).toEqual([
      { id: "u1", question: "一", answer, complete: true },
      { id: "u2", question: "二", answer: null, complete: false },
    ]);
  });

  it("leaves out answers without a question", () => {
    expect(conversationTurns([answerMessage("a1")])).toEqual([]);
  });
});

describe("textOnly", () => {
  it("sends text alone, of the last turns, within the contract's length", () => {
    const messages = Array.from({ length: 60 }, (_, turn) => userMessage(`u${turn}`, "政".repeat(30_000)));
    const sent = textOnly([...messages, answerMessage("a1")]);
    expect(sent).toHaveLength(50);
    expect(sent[0]?.parts[0]?.text).toHaveLength(20_000);
    expect(sent.at(-1)?.parts).toEqual([{ type: "text", text: "成交额1579.5亿元。[1][2]" }]);
  });
});
