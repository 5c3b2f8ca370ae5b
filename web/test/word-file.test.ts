import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import type { CitationReply } from "../../src/contract/common.ts";
import { answerView } from "../src/conversation/answer-view.ts";
import type { ChatMessage } from "../src/conversation/chat-message.ts";
import type { ExportedTurn } from "../src/export/turn-paragraphs.ts";
import { wordFile } from "../src/export/word-file.ts";
import { chinese } from "../src/language/chinese.ts";
import { english } from "../src/language/english.ts";
import { answerMessage, citation } from "./fixtures.ts";

const turnOf = (message: ChatMessage, question = "成交额是多少？"): ExportedTurn => {
  const view = answerView(message);
  const { summary } = view;
  if (summary === null) throw new Error("the message is not complete");
  return { question, view: { ...view, summary } };
};

const request = {
  whole: "answer",
  messages: chinese,
  language: "zh-CN",
  origin: "http://127.0.0.1:8787",
  day: "2026-11-22",
} as const;

/** The parts of the file, and the text that each holds. */
const read = async (turns: readonly ExportedTurn[], over: Partial<Parameters<typeof wordFile>[0]> = {}) => {
  const file = await wordFile({ ...request, ...over, turns });
  const parts = unzipSync(new Uint8Array(await file.arrayBuffer()));
  const xml = (name: string): string => strFromU8(parts[name] ?? new Uint8Array());
  const textOf = (name: string): string =>
    xml(name)
      .replaceAll(/<w:br\/>/g, "\n")
      .replaceAll(/<[^>]+>/g, "")
      .replaceAll("&quot;", '"')
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&amp;", "&");
  const body = xml("word/document.xml");
  return {
    xml,
    body: textOf("word/document.xml"),
    notes: textOf("word/footnotes.xml"),
    references: [...body.matchAll(/<w:footnoteReference w:id="(\d+)"/g)].map(([, id]) => id),
  };
};

const withCitation = (changed: Partial<CitationReply>): ChatMessage => {
  const message = answerMessage("m1");
  return {
    ...message,
    parts: message.parts.map((part) =>
      part.type === "data-citation" && part.data.index === 1
        ? { ...part, data: { ...citation(1), ...changed } }
        : part,
    ),
  };
};

describe("the Word document of an answer", () => {
  it("has a footnote for each citation, with document, number, address, quote and status", async () => {
    const changed = {
      documentNumber: "国发〔2011〕4号",
      issuers: ["国务院"],
      quote: "技术合同成交额1579.5亿元，\n占全国40%",
      sourceUrl: "https://example.org/a?b=1&c=2",
    };
    const { notes, references, xml } = await read([turnOf(withCitation(changed))]);
    expect(new Set(references).size).toBe(2);
    for (const id of references) expect(xml("word/footnotes.xml")).toContain(`w:id="${id}"`);
    for (const part of [
      "《示范区规划》（国发〔2011〕4号）1、",
      "已到期；有效期 2011 至 2015；国务院发布",
      "“技术合同成交额1579.5亿元，\n占全国40%”",
      "http://127.0.0.1:8787/documents/plan#plan.n1",
      "https://example.org/a?b=1&c=2",
      "《示范区规划》2、",
    ]) {
      expect(notes).toContain(part);
    }
  });

  it("tells question, day, kind of answer and notices in its text, and no marker", async () => {
    const { body } = await read([turnOf(answerMessage("m1"), "那2010年呢？")]);
    for (const part of [
      "那2010年呢？",
      "问题理解为：成交额是多少？",
      "效力按 2026-11-22 判断",
      "摘自原文",
      "已到期　已到期。",
      "成交额1579.5亿元。",
    ]) {
      expect(body).toContain(part);
    }
    expect(body).not.toMatch(/\[\d\]/);
  });

  it("points to the first note where a passage is cited again in the same conversation", async () => {
    const { notes, references } = await read([turnOf(answerMessage("m1")), turnOf(answerMessage("m2"))], {
      whole: "conversation",
    });
    expect(references).toHaveLength(4);
    expect(notes.split("“技术合同成交额1579.5亿元”")).toHaveLength(3);
    expect(notes).toContain("同脚注 1：《示范区规划》1、");
    expect(notes).toContain("同脚注 2：《示范区规划》2、");
  });

  it("keeps a refusal what it is: no footnote, and related clauses called no answer", async () => {
    const refusal = { reason: "not_in_corpus", message: "没有依据。" } as const;
    const parts = answerMessage("m1").parts.flatMap((part): ChatMessage["parts"] => {
      if (part.type === "data-answer") {
        return [{ ...part, data: { ...part.data, refused: true, statements: [] } }];
      }
      return part.type === "text"
        ? [{ type: "data-refusal", data: { ...refusal, nearest: [citation(1)] } }]
        : [];
    });
    const message: ChatMessage = { ...answerMessage("m1"), parts };
    const { body, references } = await read([turnOf(message)]);
    expect(references).toEqual([]);
    for (const part of ["没有作答", "没有依据。", "相关条款（不是答案）", "《示范区规划》1、"]) {
      expect(body).toContain(part);
    }
  });

  it("stays well formed, whatever stands in a document, and links nowhere but to the web", async () => {
    const hostile = {
      quote: "<w:p>&\u0000\u0008\uD800]]></w:p>",
      documentTitle: '"><script>alert(1)</script>',
      sourceUrl: "javascript:alert(1)",
    };
    const { notes, xml } = await read([turnOf(withCitation(hostile))]);
    expect(notes).toContain("“<w:p>&]]></w:p>”");
    expect(notes).toContain('"><script>alert(1)</script>');
    expect(xml("word/footnotes.xml")).not.toContain("<script>");
    expect(xml("word/_rels/footnotes.xml.rels")).toContain('Target="http://127.0.0.1:8787/documents/plan"');
    expect(xml("word/footnotes.xml")).toContain('w:anchor="plan.n1"');
    expect(xml("word/_rels/footnotes.xml.rels")).not.toContain("javascript");
  });

  it("speaks English around Chinese documents where the page does", async () => {
    const { body, notes } = await read([turnOf(answerMessage("m1"))], {
      messages: english,
      language: "en",
    });
    expect(body).toContain("Validity judged on 2026-11-22");
    expect(notes).toContain("(Expired; Valid 2011 to 2015");
    expect(notes).toContain("“技术合同成交额1579.5亿元”");
  });
});
