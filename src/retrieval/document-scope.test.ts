import { describe, expect, it } from "vitest";
import { makeHead } from "../clause-index/fixtures.ts";
import { findScope } from "./document-scope.ts";

const heads = [
  makeHead({
    documentId: "new",
    title: "某园区建设方案（2024—2027年）",
    effectiveFrom: "2024",
    effectiveTo: "2027",
  }),
  makeHead({
    documentId: "old",
    title: "某示范区发展规划（2011—2015年）",
    effectiveFrom: "2011",
    effectiveTo: "2015",
  }),
  makeHead({
    documentId: "law",
    title: "某市科学技术促进条例",
    documentNumber: "某政发〔2020〕8号",
    effectiveFrom: "2020-03-01",
  }),
  makeHead({ documentId: "law2", title: "某市人才条例", effectiveFrom: "2021-05-01" }),
];
const scopeOf = (question: string) => findScope(question, heads, "2026-11-22").documentIds;

describe("findScope", () => {
  it.each([
    ["《某园区建设方案》适用于哪些范围？", ["new"]],
    ["2024—2027年方案里有什么？", ["new"]],
    ["2011年那份规划第九部分讲什么？", ["old"]],
    ["十二五的那份规划管到哪一年？", ["old"]],
    ["方案由谁来落实？", ["new"]],
    ["某政发〔2020〕8号规定了什么？", ["law"]],
    ["老规划里有提吗？", ["old"]],
    ["新方案支持吗？", ["new"]],
    ["园区方案支持吗？", ["new"]],
    ["示范区规划里怎么说？", ["old"]],
    ["某政发[2020]8号规定了什么？", ["law"]],
    ["某政发2020年第8号规定了什么？", ["law"]],
    ["科技促进条例第三条", ["law"]],
  ])("%s names %j", (question, ids) => {
    expect(scopeOf(question)).toEqual(ids);
  });

  it.each([
    "中关村2010年的技术合同成交额是多少？",
    // Two documents are 条例, so the word alone names neither.
    "条例里怎么说？",
    "十五五规划定了哪些指标？",
  ])("%s names no document", (question) => {
    expect(scopeOf(question)).toBeNull();
  });

  it("takes old documents from the day asked for", () => {
    expect(findScope("老规划怎么说？", heads, "2014-01-01").documentIds).not.toContain("new");
  });
});

describe("a kind that names no document", () => {
  const decided = [...heads, makeHead({ documentId: "decision", title: "某市关于表彰先进单位的决定" })];
  it.each([
    ["重大执法决定要经过谁审核？", null],
    ["规定多久办完？", null],
    ["这个决定表彰了谁？", ["decision"]],
    ["发展规划里怎么说？", ["old"]],
    ["三年行动规划里怎么说？", null],
  ])("%s", (question, ids) => {
    expect(findScope(question, decided, "2026-11-22").documentIds).toEqual(ids);
  });
});

describe("documents that are not in the index", () => {
  it.each([
    ["劳动合同法第39条是什么？", "《劳动合同法》"],
    ["《某国自主创新示范区条例》第十条是什么？", "《某国自主创新示范区条例》"],
    ["某发〔2019〕99号主要内容是什么？", "某发〔2019〕99号"],
    ["某政发〔2020〕8号主要内容是什么？", null],
    ["这个办法第三条怎么规定？", null],
    ["第三条怎么规定？", null],
  ])("%s asks of %s", (question, absent) => {
    expect(findScope(question, heads, "2026-11-22").absent).toBe(absent);
  });

  it("takes a topic between year and kind for a topic", () => {
    expect(findScope("2025年的购车摇号政策是什么？", heads, "2026-11-22")).toMatchObject({
      documentIds: null,
      mentions: [],
    });
  });
});
