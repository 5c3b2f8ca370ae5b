import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { statusOn } from "../policy/validity.ts";
import type { LinkableDocument } from "./link-documents.ts";
import { linkDocuments } from "./link-documents.ts";

const documentOf = (
  fields: Partial<LinkableDocument> & Pick<LinkableDocument, "documentId" | "title">,
): LinkableDocument => ({
  aliases: [],
  issuers: [],
  documentNumber: null,
  publishedOn: null,
  effectiveFrom: null,
  effectiveTo: null,
  repealedOn: null,
  repeals: [],
  relations: [],
  ...fields,
});

const find = (documents: readonly LinkableDocument[], documentId: string): LinkableDocument => {
  const document = documents.find((each) => each.documentId === documentId);
  if (document === undefined) throw new Error(`${documentId} is missing`);
  return document;
};

const oldNotice = documentOf({
  documentId: "old",
  title: "国务院办公厅关于对真抓实干成效明显地方加大激励支持力度的通知",
  documentNumber: "国办发〔2016〕82号",
  publishedOn: "2016-11-24",
});
const newNotice = documentOf({
  documentId: "new",
  title: "国务院办公厅关于对真抓实干成效明显地方进一步加大激励支持力度的通知",
  documentNumber: "国办发〔2018〕117号",
  publishedOn: "2018-12-06",
  repeals: ["国务院办公厅关于对真抓实干成效明显地方加大激励支持力度的通知"],
});

const version = (documentId: string, title: string, publishedOn: string, effectiveFrom: string) =>
  documentOf({ documentId, title, publishedOn, effectiveFrom, issuers: ["全国人民代表大会常务委员会"] });

describe("linkDocuments", () => {
  it("repeals what another document names, from the day on which that one counts", () => {
    const linked = linkDocuments([oldNotice, newNotice]);
    expect(find(linked, "old")).toMatchObject({
      repealedOn: "2018-12-06",
      relations: [{ kind: "repealed_by", title: newNotice.title, documentId: "new" }],
    });
    expect(find(linked, "new")).toBe(newNotice);
    const period = { ...find(linked, "old"), effectiveFrom: "2016-11-24", effectiveTo: null };
    expect(statusOn(period, "2018-12-05")).toBe("in_force");
    expect(statusOn(period, "2018-12-06")).toBe("repealed");
  });

  it("repeals from the day that the text gives, found by the 文号 alone", () => {
    const repealing = documentOf({
      documentId: "new",
      title: "乙办法",
      effectiveFrom: "2020-06-01",
      repeals: ["国办发〔2016〕82号"],
      facts: [{ field: "repeals", value: "国办发[2016]82号", on: "2021-01-01", start: 0, end: 14 }],
    });
    expect(find(linkDocuments([oldNotice, repealing]), "old").repealedOn).toBe("2021-01-01");
  });

  it("finds a repealed document by the 文号 that the text puts behind its title", () => {
    const repealing = documentOf({
      documentId: "new",
      title: "乙办法",
      effectiveFrom: "2020-06-01",
      repeals: ["市科技计划管理办法"],
      facts: [{ field: "repeals", value: "《市科技计划管理办法》（深府规〔2015〕3号）", start: 0, end: 20 }],
    });
    const meant = documentOf({
      documentId: "meant",
      title: "深圳市科技计划项目管理办法",
      documentNumber: "深府规[2015]3号",
    });
    const other = documentOf({
      documentId: "other",
      title: "市科技计划管理办法",
      documentNumber: "深府规〔2010〕9号",
    });
    const linked = linkDocuments([repealing, meant, other]);
    expect(find(linked, "meant").repealedOn).toBe("2020-06-01");
    expect(find(linked, "other").repealedOn).toBeNull();
  });

  it("does not take a law for the older one of the same title that it repeals", () => {
    const law = documentOf({
      documentId: "law-2019",
      title: "专利代理条例",
      publishedOn: "2018-11-06",
      effectiveFrom: "2019-03-01",
      repeals: ["专利代理条例"],
    });
    const old = documentOf({
      documentId: "law-1991",
      title: "专利代理条例",
      publishedOn: "1991-03-04",
      effectiveFrom: "1991-04-01",
    });
    const linked = linkDocuments([law, old]);
    expect(find(linked, "law-2019").repealedOn).toBeNull();
    expect(find(linked, "law-1991").repealedOn).toBe("2019-03-01");
  });

  it("links the versions of one law; each is replaced when the next counts", () => {
    const linked = linkDocuments([
      version("c2023", "中华人民共和国公司法（2023修订）", "2023-12-29", "2024-07-01"),
      version("c2013", "中华人民共和国公司法", "2013-12-28", "2006-01-01"),
      version("c2018", "中华人民共和国公司法（2018年修正）", "2018-10-26", "2006-01-01"),
    ]);
    expect(find(linked, "c2013").repealedOn).toBe("2018-10-26");
    expect(find(linked, "c2018").repealedOn).toBe("2024-07-01");
    expect(find(linked, "c2023").repealedOn).toBeNull();
    expect(find(linked, "c2023").relations.filter(({ kind }) => kind === "version_of")).toHaveLength(2);
  });

  it.each(["深圳市甲办法（2018年修订版）", "深圳市甲办法2018年修订版", "深圳市甲办法（2018年版）"])(
    "takes %s for a version of 深圳市甲办法",
    (title) => {
      const linked = linkDocuments([
        version("old", "深圳市甲办法", "2015-01-01", "2015-01-01"),
        version("new", title, "2018-01-01", "2018-03-01"),
      ]);
      expect(find(linked, "old").repealedOn).toBe("2018-03-01");
    },
  );

  it("keeps a second notice of the same title beside the first", () => {
    const title = "国务院办公厅关于调整国家教材委员会组成人员的通知";
    const linked = linkDocuments([
      documentOf({ documentId: "a", title, publishedOn: "2018-11-20" }),
      documentOf({ documentId: "b", title, publishedOn: "2020-03-01" }),
    ]);
    expect(linked.map(({ repealedOn }) => repealedOn)).toEqual([null, null]);
    expect(find(linked, "b").relations).toEqual([{ kind: "version_of", title, documentId: "a" }]);
  });

  it("keeps rules of the same title that different authorities issued apart", () => {
    const linked = linkDocuments([
      documentOf({
        documentId: "a",
        title: "科技计划管理办法",
        publishedOn: "2018",
        issuers: ["甲市人民政府"],
      }),
      documentOf({
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
      documentOf({ documentId: "basis", title: "最高人民法院关于适用刑法的解释" }),
      documentOf({
        documentId: "rest",
        title: "丙意见",
        relations: [{ kind: "based_on", title: "关于适用刑法的解释", documentId: null }],
      }),
    ]);
    expect(find(linked, "rest").relations[0]?.documentId).toBe("basis");
  });

  const limited = documentOf({
    documentId: "limited",
    title: "深圳市甲办法",
    publishedOn: "2018-12-20",
    effectiveFrom: "2019-01-01",
    effectiveTo: "2023-12-31",
  });
  const extending = (
    documentId: string,
    publishedOn: string,
    to: string | null,
    months: number | null = null,
    clause: string | null = null,
  ) =>
    documentOf({
      documentId,
      title: `${publishedOn}通知`,
      publishedOn,
      relations: [
        {
          kind: "amends",
          title: "深圳市甲办法",
          documentId: null,
          extensions: [{ clause, to, months }],
        },
      ],
    });

  it("ends a document later where another one says so, and takes it back", () => {
    const linked = linkDocuments([extending("n", "2023-11-01", "2027-12-31"), limited]);
    expect(find(linked, "limited")).toMatchObject({ effectiveTo: "2027-12-31", effectiveFrom: "2019-01-01" });
    expect(find(linked, "n").relations[0]?.documentId).toBe("limited");
    expect(linkDocuments(linked).every((document, index) => document === linked[index])).toBe(true);
    expect(linkDocuments([find(linked, "limited")])).toEqual([limited]);
  });

  it("counts one extension from the end of the one before, in whatever order they come", () => {
    const first = extending("a", "2023-11-01", null, 12);
    const second = extending("b", "2024-11-01", null, 24);
    for (const documents of [
      [first, second, limited],
      [limited, second, first],
    ])
      expect(find(linkDocuments(documents), "limited").effectiveTo).toBe("2026-12-31");
  });

  it.each([
    ["an earlier end", extending("n", "2023-11-01", "2022-12-31")],
    ["a document that is older", extending("n", "2010-11-01", "2030-12-31")],
  ])("changes nothing for %s", (_case, notice) => {
    expect(find(linkDocuments([notice, limited]), "limited")).toBe(limited);
  });

  it("keeps the ends of single clauses apart", () => {
    const linked = linkDocuments([extending("n", "2023-11-01", "2024-06-30", null, "第二条"), limited]);
    expect(find(linked, "limited")).toMatchObject({
      effectiveTo: "2023-12-31",
      clauseEnds: [{ clause: "第二条", to: "2024-06-30" }],
    });
    expect(linkDocuments([find(linked, "limited")])[0]?.clauseEnds).toBeUndefined();
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
        const documents = fields.map((each, index) => documentOf({ documentId: `d${index}`, ...each }));
        const straight = linkDocuments(documents);
        const reversed = linkDocuments(documents.toReversed());
        for (const { documentId, repealedOn, relations } of straight) {
          const other = find(reversed, documentId);
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
