import { describe, expect, it } from "vitest";
import { readConversation, writeConversation } from "../src/conversation/saved-conversation.ts";
import { answerView } from "../src/conversation/answer-view.ts";
import { answerMessage, userMessage } from "./fixtures.ts";

describe("the saved conversation", () => {
  it("shows the same after it was written and read", () => {
    const messages = [userMessage("u1", "成交额是多少？"), answerMessage("a1")];
    const read = readConversation(writeConversation(messages));
    expect(read.map((message) => [message.id, message.role])).toEqual([
      ["u1", "user"],
      ["a1", "assistant"],
    ]);
    expect(read.map((message) => answerView(message))).toEqual(
      messages.map((message) => answerView(message)),
    );
  });

  it.each([
    null,
    "",
    "{",
    "null",
    "[]",
    JSON.stringify({ version: 0, messages: [] }),
    JSON.stringify({ version: 1, messages: [{ id: "a", role: "system", parts: [] }] }),
    JSON.stringify({
      version: 1,
      messages: [{ id: "a", role: "assistant", parts: [{ type: "data-citation", data: { index: 1 } }] }],
    }),
  ])("ignores what is broken or of another version: %s", (text) => {
    expect(readConversation(text)).toEqual([]);
  });

  it("keeps the latest turns and stays within the browser's limit", () => {
    const long = Array.from({ length: 100 }, (_, turn) => userMessage(`u${turn}`, "政".repeat(40_000)));
    const text = writeConversation(long);
    expect(text?.length).toBeLessThanOrEqual(1_500_000);
    expect(readConversation(text).at(-1)?.id).toBe("u99");
  });

  it("keeps five hundred messages of usual length", () => {
    const usual = Array.from({ length: 250 }, (_, turn) => [
      userMessage(`u${turn}`, "成交额是多少？"),
      answerMessage(`a${turn}`),
    ]).flat();
    expect(readConversation(writeConversation(usual))).toHaveLength(500);
  });

  it("keeps nothing of an empty conversation", () => {
    expect(writeConversation([])).toBeNull();
  });
});
