import { createHash } from "node:crypto";
import { Hono } from "hono";
import type { AnswerReply } from "../../src/contract/answer.ts";
import { AnswerRequestSchema } from "../../src/contract/answer.ts";
import type { ClauseDetail, DocumentReply } from "../../src/contract/documents.ts";
import type { SearchReply } from "../../src/contract/search.ts";
import type { Clause } from "../../src/policy/clause.ts";
import { clauseUrl } from "../../src/policy/citation.ts";
import { citeClause } from "./cite-clause.ts";

/** A document of numbered clauses without children, one a line. */
export interface MadeDocument {
  readonly fileName: string;
  readonly title: string;
  readonly effectiveFrom: string;
  readonly effectiveTo: string;
  readonly lines: readonly string[];
}

/** What to cite for a question: lines of a document; no entry: the question is refused. */
export interface MadeAnswer {
  readonly fileName: string;
  readonly lines: readonly number[];
}

const statusOf = (document: MadeDocument, asOf: string): "in_force" | "expired" =>
  asOf.slice(0, 4) > document.effectiveTo ? "expired" : "in_force";

const documentReply = (made: MadeDocument, asOf: string): DocumentReply => {
  const documentId = made.fileName.replace(/\.\w+$/, "-id");
  const text = made.lines.join("\n");
  let at = 0;
  const clauses = made.lines.map((line, index): Clause => {
    const start = at;
    at += line.length + 1;
    const place = { start, end: start + line.length, wholeEnd: start + line.length };
    const marker = /^[^、]+、/.exec(line)?.[0] ?? null;
    return {
      clauseId: `${documentId}.${index + 1}`,
      kind: "numbered",
      marker,
      label: marker ?? line,
      heading: null,
      ...place,
      children: [],
    };
  });
  return {
    documentId,
    title: made.title,
    titleSource: "text",
    issuers: ["甲市人民政府"],
    documentNumber: null,
    jurisdiction: null,
    publishedOn: null,
    effectiveFrom: made.effectiveFrom,
    effectiveTo: made.effectiveTo,
    status: statusOf(made, asOf),
    repeals: [],
    relations: [],
    sourceUrl: null,
    file: { name: made.fileName, sha256: createHash("sha256").update(text).digest("hex") },
    text,
    clauses: clauses.map((clause) => ({ ...clause, children: [] })),
    issues: [],
  };
};

const clauseDetail = (document: DocumentReply, index: number): ClauseDetail | null => {
  const clause = document.clauses[index];
  if (clause === undefined) return null;
  const text = document.text.slice(clause.start, clause.end);
  return {
    ...clause,
    documentId: document.documentId,
    documentTitle: document.title,
    path: [clause.label],
    ownText: text,
    text,
    status: document.status,
    url: clauseUrl(document.documentId, clause.clauseId),
    parent: null,
    previous: document.clauses[index - 1]?.clauseId ?? null,
    next: document.clauses[index + 1]?.clauseId ?? null,
    children: [],
  };
};

/** An assistant that knows its answers by heart and speaks the contract: what the metrics must let pass. */
export const honestAssistant = (
  made: readonly MadeDocument[],
  answers: ReadonlyMap<string, MadeAnswer>,
  today: string,
): Hono => {
  const documents = made.map((document) => documentReply(document, today));
  const citationsFor = (answer: MadeAnswer): AnswerReply["citations"] =>
    documents
      .filter((document) => document.file.name === answer.fileName)
      .flatMap((document) =>
        answer.lines.flatMap((line, place) => {
          const clause = clauseDetail(document, line);
          return clause === null ? [] : [citeClause(place + 1, clause, document)];
        }),
      );
  const app = new Hono();
  app.get("/api/documents", (c) =>
    c.json({
      documents: documents.map(({ text: _text, clauses: _clauses, issues: _issues, ...rest }) => rest),
    }),
  );
  app.get("/api/documents/:id", (c) => {
    const document = documents.find((each) => each.documentId === c.req.param("id"));
    return document === undefined ? c.notFound() : c.json(document);
  });
  app.get("/api/clauses/:id", (c) => {
    for (const document of documents) {
      const index = document.clauses.findIndex((clause) => clause.clauseId === c.req.param("id"));
      const detail = clauseDetail(document, index);
      if (detail !== null) return c.json(detail);
    }
    return c.notFound();
  });
  app.get("/api/search", (c) => {
    const known = answers.get(c.req.query("q") ?? "");
    const hits = (known === undefined ? [] : citationsFor(known)).map((citation) => ({
      clauseId: citation.clauseId,
      documentId: citation.documentId,
      documentTitle: citation.documentTitle,
      label: citation.label,
      path: citation.path,
      text: citation.quote,
      score: 1,
      scores: { lexical: 1, dense: 1 },
      status: citation.status,
    }));
    return c.json({ hits } satisfies SearchReply);
  });
  app.post("/api/answer", async (c) => {
    const { question, asOf = today } = AnswerRequestSchema.parse(await c.req.json());
    const known = answers.get(question);
    const citations = known === undefined ? [] : citationsFor(known);
    const expired = citations.filter((citation) => citation.status === "expired");
    const nearest = citationsFor({ fileName: made[0]?.fileName ?? "", lines: [0] });
    return c.json({
      id: createHash("sha256").update(question).digest("hex"),
      resolvedQuestion: question,
      refused: known === undefined,
      refusal:
        known === undefined ? { reason: "not_in_corpus", message: "资料中没有相关内容。", nearest } : null,
      answer: citations.map((citation) => `${citation.quote}[${citation.index}]`).join("\n"),
      statements: citations.map((citation) => ({
        text: citation.quote,
        citations: [citation.index],
        count: null,
      })),
      citations,
      notices: expired.map((citation) => ({
        kind: "expired",
        documentId: citation.documentId,
        text: `《${citation.documentTitle}》已到期。`,
      })),
      asOf,
      mode: "extractive",
      model: null,
      index: "made",
      timingMs: { understand: 0, retrieve: 0, compose: 0, verify: 0, total: 0 },
    } satisfies AnswerReply);
  });
  return app;
};
