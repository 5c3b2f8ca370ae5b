import { describe, expect, it } from "vitest";
import type { Citation } from "../policy/citation.ts";
import { validityNotices } from "./validity-notices.ts";

const citation = (given: Partial<Citation>): Citation => ({
  index: 1,
  clauseId: "law/1",
  documentId: "law",
  documentTitle: "测试法",
  issuers: [],
  documentNumber: null,
  label: "第一条",
  path: [],
  quote: "为了测试。",
  start: 0,
  end: 5,
  status: "in_force",
  effectiveFrom: null,
  effectiveTo: null,
  sourceUrl: null,
  url: "/documents/law#law%2F1",
  ...given,
});
const texts = (...citations: readonly Citation[]): string[] =>
  validityNotices(citations).map(({ text }) => text);

describe("validityNotices", () => {
  it("says nothing of what is in force", () => {
    expect(validityNotices([citation({}), citation({ index: 2 })])).toEqual([]);
  });

  it("says of the cited clause, not of its document, that its period has ended or not begun", () => {
    expect(texts(citation({ status: "expired", effectiveTo: "2020" }))).toEqual([
      "《测试法》所引条款的实施期（至2020年）已经结束，所引内容仅反映当时的规定和情况。",
    ]);
    expect(texts(citation({ status: "not_yet_effective", effectiveFrom: "2030-01-01" }))).toEqual([
      "《测试法》所引条款尚未施行（自2030年1月1日起），所引内容目前还不适用。",
    ]);
  });

  it("says of the document that it was repealed, or has no dates", () => {
    expect(texts(citation({ status: "repealed" }))).toEqual(["《测试法》已被废止，所引内容不再适用。"]);
    expect(texts(citation({ status: "unknown" }))[0]).toContain("《测试法》没有写明有效期");
  });

  it("gives one notice for clauses of one document, with the period of each", () => {
    const first = citation({ status: "expired", effectiveFrom: "2011", effectiveTo: "2015" });
    expect(texts(first, { ...first, index: 2 })).toHaveLength(1);
    const [text, ...more] = texts(first, citation({ status: "expired", effectiveTo: "2020" }));
    expect(text).toContain("（2011年至2015年、至2020年）");
    expect(more).toEqual([]);
  });

  it("tells of clauses of different status, in one document too", () => {
    const found = validityNotices([citation({}), citation({ status: "expired", effectiveTo: "2020" })]);
    expect(found.map(({ kind, documentId }) => [kind, documentId])).toEqual([
      ["expired", "law"],
      ["mixed_status", null],
    ]);
  });
});
