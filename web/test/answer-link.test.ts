import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerPath, readAnswerLink } from "../src/page/answer-link.ts";
import { readPlace } from "../src/page/route.ts";

const hashOf = (path: string): string => new URL(path, "http://127.0.0.1").hash;

describe("the permalink of an answer", () => {
  it("gives back what it was made of, whatever the question holds", () => {
    fc.assert(
      fc.property(
        fc.uuid(),
        fc.string({ unit: "grapheme", minLength: 1, maxLength: 200 }).filter((text) => text.trim() !== ""),
        (answerId, question) => {
          // A browser's address holds whole characters only.
          const place = { answerId, question: question.trim().toWellFormed(), asOf: "2026-11-22" };
          const read = readAnswerLink(hashOf(answerPath(place)));
          expect(read).toEqual({ view: "answer", ...place });
        },
      ),
    );
  });

  it("keeps the question out of what browsers send", () => {
    const url = new URL(
      answerPath({ answerId: "a1", question: "谁来设立？", asOf: "2026-11-22" }),
      "http://127.0.0.1",
    );
    expect(`${url.pathname}${url.search}`).toBe("/");
  });

  it.each([
    ["#answer=a1&asOf=2026-13-40&q=x", "a day that is none"],
    ["#answer=a1&q=x", "no day"],
    ["#answer=a1&asOf=2026-11-22", "no question"],
    ["#answer=a1&asOf=2026-11-22&q=%20", "an empty question"],
    [`#answer=a1&asOf=2026-11-22&q=${"x".repeat(2_001)}`, "too long a question"],
    ["#answer=&asOf=2026-11-22&q=x", "no id"],
  ])("is the conversation where it is not whole: %s (%s)", (hash) => {
    expect(readPlace("/", hash)).toEqual({ view: "chat" });
  });

  it("is no clause of a document", () => {
    const hash = hashOf(answerPath({ answerId: "a1", question: "问", asOf: "2026-11-22" }));
    expect(readPlace("/", hash).view).toBe("answer");
    expect(readPlace("/documents/plan", hash).view).toBe("document");
  });
});
