import { describe, expect, it } from "vitest";
import type { IngestedDocument, IngestReport } from "../ingest/ingest-report.ts";
import { formatIngest, formatRemoval } from "./format-ingest.ts";

const document: IngestedDocument = {
  documentId: "plan",
  title: "支持办法",
  clauses: 3,
  chunks: 4,
  characters: 120,
  dropped: { indentation: 6, "page-number": 2 },
  issues: [{ code: "marker-skipped", message: "缺少第二条", start: 10, end: 20 }],
};

const report: IngestReport = {
  files: [
    {
      file: "/a/plan.txt",
      outcome: "replaced",
      documentIds: ["plan"],
      documents: [document],
      removed: [{ documentId: "old", title: "旧办法" }],
      error: null,
    },
    {
      file: "/a/same.txt",
      outcome: "unchanged",
      documentIds: ["same"],
      documents: [],
      removed: [],
      error: null,
    },
    {
      file: "/a/scan.pdf",
      outcome: "failed",
      documentIds: [],
      documents: [],
      removed: [],
      error: { code: "x", message: "扫描件无法读取" },
    },
  ],
  missing: [{ documentId: "gone", title: "已撤办法", file: "/a/gone.txt", removed: false }],
  index: "f",
  seconds: 1.25,
};

describe("formatIngest", () => {
  it("tells what became of every file, what was left out and why", () => {
    const text = formatIngest(report);
    for (const words of [
      "更新  /a/plan.txt",
      "《支持办法》 3 个条款，120 字；略去：缩进 6、页码 2",
      "提示（第 11 字处）：缺少第二条",
      "不再包含 《旧办法》",
      "未变  /a/same.txt",
      "失败  /a/scan.pdf：扫描件无法读取",
      "缺失  /a/gone.txt：《已撤办法》（gone）仍在索引中",
      "--remove-missing",
      "读入 1 份文件，3 个条款；解析提示 1 处；失败 1 个；用时 1.3 秒。",
    ]) {
      expect(text).toContain(words);
    }
  });

  it("does not list thousands of documents or issues", () => {
    const issues = Array.from(
      { length: 40 },
      () => document.issues[0] ?? { code: "", message: "", start: 0, end: 0 },
    );
    const documents = Array.from({ length: 500 }, () => ({ ...document, issues }));
    const files = [
      {
        file: "/a/laws.jsonl",
        outcome: "added" as const,
        documentIds: [],
        documents,
        removed: [],
        error: null,
      },
    ];
    const text = formatIngest({ ...report, files, missing: [] });
    expect(text.split("\n").length).toBeLessThan(200);
    expect(text).toContain("另有 480 份文件");
    expect(text).toContain("另有 35 处提示");
  });
});

describe("formatRemoval", () => {
  it("names what was removed and what was not found", () => {
    const text = formatRemoval({
      removed: [{ documentId: "plan", title: "支持办法" }],
      notFound: ["none"],
      index: "f",
    });
    expect(text).toBe("已移除  《支持办法》（plan）\n未找到  none");
  });
});
