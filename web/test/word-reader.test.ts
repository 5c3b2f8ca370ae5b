import { describe, expect, it } from "vitest";
import { answerView } from "../src/conversation/answer-view.ts";
import type { ExportedTurn } from "../src/export/turn-paragraphs.ts";
import { wordFile } from "../src/export/word-file.ts";
import { chinese } from "../src/language/chinese.ts";
import { answerMessage } from "./fixtures.ts";
import { openWord } from "./open-word.ts";

const turnOf = (id: string, question: string): ExportedTurn => {
  const view = answerView(answerMessage(id));
  if (view.summary === null) throw new Error("the message is not complete");
  return { question, view: { ...view, summary: view.summary } };
};
const opened = async (turns: readonly ExportedTurn[], whole: "answer" | "conversation") => {
  const file = await wordFile({
    whole,
    turns,
    messages: chinese,
    language: "zh-CN",
    origin: "http://127.0.0.1:8787",
    day: "2026-11-22",
  });
  return openWord(Buffer.from(await file.arrayBuffer()));
};

describe("the Word document, opened by another program", () => {
  it("has each statement with the notes of its citations, and each note with place, quote and address", async () => {
    const turn = turnOf("m1", "成交额是多少？");
    const word = await opened([turn], "answer");
    expect(word.errors).toEqual([]);
    expect(word.headings).toContain("成交额是多少？");
    const { view } = turn;
    const statements = word.paragraphs.filter(({ notes }) => notes.length > 0);
    expect(statements.map(({ text }) => text.replaceAll(",", ""))).toEqual(
      view.summary.statements.map(({ text }) => text),
    );
    const cited = view.summary.statements.flatMap(({ citations }) => citations);
    expect(statements.flatMap(({ notes }) => notes)).toEqual(cited.map((_, place) => place + 1));
    expect(word.notes).toHaveLength(cited.length);
    for (const [place, index] of cited.entries()) {
      const citation = view.citations.find((each) => each.index === index);
      const note = word.notes[place];
      expect(note?.text).toContain(`《${citation?.documentTitle}》`);
      expect(note?.text).toContain(`“${citation?.quote}”`);
      expect(note?.links).toContain(`http://127.0.0.1:8787${citation?.url}`);
    }
  });

  it("points from a passage that is cited again to its first note, by the number that a reader sees", async () => {
    const word = await opened([turnOf("m1", "甲？"), turnOf("m2", "乙？")], "conversation");
    const half = word.notes.length / 2;
    for (const [place, note] of word.notes.entries()) {
      const earlier = /^同脚注 (\d+)/.exec(note.text)?.[1];
      expect(earlier).toBe(place < half ? undefined : String(place - half + 1));
    }
    expect(word.headings.filter((heading) => /^[甲乙]？$/.test(heading))).toEqual(["甲？", "乙？"]);
  });
});
