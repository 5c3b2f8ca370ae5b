import { describe, expect, it } from "vitest";
import { answerView } from "../src/conversation/answer-view.ts";
import type { AnswerParagraph } from "../src/conversation/answer-view.ts";
import type { ChatMessage } from "../src/conversation/chat-message.ts";
import { answerMessage, citation } from "./fixtures.ts";

const textOf = (paragraph: AnswerParagraph): string => paragraph.pieces.map((piece) => piece.text).join("");

describe("answerView", () => {
  it("shows the same text while an answer arrives and when it is complete", () => {
    const complete = answerMessage("a1");
    const arriving: ChatMessage = {
      ...complete,
      parts: complete.parts.filter((part) => part.type !== "data-answer"),
    };
    expect(answerView(arriving).summary).toBeNull();
    expect(answerView(arriving).paragraphs.map((paragraph) => textOf(paragraph))).toEqual([
      "成交额1579.5亿元。[1][2]",
    ]);
    expect(answerView(complete).paragraphs).toEqual(answerView(arriving).paragraphs);
  });

  it("orders citations by their numbers", () => {
    expect(answerView(answerMessage("a1")).citations.map(({ index }) => index)).toEqual([1, 2]);
  });

  it("shows a refusal instead of its text", () => {
    const refusal = { reason: "not_in_corpus" as const, message: "没有依据。", nearest: [citation(1)] };
    const view = answerView({
      id: "a1",
      role: "assistant",
      parts: [
        { type: "text", text: "没有依据。" },
        { type: "data-refusal", data: refusal },
      ],
    });
    expect(view.paragraphs).toEqual([]);
    expect(view.refusal).toEqual(refusal);
    expect(view.citations).toEqual([]);
  });
});
