import { describe, expect, it } from "vitest";
import type { StatedFields } from "../manifest.ts";
import { normalise } from "../normalise.ts";
import { readMetadata } from "./read-metadata.ts";
import { decree, interpretation, joint, law, notice, redHead, regulation, webPage } from "./sample-heads.ts";

const read = (text: string, manifest?: StatedFields) => readMetadata(normalise(text), "文件.txt", manifest);

describe("readMetadata", () => {
  it("reads a notice with what it issues: wrapped title, basis, repeals, a term that begins with the issue", () => {
    expect(read(notice)).toMatchObject({
      title: "上海市人民政府关于印发《上海市促进人工智能产业发展若干措施》的通知",
      titleSource: "text",
      issuers: ["上海市人民政府"],
      documentNumber: "沪府规〔2023〕5号",
      jurisdiction: "上海市",
      publishedOn: "2023-03-01",
      effectiveFrom: "2023-03-01",
      effectiveTo: "2028-02-29",
      repeals: ["上海市人工智能专项支持办法"],
      relations: [
        { kind: "based_on", title: "新一代人工智能发展规划", documentId: null },
        { kind: "based_on", title: "上海市促进人工智能产业发展条例", documentId: null },
      ],
      issues: [],
    });
  });

  it("reads a decree: the title is that of what it promulgates", () => {
    expect(read(decree)).toMatchObject({
      title: "专利代理条例",
      issuers: ["国务院"],
      documentNumber: "国令第706号",
      jurisdiction: "全国",
      publishedOn: "2018-11-06",
      effectiveFrom: "2019-03-01",
      relations: [{ kind: "based_on", title: "中华人民共和国专利法" }],
    });
  });

  it("reads the note of promulgation below a title, wrapped or not", () => {
    expect(read(regulation)).toMatchObject({
      title: "优化营商环境条例",
      issuers: ["国务院"],
      documentNumber: "国令第722号",
      publishedOn: "2019-10-22",
      effectiveFrom: "2020-01-01",
    });
    expect(read(law)).toMatchObject({
      title: "中华人民共和国公司法",
      issuers: ["全国人民代表大会常务委员会"],
      documentNumber: null,
      publishedOn: "2023-12-29",
      effectiveFrom: "2024-07-01",
    });
  });

  it("reads an interpretation, its 文号 below the note", () => {
    expect(read(interpretation)).toMatchObject({
      title: "最高人民法院关于审理食品安全民事纠纷案件适用法律若干问题的解释（一）",
      issuers: ["最高人民法院"],
      documentNumber: "法释〔2020〕14号",
      effectiveFrom: "2021-01-01",
      relations: [{ kind: "based_on", title: "中华人民共和国民法典" }],
    });
  });

  it("reads the labels that a web page puts above a document, and no 文号 of cited documents", () => {
    expect(read(webPage)).toMatchObject({
      title: "国务院办公厅关于做好某项工作的通知",
      issuers: ["国务院办公厅"],
      documentNumber: "国办发〔2019〕6号",
      publishedOn: "2019-02-14",
      effectiveFrom: "2019-01-22",
    });
  });

  it("takes all joint issuers from the signature where the title counts them only", () => {
    expect(read(joint)).toMatchObject({
      issuers: ["北京市科学技术委员会", "中关村科技园区管理委员会", "北京市财政局", "北京市经济和信息化局"],
      jurisdiction: "北京市",
      publishedOn: "2022-06-01",
      effectiveFrom: "2022-07-01",
    });
  });

  it("reads a decision that amends, and not what it writes into the other document", () => {
    expect(read(redHead)).toMatchObject({
      title: "深圳市人民政府关于修改《深圳市户籍迁入若干规定》的决定",
      documentNumber: "深府〔2021〕30号",
      effectiveFrom: "2021-06-01",
      repeals: [],
      relations: [{ kind: "amends", title: "深圳市户籍迁入若干规定" }],
    });
  });

  it("reads the signature and the 文号 that stand below a line that ends in a bracket", () => {
    const twoCourts = `最高人民法院　最高人民检察院
关于办理洗钱刑事案件适用法律若干问题的解释
（2023年3月20日最高人民法院审判委员会第1880次会议、2024年3月29日最高人民检察院第十四届检察委员会第二十八次会议通过，自2024年8月20日起施行）
法释〔2024〕10号
为依法惩治洗钱犯罪活动，制定本解释。（由有关部门负责）
最高人民法院　最高人民检察院
2024年8月19日`;
    expect(read(twoCourts)).toMatchObject({
      title: "最高人民法院 最高人民检察院关于办理洗钱刑事案件适用法律若干问题的解释",
      issuers: ["最高人民法院", "最高人民检察院"],
      documentNumber: "法释〔2024〕10号",
      effectiveFrom: "2024-08-20",
    });
  });

  it("counts 自发布之日起 from the first publication, whatever was amended since", () => {
    const amended = `城市房地产开发经营管理条例
（1998年7月20日中华人民共和国国务院令第248号发布　根据2020年11月29日《国务院关于修改和废止部分行政法规的决定》第五次修订）
第一条　为了规范，制定本条例。
第四十二条　本条例自发布之日起施行。`;
    expect(read(amended)).toMatchObject({
      issuers: ["国务院"],
      documentNumber: "国令第248号",
      publishedOn: "2020-11-29",
      effectiveFrom: "1998-07-20",
    });
  });

  it("reads lists of repealed documents", () => {
    const list = `某市人民政府关于废止和修改部分规章的决定
某市人民政府令第9号
一、废止下列规章：
1．《甲办法》（市政府令第1号）
2．《乙规定》（市政府令第2号）
二、对《丙办法》（市政府令第3号）作如下修改：
（一）删去第五条。`;
    expect(read(list)).toMatchObject({
      repeals: ["甲办法", "乙规定"],
      relations: [{ kind: "amends", title: "丙办法" }],
    });
  });

  it.each([
    ["北京市加快建设行动计划（2023—2025年）\n为加快建设，制定本计划。", "2023", "2025"],
    ["北京市“十四五”时期高精尖产业发展规划\n前言\n规划如下。", "2021", "2025"],
    ["国务院关于某规划（2018—2035年）的批复\n国函〔2018〕1号\n河北省人民政府：\n原则同意。", null, null],
    ["某区发展规划\n本规划期限为2018年至2035年，近期至2022年。", "2018", "2035"],
  ])("reads the period of %s", (text, effectiveFrom, effectiveTo) => {
    expect(read(text)).toMatchObject({ effectiveFrom, effectiveTo });
  });

  it("says nothing of what the text does not say", () => {
    expect(read("为了发展，各部门应当按照国发〔2019〕5号文件办理。\n支持企业。")).toMatchObject({
      title: "文件",
      titleSource: "given",
      issuers: [],
      documentNumber: null,
      jurisdiction: null,
      publishedOn: null,
      effectiveFrom: null,
      effectiveTo: null,
      repeals: [],
      relations: [],
      facts: [],
    });
  });

  it.each([notice, decree, regulation, law, interpretation, webPage, joint, redHead])(
    "keeps for every fact the words that state it",
    (source) => {
      const { text } = normalise(source);
      const { facts } = read(source);
      expect(facts.length).toBeGreaterThan(2);
      for (const { field, value, start, end } of facts) {
        const words = text.slice(start, end);
        expect(words).not.toBe("");
        if (field === "title") expect(words.replaceAll(/\s/g, "")).toBe(value.replaceAll(/\s/g, ""));
        if (["repeals", "based_on", "amends", "supersedes"].includes(field)) expect(words).toBe(value);
        if (/On$|^effective/.test(field)) expect(words).toMatch(/[年月日]|起|期/);
      }
    },
  );

  it("lets the manifest stand before the text and reports where they differ", () => {
    const metadata = read(notice, {
      documentNumber: "沪府规〔2023〕6号",
      issuers: ["上海市人民政府办公厅"],
      effectiveFrom: "2023-03",
      publishedOn: "2023-03-05",
      effectiveTo: null,
    });
    expect(metadata).toMatchObject({
      documentNumber: "沪府规〔2023〕6号",
      effectiveFrom: "2023-03",
      effectiveTo: null,
    });
    const { text } = normalise(notice);
    expect(metadata.issues.map(({ code, start, end }) => [code, text.slice(start, end)])).toEqual([
      ["metadata_contradiction", "沪府规〔2023〕5号"],
      ["metadata_contradiction", "有效期5年"],
      ["metadata_contradiction", "上海市人民政府"],
    ]);
  });
});
