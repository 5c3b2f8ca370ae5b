import { describe, expect, it } from "vitest";
import { readFrontMatter } from "./front-matter.ts";

describe("readFrontMatter", () => {
  it("reads the fields of a manifest under the names that people use", () => {
    const yaml = `title: 甲办法
发文机关：财政部、教育部
文号: 财教〔2020〕1号
date: 2020-05-01
effective_from: 2020年6月
失效日期: 2025
relations:
  - kind: based_on
    title: 乙法
layout: page
jurisdiction:`;
    expect(readFrontMatter(yaml)).toEqual({
      fields: {
        title: "甲办法",
        issuers: ["财政部", "教育部"],
        documentNumber: "财教〔2020〕1号",
        publishedOn: "2020-05-01",
        effectiveFrom: "2020-06",
        effectiveTo: "2025",
        relations: [{ kind: "based_on", title: "乙法" }],
      },
      issues: [],
    });
  });

  it("reports a value that is not valid, and keeps the others", () => {
    const { fields, issues } = readFrontMatter("title: 甲办法\neffectiveFrom: 2020-13-01");
    expect(fields).toEqual({ title: "甲办法" });
    expect(issues.map(({ code }) => code)).toEqual(["invalid_front_matter"]);
  });

  it.each(["title: [", "- 甲\n- 乙", "", "a: &a [x]\nb: *a"])("reads nothing from %j", (yaml) => {
    expect(readFrontMatter(yaml).fields).toEqual({});
  });

  it("does not let front matter choose a document's id", () => {
    expect(readFrontMatter("documentId: other\ntitle: 甲").fields).toEqual({ title: "甲" });
  });
});
