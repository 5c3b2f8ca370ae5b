import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { assert, array, integer, property, record, string } from "fast-check";
import { makeDocument } from "../../clause-index/fixtures.ts";
import type { IngestReport } from "../../ingest/ingest-report.ts";
import type { PolicyDocument } from "../../policy/document.ts";
import { markedText } from "./marked-text.ts";
import { writeIngestPage } from "./write-ingest-page.ts";

const HOSTILE = `<script>alert(1)</script>"><img src=x onerror=alert(1)>'&amp;`;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "zhengwen-page-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** The text of a piece of HTML without marks of what was left out. */
const textOf = (html: string): string =>
  html
    .replaceAll(/<span class="(?:dropped|issue point|fact point)"[^>]*>.<\/span>/g, "")
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&amp;", "&");

const pageOf = async (document: PolicyDocument, changes: Partial<IngestReport> = {}): Promise<string> => {
  const file = path.join(folder, "report.html");
  const report: IngestReport = {
    files: [
      {
        file: `/a/${HOSTILE}`,
        outcome: "added",
        documentIds: [document.documentId],
        documents: [],
        removed: [],
        error: null,
      },
      {
        file: "/a/bad",
        outcome: "failed",
        documentIds: [],
        documents: [],
        removed: [],
        error: { code: "x", message: HOSTILE },
      },
    ],
    missing: [{ documentId: "gone", title: HOSTILE, file: "/a/gone", removed: true }],
    index: "f",
    seconds: 1,
    ...changes,
  };
  await writeIngestPage(file, report, {
    getDocument: (id) => Promise.resolve(id === document.documentId ? document : null),
  });
  return readFile(file, "utf8");
};

describe("the page of an ingest", () => {
  it("shows the clause tree beside the text, with issues and what was left out", async () => {
    const { document } = makeDocument("plan", ["一、支持创新。", "二、支持人才。"], {
      issues: [{ code: "marker-skipped", message: "缺少编号", start: 8, end: 10 }],
      dropped: [{ reason: "page-number", text: "— 3 —", page: 3 }],
      normalisations: [{ reason: "indentation", start: 0, end: 2, replacement: "" }],
    });
    const page = await pageOf(document);
    for (const [href] of page.matchAll(/(?<=href="#)[^"]+/g)) expect(page).toContain(`id="${href}"`);
    expect(page.match(/href="#d0-c/g)).toHaveLength(2);
    expect(page).toContain('<a href="#d0">/a/');
    expect(page).toContain("失败 1 个");
    expect(page).not.toMatch(/<small>[a-z]/);
    expect(page).toContain('title="略去 2 字：缩进"');
    expect(page).toContain('class="odd issue" title="缺少编号（marker-skipped）"');
    expect(page).toContain("第 9 字处“二、”：缺少编号");
    expect(page).toContain('第 3 页，页码：<span class="dropped-text">— 3 —</span>');
    expect(page).toContain(document.file.sha256);
  });

  it("shows where the metadata stands in the text", async () => {
    const { document } = makeDocument("plan", ["甲市支持办法", "一、支持人才。"], {
      facts: [{ field: "title", value: "甲市支持办法", start: 0, end: 6 }],
    });
    const page = await pageOf(document);
    expect(page).toContain("第 1 字处“甲市支持办法”");
    expect(page).toContain('class="even fact" title="标题：甲市支持办法"');
  });

  it("shows text as text and asks for nothing from elsewhere", async () => {
    const { document } = makeDocument("plan", [HOSTILE, "二"], {
      title: HOSTILE,
      issuers: [HOSTILE],
      dropped: [{ reason: "header", text: HOSTILE }],
      issues: [{ code: HOSTILE, message: HOSTILE, start: 0, end: 3 }],
    });
    const page = await pageOf(document);
    const tags = [...page.matchAll(/<([a-z0-9]+)((?:\s+[a-z-]+="[^"]*")*)\s*\/?>/gi)];
    const names = new Set(tags.map(([, name]) => name));
    for (const name of ["script", "img", "link", "iframe", "object"]) expect(names).not.toContain(name);
    const attributes = new Set(
      tags.flatMap(([, , given = ""]) => [...given.matchAll(/([a-z-]+)="/gi)].map(([, name]) => name)),
    );
    expect(attributes).toEqual(
      new Set(["lang", "charset", "http-equiv", "content", "name", "class", "id", "title", "href"]),
    );
    for (const [address] of page.matchAll(/(?<=href=")[^"]*/g)) expect(address).toMatch(/^#/);
    expect(page).not.toMatch(/url\(|@import|https?:/);
    expect(page).toContain("default-src 'none'");
  });

  it("names the documents that it does not show", async () => {
    const { document } = makeDocument("plan", ["一"]);
    const documentIds = Array.from({ length: 230 }, (_, number) => `d${number}`);
    const page = await pageOf(document, {
      files: [{ file: "/a", outcome: "added", documentIds, documents: [], removed: [], error: null }],
    });
    expect(page).toContain("另有 30 份文件");
  });

  it("says that it could not be written", async () => {
    const nowhere = path.join(folder, "none", "report.html");
    await expect(
      writeIngestPage(nowhere, { files: [], missing: [], index: null, seconds: 0 }, null),
    ).rejects.toMatchObject({
      code: "report_not_written",
    });
  });
});

describe("markedText", () => {
  it("holds every character of the text once, whatever is marked", () => {
    const place = record({ start: integer({ min: 0, max: 60 }), length: integer({ min: 0, max: 9 }) });
    assert(
      property(
        array(string({ minLength: 1, unit: "binary" }), { minLength: 1, maxLength: 6 }),
        array(place),
        array(place),
        (lines, issues, lost) => {
          const { document } = makeDocument("plan", lines);
          let from = 0;
          const normalisations = lost.map(({ length }) => {
            from += 3;
            const each = { reason: "blank-line" as const, start: from, end: from + length, replacement: "" };
            from += length;
            return each;
          });
          const places = issues.map(({ start, length }) => ({
            kind: "issue" as const,
            label: "x",
            start,
            end: start + length,
          }));
          expect(textOf(markedText({ ...document, normalisations }, 0, places))).toBe(document.text);
        },
      ),
      { numRuns: 300 },
    );
  });

  it("shows text that belongs to no clause", () => {
    const { document } = makeDocument("plan", ["一、甲", "二、乙"]);
    const html = markedText({ ...document, clauses: document.clauses.slice(0, 1) }, 0, []);
    expect(html).toContain('<span class="outside" title="不属于任何条款">\n二、乙</span>');
  });
});
