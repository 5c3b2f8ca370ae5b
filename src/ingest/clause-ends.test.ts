import { describe, expect, it } from "vitest";
import { headOf } from "../clause-index/document-head.ts";
import { walkClauses } from "../policy/clause.ts";
import { clauseValidity } from "../policy/clause-validity.ts";
import type { PolicyDocument } from "../policy/document.ts";
import { linkHeads, withLinks } from "./document-links.ts";
import { readDocument } from "./read-document.ts";

const read = (documentId: string, text: string): Promise<PolicyDocument> =>
  readDocument(
    { documentId, name: `${documentId}.txt`, sha256: "", bytes: new TextEncoder().encode(text) },
    undefined,
  );

const link = (...documents: readonly PolicyDocument[]): PolicyDocument[] => {
  const links = linkHeads(documents.map((document) => headOf(document)));
  return documents.map((document) => withLinks(document, links));
};

const endsOf = (document: PolicyDocument): (string | null)[] =>
  [...walkClauses(document.clauses)]
    .filter(({ clause }) => clause.kind === "article" || clause.kind === "numbered")
    .map(({ clause }) => clauseValidity(document, clause).effectiveTo);

const rule = `深圳市甲办法
深府规〔2018〕3号
第一条　给予补贴。
（一）首次。
第二条　给予奖励。
第三条　有关条款另行规定。
第四条　本办法自2019年1月1日起施行，有效期5年，其中第三条执行至2021年12月31日。`;
const notice = `深圳市人民政府关于延长《深圳市甲办法》有效期的通知
深府规〔2023〕9号
各区人民政府：
《深圳市甲办法》（深府规〔2018〕3号）有效期延长至2027年12月31日，其中第一条执行至2024年12月31日。
深圳市人民政府
2023年11月1日`;

describe("clauses of a document whose validity another one extends", () => {
  it("end with the document, on the day that is given for them, or as before", async () => {
    const [linked] = link(await read("rule", rule), await read("notice", notice));
    if (linked === undefined) throw new Error("the document is missing");
    expect(linked.effectiveTo).toBe("2027-12-31");
    expect(endsOf(linked)).toEqual(["2024-12-31", "2024-12-31", "2027-12-31", "2021-12-31", "2027-12-31"]);
  });

  it("are as they were when the other one has gone", async () => {
    const own = await read("rule", rule);
    const [linked] = link(own, await read("notice", notice));
    if (linked === undefined) throw new Error("the document is missing");
    expect(endsOf(own)).not.toEqual(endsOf(linked));
    expect(link(linked)).toEqual([own]);
  });
});
