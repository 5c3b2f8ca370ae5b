import { expect, it } from "vitest";
import { findingsIn } from "./findings.ts";

const kindsIn = (part: string): readonly string[] =>
  findingsIn(part, null, null).map(({ test }) => test.kind);

it.each([
  "软件人才不少于10人",
  "其中高新技术企业不少于5家",
  "每年培育专精特新中小企业3家以上",
  "累计服务中小微企业不少于100家",
  "引进股权投资机构3家以上",
  "主导制定绿色低碳领域国家标准的",
  "租赁松山湖高新区内产业载体",
])("takes what is counted, or done, for no kind of applicant: %s", (part) => {
  expect(kindsIn(part)).toEqual([]);
});

it.each([
  ["高层次人才", "organisation"],
  ["有效期内的高新技术企业", "qualification"],
  ["规模以下工业企业", "stage"],
  ["从事融资租赁的", "industry"],
])("knows who is addressed: %s", (part, kind) => {
  expect(kindsIn(part)).toContain(kind);
});
