import { describe, expect, it } from "vitest";
import type { PastConversation } from "../src/conversation/history.ts";
import { readHistory, writeHistory } from "../src/conversation/history.ts";
import { writeConversation } from "../src/conversation/saved-conversation.ts";
import { searchHistory } from "../src/conversation/search-history.ts";
import { answerMessage, userMessage } from "./fixtures.ts";

const past = (id: string, text: string): PastConversation => ({
  id,
  savedAt: "2026-11-22T08:00:00.000Z",
  messages: [userMessage(`u-${id}`, text), answerMessage(`a-${id}`)],
});

describe("the saved history", () => {
  it("is read as it was written", () => {
    const written = readHistory(writeHistory([past("1", "成交额是多少？"), past("2", "谁来设立？")]));
    expect(written.map(({ id, savedAt, messages }) => [id, savedAt, messages.length])).toEqual([
      ["1", "2026-11-22T08:00:00.000Z", 2],
      ["2", "2026-11-22T08:00:00.000Z", 2],
    ]);
  });

  it("drops the oldest first where it grows too long", () => {
    const many = Array.from({ length: 300 }, (_, place) => past(String(place), "政".repeat(20_000)));
    const text = writeHistory(many);
    expect(text?.length).toBeLessThan(2_100_000);
    const ids = readHistory(text).map(({ id }) => id);
    expect(ids.length).toBeGreaterThan(50);
    expect(ids).toEqual(ids.map((_, place) => String(place)));
  });

  it("leaves out one that is broken, and keeps the others", () => {
    const broken = JSON.stringify({
      version: 1,
      conversations: [
        { id: "1", savedAt: "", saved: "{" },
        { id: "2", savedAt: "", saved: writeConversation(past("2", "二").messages) },
      ],
    });
    expect(readHistory(broken).map(({ id }) => id)).toEqual(["2"]);
    expect(readHistory("[]")).toEqual([]);
  });
});

describe("searchHistory", () => {
  const all = [past("1", "成交额是多少？"), past("2", "谁来设立基金？")];

  it("shows every conversation by its first question where nothing is looked for", () => {
    expect(searchHistory(all, " ").map(({ turns }) => turns.map(({ question }) => question))).toEqual([
      ["成交额是多少？"],
      ["谁来设立基金？"],
    ]);
  });

  it("finds every word in question and answer together, and shows where", () => {
    expect(searchHistory(all, "基金 1579.5")).toEqual([
      {
        conversation: all[1],
        turns: [
          {
            turnId: "u-2",
            question: "谁来设立基金？",
            snippet: { before: "成交额", match: "1579.5", after: "亿元。[1][2]" },
          },
        ],
      },
    ]);
    expect(searchHistory(all, "基金 没有的词")).toEqual([]);
  });
});
