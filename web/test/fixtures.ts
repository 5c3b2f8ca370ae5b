import type { CitationReply } from "../../src/contract/common.ts";
import type { ChatMessage } from "../src/conversation/chat-message.ts";

export const citation = (index: number): CitationReply => ({
  index,
  clauseId: `plan.n${index}`,
  documentId: "plan",
  documentTitle: "示范区规划",
  issuers: [],
  documentNumber: null,
  label: `${index}、`,
  path: [`${index}、总则`],
  quote: "技术合同成交额1579.5亿元",
  start: 10,
  end: 25,
  status: "expired",
  effectiveFrom: "2011",
  effectiveTo: "2015",
  sourceUrl: null,
  url: `/documents/plan#plan.n${index}`,
});

export const userMessage = (id: string, text: string): ChatMessage => ({
  id,
  role: "user",
  parts: [{ type: "text", text }],
});

/** A complete answer of one statement with two citations. */
export const answerMessage = (id: string): ChatMessage => ({
  id,
  role: "assistant",
  parts: [
    { type: "data-citation", id: "citation-2", data: citation(2) },
    { type: "source-document", sourceId: "plan.n1", mediaType: "text/plain", title: "示范区规划" },
    { type: "data-citation", id: "citation-1", data: citation(1) },
    { type: "text", text: "成交额1579.5亿元。[1][2]", state: "done" },
    { type: "data-notice", data: { kind: "expired", documentId: "plan", text: "已到期。" } },
    {
      type: "data-answer",
      data: {
        id: "a1",
        resolvedQuestion: "成交额是多少？",
        refused: false,
        statements: [{ text: "成交额1579.5亿元。", citations: [1, 2], count: null }],
        asOf: "2026-11-22",
        mode: "extractive",
        model: null,
        index: "fingerprint",
        timingMs: { understand: 0, retrieve: 0, compose: 0, verify: 0, total: 0 },
      },
    },
  ],
});
