import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { makeHead } from "../clause-index/fixtures.ts";
import { statusOn } from "../policy/validity.ts";
import { linkDocuments } from "./link-documents.ts";
import { findLinked } from "./link-fixtures.ts";

const oldNotice = makeHead({
  documentId: "old",
  title: "国务院办公厅关于对真抓实干成效明显地方加大激励支持力度的通知",
  documentNumber: "国办发〔2016〕82号",
  publishedOn: "2016-11-24",
});
const newNotice = makeHead({
  documentId: "new",
  title: "国务院办公厅关于对真抓实干成效明显地方进一步加大激励支持力度的通知",
  documentNumber: "国办发〔2018〕117号",
  publishedOn: "2018-12-06",
  repeals: ["国务院办公厅关于对真抓实干成效明显地方加大激励支持力度的通知"],
});

const version = (documentId: string, title: string, publishedOn: string, effectiveFrom: string) =>
  makeHead({ documentId, title, publishedOn, effectiveFrom, issuers: ["全国人民代表大会常务委员会"] });

describe("linkDocuments", () => {
  it("repeals what another document names, from the day on which that one counts", () => {
    const linked = linkDocuments([oldNotice, newNotice]);
    expect(findLinked(linked, "old")).toMatchObject({
      repealedOn: "2018-12-06",
      relations: [{ kind: "repealed_by", title: newNotice.title, documentId: "new" }],
    });
    expect(findLinked(linked, "new")).toBe(newNotice);
    const period = { ...findLinked(linked, "old"), effectiveFrom: "2016-11-24", effectiveTo: null };
    expect(statusOn(period, "2018-12-05")).toBe("in_force");
    expect(statusOn(period, "2018-12-06")).toBe("repealed");
  });

  it("repeals from the day that the text gives, found by the 文号 alone", () => {
    const repealing = makeHead({
      documentId: "new",
      title: "乙办法",
      effectiveFrom: "2020-06-01",
      repeals: ["国办发〔2016〕82号"],
      facts: [{ field: "repeals", value: "国办发[2016]82号", on: "2021-01-01", start: 0, end: 14 }],
    });
    expect(findLinked(linkDocuments([oldNotice, repealing]), "old").repealedOn).toBe("2021-01-01");
  });

  it("finds a repealed document by the 文号 that the text puts behind its title", () => {
    const repealing = makeHead({
      documentId: "new",
      title: "乙办法",
      effectiveFrom: "2020-06-01",
      repeals: ["市科技计划管理办法"],
      facts: [{ field: "repeals", value: "《市科技计划管理办法》（深府规〔2015〕3号）", start: 0, end: 20 }],
    });
    const meant = makeHead({
      documentId: "meant",
      title: "深圳市科技计划项目管理办法",
      documentNumber: "深府规[2015]3号",
    });
    const other = makeHead({
      documentId: "other",
      title: "市科技计划管理办法",
      documentNumber: "深府规〔2010〕9号",
    });
    const linked = linkDocuments([repealing, meant, other]);
    expect(findLinked(linked, "meant").repealedOn).toBe("2020-06-01");
    expect(findLinked(linked, "other").repealedOn).toBeNull();
  });

  it("does not take a law for the older one of the same title that it repeals", () => {
    const law = makeHead({
      documentId: "law-2019",
      title: "专利代理条例",
      publishedOn: "2018-11-06",
      effectiveFrom: "2019-03-01",
      repeals: ["专利代理条例"],
    });
    const old = makeHead({
      documentId: "law-1991",
      title: "专利代理条例",
      publishedOn: "1991-03-04",
      effectiveFrom: "1991-04-01",
    });
    const linked = linkDocuments([law, old]);
    expect(findLinked(linked, "law-2019").repealedOn).toBeNull();
    expect(findLinked(linked, "law-1991").repealedOn).toBe("2019-03-01");
  });

  it("links the versions of one law; each is replaced when the next counts", () => {
    const linked = linkDocuments([
      version("c2023", "中华人民共和国公司法（2023修订）", "2023-12-29", "2024-07-01"),
      version("c2013", "中华人民共和国公司法", "2013-12-28", "2006-01-01"),
      version("c2018", "中华人民共和国公司法（2018年修正）", "2018-10-26", "2006-01-01"),
    ]);
    expect(findLinked(linked, "c2013").repealedOn).toBe("2018-10-26");
    expect(findLinked(linked, "c2018").repealedOn).toBe("2024-07-01");
    expect(findLinked(linked, "c2023").repealedOn).toBeNull();
    expect(findLinked(linked, "c2023").relations.filter(({ kind }) => kind === "version_of")).toHaveLength(2);
  });

  it.each(["深圳市甲办法（2018年修订版）", "深圳市甲办法2018年修订版", "深圳市甲办法（2018年版）"])(
    "takes %s for a version of 深圳市甲办法",
    (title) => {
      const linked = linkDocuments([
        version("old", "深圳市甲办法", "2015-01-01", "2015-01-01"),
        version("new", title, "2018-01-01", "2018-03-01"),
      ]);
      expect(findLinked(linked, "old").repealedOn).toBe("2018-03-01");
    },
  );

  it("keeps a second notice of the same title beside the first", () => {
    const title = "国务院办公厅关于调整国家教材委员会组成人员的通知";
    const linked = linkDocuments([
      makeHead({ documentId: "a", title, publishedOn: "2018-11-20" }),
      makeHead({ documentId: "b", title, publishedOn: "2020-03-01" }),
    ]);
    expect(linked.map(({ repealedOn }) => repealedOn)).toEqual([null, null]);
    expect(findLinked(linked, "b").relations).toEqual([{ kind: "version_of", title, documentId: "a" }]);
  });

  it("keeps rules of the same title that different authorities issued apart", () => {
    const linked = linkDocuments([
      makeHead({
        documentId: "a",
        title: "科技计划管理办法",
        publishedOn: "2018",
        issuers: ["甲市人民政府"],
      }),
      makeHead({
        documentId: "b",
        title: "科技计划管理办法",
        publishedOn: "2020",
        issuers: ["乙市人民政府"],
      }),
    ]);
    expect(linked.every(({ repealedOn, relations }) => repealedOn === null && relations.length === 0)).toBe(
      true,
    );
  });

  it("resolves what a document rests on, also where the issuer stands outside the marks", () => {
    const linked = linkDocuments([
      makeHead({ documentId: "basis", title: "最高人民法院关于适用刑法的解释" }),
      makeHead({
        documentId: "rest",
        title: "丙意见",
        relations: [{ kind: "based_on", title: "关于适用刑法的解释", documentId: null }],
      }),
    ]);
    expect(findLinked(linked, "rest").relations[0]?.documentId).toBe("basis");
  });

  it("gives the same again, and takes back what a removed document had changed", () => {
    const once = linkDocuments([oldNotice, newNotice]);
    expect(linkDocuments(once).every((document, index) => document === once[index])).toBe(true);
    const alone = linkDocuments(once.filter(({ documentId }) => documentId === "old"));
    expect(alone).toEqual([oldNotice]);
  });

  it("does not depend on the order of the documents", () => {
    const titles = ["甲条例", "乙条例", "丙办法"];
    const anyDocument = fc.record({
      title: fc.constantFrom(...titles),
      publishedOn: fc.constantFrom(null, "2001", "2005-03", "2010-01-01", "2020-07-01"),
      effectiveFrom: fc.constantFrom(null, "2002", "2011-02-01", "2021-01-01"),
      repeals: fc.uniqueArray(fc.constantFrom(...titles)),
    });
    fc.assert(
      fc.property(fc.array(anyDocument, { maxLength: 6 }), (fields) => {
        const documents = fields.map((each, index) => makeHead({ documentId: `d${index}`, ...each }));
        const straight = linkDocuments(documents);
        const reversed = linkDocuments(documents.toReversed());
        for (const { documentId, repealedOn, relations } of straight) {
          const other = findLinked(reversed, documentId);
          expect(other.repealedOn).toBe(repealedOn);
          expect(new Set(other.relations.map((each) => JSON.stringify(each)))).toEqual(
            new Set(relations.map((each) => JSON.stringify(each))),
          );
        }
        expect(linkDocuments(straight)).toEqual(straight);
      }),
    );
  });
});
