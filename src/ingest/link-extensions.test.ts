import { describe, expect, it } from "vitest";
import { makeHead } from "../clause-index/fixtures.ts";
import { linkDocuments } from "./link-documents.ts";
import { findLinked } from "./link-fixtures.ts";

const limited = makeHead({
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
  makeHead({
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

describe("extensions of other documents", () => {
  it("ends a document later where another one says so, and takes it back", () => {
    const linked = linkDocuments([extending("n", "2023-11-01", "2027-12-31"), limited]);
    expect(findLinked(linked, "limited")).toMatchObject({
      effectiveTo: "2027-12-31",
      effectiveFrom: "2019-01-01",
    });
    expect(findLinked(linked, "n").relations[0]?.documentId).toBe("limited");
    expect(linkDocuments(linked).every((document, index) => document === linked[index])).toBe(true);
    expect(linkDocuments([findLinked(linked, "limited")])).toEqual([limited]);
  });

  it("counts one extension from the end of the one before, in whatever order they come", () => {
    const first = extending("a", "2023-11-01", null, 12);
    const second = extending("b", "2024-11-01", null, 24);
    for (const documents of [
      [first, second, limited],
      [limited, second, first],
    ])
      expect(findLinked(linkDocuments(documents), "limited").effectiveTo).toBe("2026-12-31");
  });

  it.each([
    ["an earlier end", extending("n", "2023-11-01", "2022-12-31")],
    ["a document that is older", extending("n", "2010-11-01", "2030-12-31")],
  ])("changes nothing for %s", (_case, notice) => {
    expect(findLinked(linkDocuments([notice, limited]), "limited")).toBe(limited);
  });

  it("keeps the ends of single clauses apart", () => {
    const linked = linkDocuments([extending("n", "2023-11-01", "2024-06-30", null, "第二条"), limited]);
    expect(findLinked(linked, "limited")).toMatchObject({
      effectiveTo: "2023-12-31",
      clauseEnds: [{ clause: "第二条", to: "2024-06-30" }],
    });
    expect(linkDocuments([findLinked(linked, "limited")])[0]?.clauseEnds).toBeUndefined();
  });
});
