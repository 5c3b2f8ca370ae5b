import { afterAll, beforeAll, expect, it } from "vitest";
import { askTexts } from "./texts-asked-fixture.ts";
import type { TextsAsked } from "./texts-asked-fixture.ts";

const TEXTS: Readonly<Record<string, string>> = {
  "building.txt": `嵩林区促进建筑业发展的实施意见

一、总体目标

到2027年，全区建筑业总产值达到400亿元。

二、主要措施

（一）推广装配式建筑，每平方米补助20元。

（二）推进智能建造，每平方米补助5元。

三、附则

本意见自2025年7月1日起施行，有效期3年。
`,
  "film.txt": `鹭汀区扶持影视产业发展办法（试行）

第一条 为扶持影视产业，制定本办法。

第二条 剧组在本区取景拍摄10天以上的，按住宿费用的20%给予补助。

第三条 本办法自2022年9月1日起试行，有效期3年。
`,
  "homes-one.txt": `济南市泉阳区居家适老化改造实施办法

一、改造对象

（一）年满65周岁的老年人家庭，自愿申请，均可纳入改造范围。

二、申报材料

（一）改造申请表；

（二）户口簿复印件；

（三）不动产权证书复印件；

（四）信用承诺书。

三、不予改造

房屋已经列入拆迁计划的，不纳入改造。
`,
  "homes-two.txt": `南京市栖云区居家适老化改造补贴办法

第一条 年满60周岁的老年人家庭，可以申请适老化改造补贴。

第二条 已经纳入房屋征收范围的房屋，不予补贴。
`,
  "research.txt": `台州市企业研发补助规定

第一条 2022年立项的项目，实施期不超过3年，按投资额的10%给予补贴。

第二条 申请人应当提交申请表。

第三条 本规定自2022年9月1日起施行，至2025年8月31日止。
`,
  "wages.txt": `台州市加班工资支付办法

第一条 为保障职工权益，制定本办法。

第二条 加班工资按照规定标准计算。

第三条 加班工资每月结算一次。

第四条 企业应当按月支付工资。
`,
  "questions.txt": `皋岚区家政服务政策问答

一、谁能享受？

答：在本区登记的家政企业。

二、意外险补多少？

答：按照每人每年60元给予补贴。

三、向谁申请？

答：向区商务局申请。
`,
  "logistics.txt": `楚汀区物流业发展规划

一、现状

2020年全区社会物流总额达到2180亿元，社会物流总费用与地区生产总值的比率为14.1%。

二、目标

到2025年，物流业增加值达到160亿元，社会物流总费用与地区生产总值的比率降至12.5%。
`,
};

let texts: TextsAsked;

beforeAll(async () => {
  texts = await askTexts(TEXTS);
}, 60_000);

afterAll(() => texts.remove());

it("looks an address up in the document that the other words name", async () => {
  const { statements } = await texts.ask("嵩林区建筑业那份实施意见，第二部分第二条讲什么？");
  expect(statements.map(({ text }) => text)).toEqual(["（二）推进智能建造，每平方米补助5元。"]);
  const { citations } = await texts.ask("栖云区给老人装扶手的政策第二条怎么说？");
  expect(citations.map(({ documentId }) => documentId)).toEqual(["homes-two"]);
});

it("knows the questions of a text by their numbers", async () => {
  const { answer } = await texts.ask("皋岚区家政问答第二问说了什么？");
  expect(answer).toContain("每人每年60元");
});

it.each([
  "鹭汀区影视产业扶持办法是什么时候开始的，管几年？",
  "嵩林区建筑业的实施意见管多久？",
  "鹭汀区扶持影视产业发展办法有效期到哪天？",
])("tells when a document runs out whose period is stated in years: %s", async (question) => {
  const { citations, statements } = await texts.ask(question);
  expect(citations.map(({ quote }) => quote)[0]).toMatch(/起(?:试行|施行)，有效期3年。$/);
  expect(statements[0]?.text).toMatch(/2028年6月30日，现行有效|2025年8月31日，已到期/);
});

it("cites the sentence on the text itself for its period", async () => {
  const { citations } = await texts.ask("台州市企业研发补助规定管几年？");
  expect(citations.map(({ label }) => label)).toEqual(["第三条"]);
});

it("takes one word of a title for no name of its document", async () => {
  const { answer } = await texts.ask("第四条对企业怎么规定？");
  expect(answer).toContain("企业应当按月支付工资");
});

it("takes sentences of one year each where a value of each of two years is asked for", async () => {
  const { answer } = await texts.ask(
    "楚汀区社会物流总费用和地区生产总值的比率，2020年是多少，2025年想降到多少？",
  );
  expect(answer).toContain("14.1%");
  expect(answer).toContain("12.5%");
});

it.each([
  ["房子已经列入拆迁计划了，泉阳区还给改造吗？", "homes-one"],
  ["房子已经列入征收范围了，栖云区还给补贴吗？", "homes-two"],
])("answers from the documents of the district that is asked about: %s", async (question, documentId) => {
  const { citations, refused } = await texts.ask(question);
  expect(refused).toBe(false);
  expect(new Set(citations.map((citation) => citation.documentId))).toEqual(new Set([documentId]));
});

it("tells the age that each of two districts asks for", async () => {
  const { answer } = await texts.ask("南京栖云区和济南泉阳区，分别满多少岁的老人可以申请适老化改造？");
  expect(answer).toContain("60周岁");
  expect(answer).toContain("65周岁");
});

it("shows the whole list of which several items were found under a heading", async () => {
  const { answer } = await texts.ask("泉阳区适老化改造申报要交哪些材料？");
  for (const item of ["改造申请表", "户口簿复印件", "不动产权证书复印件", "信用承诺书"])
    expect(answer).toContain(item);
});
