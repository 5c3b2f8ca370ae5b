import { describe, expect, it } from "vitest";
import type { DocumentSummary } from "../../src/contract/documents.ts";
import { endsSoon } from "../src/library/ends-soon.ts";
import type { LibraryFilter } from "../src/library/library-filter.ts";
import {
  choicesOf,
  filterDocuments,
  NO_FILTER,
  sortDocuments,
  yearOf,
} from "../src/library/library-filter.ts";

const document = (documentId: string, given: Partial<DocumentSummary> = {}): DocumentSummary => ({
  documentId,
  title: `${documentId}办法`,
  titleSource: "text",
  issuers: [],
  documentNumber: null,
  jurisdiction: null,
  publishedOn: null,
  effectiveFrom: null,
  effectiveTo: null,
  status: "in_force",
  repeals: [],
  relations: [],
  sourceUrl: null,
  file: { name: `${documentId}.txt`, sha256: "" },
  ...given,
});

const LIBRARY = [
  document("绿色", { documentNumber: "国发〔2019〕5号", issuers: ["国务院"], publishedOn: "2019-02-15" }),
  document("人才", { issuers: ["科学技术部", "财政部"], publishedOn: "2024-03", status: "expired" }),
  document("旧", { effectiveFrom: "2011", status: "repealed" }),
  document("无名"),
];
const found = (filter: Partial<LibraryFilter>, soon: readonly string[] = []): string[] =>
  filterDocuments(LIBRARY, { ...NO_FILTER, ...filter }, new Set(soon)).map(({ documentId }) => documentId);

const ordered = (documents: readonly DocumentSummary[], sort: LibraryFilter["sort"]): string[] =>
  sortDocuments(documents, sort).map(({ documentId }) => documentId);

describe("filterDocuments", () => {
  it.each([
    ["绿色办法", ["绿色"]],
    ["国发[2019]5号", ["绿色"]],
    ["国发 （2019） ５号", ["绿色"]],
    ["财政部", ["人才"]],
    ["办法 国务院", ["绿色"]],
    ["办法  ", ["绿色", "人才", "旧", "无名"]],
    ["《》", ["绿色", "人才", "旧", "无名"]],
    ["没有", []],
  ])("finds by title, number or issuer: %s", (text, expected) => {
    expect(found({ text })).toEqual(expected);
  });

  it("joins its conditions", () => {
    expect(found({ status: "expired" })).toEqual(["人才"]);
    expect(found({ issuer: "国务院", year: "2019" })).toEqual(["绿色"]);
    expect(found({ issuer: "国务院", year: "2024" })).toEqual([]);
    expect(found({ year: "2011" })).toEqual(["旧"]);
    expect(found({ year: "unknown" })).toEqual(["无名"]);
    expect(found({ endsSoon: true }, ["旧"])).toEqual(["旧"]);
  });

  it("counts what it offers, each document once", () => {
    const twice = document("二", { issuers: ["国务院", "国务院"] });
    expect(choicesOf([...LIBRARY, twice], ({ issuers }) => issuers)).toEqual([
      { value: "国务院", count: 2 },
      { value: "科学技术部", count: 1 },
      { value: "财政部", count: 1 },
    ]);
    expect(LIBRARY.map((each) => yearOf(each))).toEqual(["2019", "2024", "2011", "unknown"]);
  });

  it("puts the newest first, and what has no date last", () => {
    expect(ordered(LIBRARY.toReversed(), "newest")).toEqual(["人才", "绿色", "旧", "无名"]);
  });

  it("puts the next to end first, then what does not end, and last what has ended", () => {
    const library = [
      document("已废止", { status: "repealed", effectiveTo: "2027-06" }),
      document("长期"),
      document("明年", { effectiveTo: "2027" }),
      document("月底", { effectiveTo: "2026-11-30" }),
      document("已到期", { status: "expired", effectiveTo: "2015" }),
    ];
    expect(ordered(library, "ending")).toEqual(["月底", "明年", "长期", "已到期", "已废止"]);
  });

  it("orders by title as Chinese is ordered", () => {
    expect(ordered(LIBRARY, "title")).toEqual(["旧", "绿色", "人才", "无名"]);
  });
});

const ends = (effectiveTo: string | null, asOf: string, status: DocumentSummary["status"] = "in_force") =>
  endsSoon([document("a", { effectiveTo, status })], asOf).map(({ days, lastDay }) => [days, lastDay]);

describe("endsSoon", () => {
  it.each([
    ["2027-01-31", "2026-11-22", [[70, "2027-01-31"]]],
    ["2026-11-22", "2026-11-22", [[0, "2026-11-22"]]],
    ["2026-12", "2026-11-22", [[39, "2026-12-31"]]],
    ["2026", "2026-11-22", [[39, "2026-12-31"]]],
    ["2024-02", "2024-01-31", [[29, "2024-02-29"]]],
    ["2027-02-20", "2026-11-22", [[90, "2027-02-20"]]],
    ["2027-02-21", "2026-11-22", []],
    ["2026-11-21", "2026-11-22", []],
    [null, "2026-11-22", []],
  ])("counts the days to the end of %s from %s", (effectiveTo, asOf, expected) => {
    expect(ends(effectiveTo, asOf)).toEqual(expected);
  });

  it("passes over what is not in force on that day", () => {
    for (const status of ["expired", "repealed", "not_yet_effective", "unknown"] as const) {
      expect(ends("2026-12-01", "2026-11-22", status)).toEqual([]);
    }
  });

  it("names the next one first", () => {
    const library = ["2027-01-01", "2026-12-01"].map((effectiveTo) => document(effectiveTo, { effectiveTo }));
    expect(endsSoon(library, "2026-11-22").map(({ days }) => days)).toEqual([9, 40]);
  });
});
