import { describe, expect, it } from "vitest";
import { sharedTitle } from "./shared-title.ts";

describe("sharedTitle", () => {
  it.each([
    { titles: ["国家发展规划法 第一条", "国家发展规划法 第二条"], title: "国家发展规划法" },
    { titles: ["民法典 第一百二十三条", "民法典 第一百二十四条"], title: "民法典" },
    { titles: ["刑法第十条", "刑法第十一条", "刑法第十条之一"], title: "刑法" },
    { titles: ["某市条例　第一章　第一条", "某市条例　第一章　第二条"], title: "某市条例" },
    { titles: ["城市管理办法：总则", "城市管理办法：附则"], title: "城市管理办法" },
    { titles: ["国家发展规划法 第一条"], title: "国家发展规划法" },
    { titles: ["事项申报"], title: "事项申报" },
    { titles: ["事项申报", "事项申报"], title: "事项申报" },
    { titles: ["政府信息公开条例总则", "政府信息公开条例附则"], title: "政府信息公开条例" },
  ])("finds $title", ({ titles, title }) => {
    expect(sharedTitle(titles)).toBe(title);
  });

  it.each([
    { why: "nothing is shared", titles: ["甲法 第一条", "乙法 第一条"] },
    { why: "a clause has none", titles: ["甲法 第一条", null] },
    { why: "they begin alike by chance", titles: ["关于甲", "关于乙"] },
    { why: "there are only addresses", titles: ["第一条", "第二条"] },
    { why: "there are none", titles: [] },
    { why: "half a character is shared", titles: ["\u{20000}", "\u{20001}"] },
  ])("is null where $why", ({ titles }) => {
    expect(sharedTitle(titles)).toBeNull();
  });
});
