import { createHash } from "node:crypto";
import type { DocumentReply } from "../../src/contract/documents.ts";
import { todayInShanghai } from "../../src/policy/partial-date.ts";
import { PolicyError } from "../../src/policy/policy-error.ts";
import type { AssistantClient } from "../assistant-client.ts";
import type { SourceDocuments } from "../source-documents.ts";
import type { ChatEndpoint } from "./chat-completion.ts";
import { completeChat } from "./chat-completion.ts";
import { readAnswer } from "./read-answer.ts";

const systemPrompt = (asOf: string): string =>
  [
    `你回答关于中国政府政策文件的问题。今天是${asOf}。`,
    "每句话都写明出自哪份文件（用《》），并在“”中逐字引用原文作为依据。",
    "依据的文件已到期或废止的，请说明。",
    "没有依据的，只回答：资料中没有相关内容，无法回答。",
  ].join("\n");

/** A source as the one clause that it is to an endpoint whose clauses are not known. */
const wholeDocument = (key: string, text: string): DocumentReply => ({
  documentId: key,
  title: key,
  titleSource: "given",
  issuers: [],
  documentNumber: null,
  jurisdiction: null,
  publishedOn: null,
  effectiveFrom: null,
  effectiveTo: null,
  status: "unknown",
  repeals: [],
  relations: [],
  sourceUrl: null,
  file: { name: `${key}.txt`, sha256: createHash("sha256").update(text).digest("hex") },
  text,
  clauses: [
    {
      clauseId: key,
      kind: "document",
      marker: null,
      label: key,
      heading: null,
      start: 0,
      end: text.length,
      wholeEnd: text.length,
      children: [],
    },
  ],
  issues: [],
});

/**
 * Talks to an OpenAI-compatible endpoint. It has no search, no clauses and no documents of its own: its quotes
 * are looked up in the sources that the cases are checked against.
 */
export const createOpenAiClient = (endpoint: ChatEndpoint, sources: SourceDocuments): AssistantClient => {
  const document = (key: string): DocumentReply | null => {
    const text = sources.get(key);
    return text === undefined ? null : wholeDocument(key, text);
  };
  return {
    target: `openai:${endpoint.baseUrl} (${endpoint.model})`,
    answer: async ({ question, history = [], asOf = todayInShanghai() }) => {
      const text = await completeChat(endpoint, [
        { role: "system", content: systemPrompt(asOf) },
        ...history,
        { role: "user", content: question },
      ]);
      return readAnswer(text, { question, asOf, model: endpoint.model }, sources);
    },
    search: () => Promise.resolve(null),
    documents: () => Promise.resolve([...sources.keys()].flatMap((key) => document(key) ?? [])),
    document: (key) => {
      const found = document(key);
      if (found !== null) return Promise.resolve(found);
      return Promise.reject(
        new PolicyError({
          code: "not_found",
          status: 404,
          message: { zh: `没有文件 ${key}`, en: `There is no source ${key}` },
        }),
      );
    },
    clause: () => Promise.resolve(null),
  };
};
