import { afterAll, beforeAll, expect, it } from "vitest";
import { askTexts } from "./texts-asked-fixture.ts";
import type { TextsAsked } from "./texts-asked-fixture.ts";

const TEXTS: Readonly<Record<string, string>> = {
  "tax.txt": `个人所得汇算办法

第一条 为规范汇算，制定本办法。

第二条 取得综合所得需要办理汇算清缴的情形包括：
（一）从两处以上取得综合所得，且年收入额超过6万元；
（二）取得劳务报酬所得、稿酬所得，且年收入额超过6万元；
（三）纳税年度内预缴税额低于应纳税额；
（四）纳税人申请退税。

第三条 住房租金的扣除标准：直辖市、省会城市为每月1500元，其他城市为每月800元。
`,
  "service.txt": `事项名称：工伤医疗待遇申领

服务对象：自然人、企业法人

承诺办结时限：20(工作日)

办理地点：某省某市东华路367号综合窗

申请材料：工伤保险待遇申请表、出院小结
`,
  "societies.txt": `社会团体清理整顿意见

一、处理原则

（一）对完全符合条件的社会团体予以保留。

（二）对存在下列问题的社会团体要进行整改。
1.未依照章程开展业务活动的；
2.财务管理混乱的；
3.未按规定参加年检的。

二、组织领导

总指挥：民政部门主要负责人。

副总指挥：民政部门分管负责人。
`,
};

let asked: TextsAsked;

const said = async (question: string): Promise<string[]> =>
  (await asked.ask(question)).statements.map(({ text }) => text);

beforeAll(async () => {
  asked = await askTexts(TEXTS);
}, 60_000);

afterAll(() => asked.remove());

it("shows the whole list of which an item was found, after the words that announce it", async () => {
  const texts = await said("有稿酬所得的，哪些情形需要办理汇算清缴？");
  const at = texts.findIndex((text) => text.includes("情形包括"));
  expect(at).toBeGreaterThanOrEqual(0);
  expect(texts.slice(at + 1, at + 5).map((text) => text.slice(0, 3))).toEqual([
    "（一）",
    "（二）",
    "（三）",
    "（四）",
  ]);
});

it("completes a sentence that speaks of the items below it", async () => {
  const texts = await said("社会团体有哪些问题的要进行整改？");
  expect(texts.join("\n")).toMatch(/要进行整改[\s\S]*章程[\s\S]*财务管理混乱[\s\S]*年检/);
});

it("finds the line with the label of what is asked", async () => {
  expect((await said("工伤医疗待遇申领，承诺几天办完？")).join()).toContain("20(工作日)");
  expect((await said("工伤医疗待遇要去哪里办？")).join()).toContain("东华路367号");
  expect((await said("工伤医疗待遇哪些人可以申请？")).join()).toContain("自然人、企业法人");
});

it("reads a rule for a kind of city for a city of that kind", async () => {
  expect((await said("在上海租房子，住房租金每月扣除多少？")).join()).toContain("1500元");
});

it("does not take a deputy for the one asked after", async () => {
  expect((await said("清理整顿的总指挥由谁担任？"))[0]).toContain("主要负责人");
});

it("refuses what takes another number for granted", async () => {
  const answer = await asked.ask("住房租金的扣除标准，直辖市不是每月3000元吗？");
  expect(answer.refusal?.reason).toBe("false_premise");
  expect(answer.refusal?.message).toContain("3000元");
});
