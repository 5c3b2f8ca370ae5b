import { describe, expect, it } from "vitest";
import type { Clause } from "../policy/clause.ts";
import { readAddresses } from "./clause-address.ts";
import { findByAddress } from "./find-address.ts";

let at = 0;
const clause = (marker: string, children: readonly Clause[] = []): Clause => {
  at += 1;
  return {
    clauseId: `c${at}`,
    kind: "numbered",
    marker,
    label: marker,
    heading: null,
    start: at,
    end: at + 1,
    wholeEnd: at + 1,
    children,
  };
};
const plan = [
  clause("一、", [clause("（一）", [clause("1."), clause("2.")])]),
  clause("二、", [clause("（二）", [clause("3.")]), clause("（三）", [clause("4.")])]),
];
const statute = [
  clause("第一章", [clause("第一条"), clause("第二条")]),
  clause("第二章", [clause("第二十三条")]),
];
const find = (tree: readonly Clause[], question: string) =>
  readAddresses(question)
    .flatMap((address) => findByAddress(tree, address))
    .map(({ clause: found }) => found.marker);

describe("clause addresses", () => {
  it.each([
    ["方案第3条说什么", ["3."]],
    ["第二部分讲什么", ["二、"]],
    ["第二部分第（三）项", ["（三）"]],
    ["二、（三）是什么", ["（三）"]],
    ["（二）怎么规定的", ["（二）"]],
    ["最后一条（第4条）规定了什么", ["4."]],
    ["第５条", []],
    ["第二十三章", []],
    ["第三部分（一）", []],
  ])("%s finds %j in a plan", (question, markers) => {
    expect(find(plan, question)).toEqual(markers);
  });

  it.each([
    ["第二十三条", ["第二十三条"]],
    ["第23条", ["第二十三条"]],
    ["第二章", ["第二章"]],
    ["第一章第二条", ["第二条"]],
    ["第三条", []],
  ])("%s finds %j in a statute", (question, markers) => {
    expect(find(statute, question)).toEqual(markers);
  });

  it("tells 第五条之一 from 第五条, and an attachment's articles from the document's", () => {
    const tree = [
      clause("第五条"),
      clause("第五条之一"),
      clause("附件1", [clause("第五条")]),
      clause("附表2"),
    ];
    expect(find(tree, "第五条之一怎么规定")).toEqual(["第五条之一"]);
    expect(find(tree, "第5条")).toEqual(["第五条", "第五条"]);
    expect(find(tree, "附件1第五条")).toEqual(["第五条"]);
    expect(find(tree, "附表2列了什么")).toEqual(["附表2"]);
    expect(find(tree, "第六条之一")).toEqual([]);
  });

  it("takes 4.2.1 for an address and an amount for none", () => {
    const tree = [clause("4", [clause("4.2", [clause("4.2.1", [clause("（1）")])])])];
    expect(find(tree, "4.2.1（1）怎么规定")).toEqual(["（1）"]);
    expect(find(tree, "第4.2条")).toEqual(["4.2"]);
    expect(readAddresses("投入3.5亿元、增长4.2%的企业")).toEqual([]);
    expect(readAddresses("2024.3.1以后")).toEqual([]);
  });

  it("reads two addresses where two are joined", () => {
    expect(find(statute, "第一条和第二十三条分别怎么规定")).toEqual(["第一条", "第二十三条"]);
    expect(find(plan, "第二部分（二）和（三）")).toEqual(["（二）", "（三）"]);
  });

  it("counts from the end, and in a part whose numbers go on", () => {
    expect(find(statute, "倒数第二条")).toEqual(["第二条"]);
    expect(find(plan, "第二部分第1节")).toEqual(["（二）"]);
  });

  it.each([
    "第一项目由谁承担",
    "第二条件",
    "第三节点",
    "第一主体责任由谁承担",
    "遴选第三方评估机构",
    "2010年第一个国际标准",
    "六项机制是哪六项",
  ])("%s names no address", (question) => {
    expect(readAddresses(question)).toEqual([]);
  });
});

describe("ready-made clauses, whose texts have no markers", () => {
  const law = ["第一条", "第二条", "第二条之一", "第三百零七条"].map((article) => {
    const label = `某国刑法${article}`;
    return { ...clause("", []), kind: "article" as const, marker: null, label };
  });
  it.each([
    ["第二条怎么规定", ["某国刑法第二条"]],
    ["第二条之一怎么规定", ["某国刑法第二条之一"]],
    ["第307条怎么规定", ["某国刑法第三百零七条"]],
    ["最后一条怎么规定", ["某国刑法第三百零七条"]],
    ["第七条怎么规定", []],
  ])("%s finds %j by their titles", (question, labels) => {
    const found = readAddresses(question).flatMap((address) => findByAddress(law, address));
    expect(found.map((place) => place.clause.label)).toEqual(labels);
  });
});
