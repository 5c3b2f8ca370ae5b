import { describe, expect, it } from "vitest";
import type { ExtractedText } from "../extracted-text.ts";
import { htmlExtractor } from "./html.ts";

const read = async (html: string): Promise<ExtractedText> => htmlExtractor.extract(Buffer.from(html, "utf8"));
const linesOf = async (html: string): Promise<string[]> => (await read(html)).text.split("\n");
const page = (body: string): string =>
  `<!DOCTYPE html><html><head><title>页名</title><meta name="PubDate" content="2024-01-02"></head><body>${body}</body></html>`;

describe("htmlExtractor", () => {
  it("reads headings, paragraphs and line breaks, and runs blanks together as a browser does", async () => {
    const { text, lines, properties } = await read(
      page("<h2>第一章 总则</h2><p>　　第一条 为了\n   创新。<br>第二条 <b>本</b>办法</p><div>落款</div>"),
    );
    expect(text.split("\n")).toEqual(["第一章 总则", "　　第一条 为了 创新。", "第二条 本办法", "落款"]);
    expect(lines.map(({ kind, level, hardBreak }) => [kind, level, hardBreak])).toEqual([
      ["heading", 2, true],
      ["paragraph", undefined, undefined],
      ["paragraph", undefined, true],
      ["paragraph", undefined, true],
    ]);
    expect(properties).toEqual({ PubDate: "2024-01-02", title: "页名" });
  });

  it("writes the numbers of ordered lists, also nested, restarted and in Chinese", async () => {
    const list = `<ol style="list-style-type: cjk-ideographic"><li>甲<ol start="3"><li><p>子一</p><p>续</p></li><li value="9">子二</li></ol></li><li>乙<ul><li>点</li></ul></li></ol>`;
    expect(await linesOf(page(list))).toEqual(["一、甲", "3. 子一", "续", "9. 子二", "二、乙", "点"]);
  });

  it("reads tables of data row by row, and tables of layout as text", async () => {
    const data = `<table><thead><tr><th rowspan="2">类别</th><th colspan="2">标准</th></tr><tr><th>市</th><th>区</th></tr></thead><tr><td>甲</td><td>1万元</td><td>2万元</td></tr></table>`;
    const layout = "<table><tr><td><p>第一条 甲。</p><p>第二条 乙。</p></td></tr></table>";
    expect(await linesOf(page(data + layout))).toEqual([
      "类别：甲；标准/市：1万元；标准/区：2万元",
      "第一条 甲。",
      "第二条 乙。",
    ]);
  });

  it("takes the marked main content with the page's heading, and records what stood around it", async () => {
    const around = `<nav><a href="/">首页</a><a href="/a">政策</a></nav><h1>某某办法</h1><div class="share">分享到</div>`;
    const { text, dropped } = await read(
      page(
        `${around}<div id="UCAP-CONTENT"><p>第一条 ${"内容".repeat(30)}。</p></div><div class="footer">版权所有</div>`,
      ),
    );
    expect(text.split("\n")).toEqual(["某某办法", `第一条 ${"内容".repeat(30)}。`]);
    expect(dropped.map(({ text: words }) => words)).toEqual(["首页政策", "分享到", "版权所有"]);
  });

  it("loses no text of a page that marks nothing", async () => {
    const body = `<div><p>短</p></div><div class="box"><p>${"很长的正文。".repeat(50)}</p></div><p>附件：<a href="a.doc">申报表</a></p>`;
    expect(await linesOf(page(body))).toEqual(["短", "很长的正文。".repeat(50), "附件：申报表"]);
  });

  it("drops scripts, hidden parts and menus of links", async () => {
    const menu = `<ul>${[1, 2, 3, 4].map((n) => `<li><a href="${n}">栏目${n}</a></li>`).join("")}</ul>`;
    const { text, dropped } = await read(
      page(`${menu}<script>var a=1;</script><p style="display:none">隐藏</p><p>正文</p>`),
    );
    expect(text).toBe("正文");
    expect(dropped.map(({ reason }) => reason)).toEqual(["navigation", "script", "hidden"]);
  });

  it("drops the head of the site, not the head of the text", async () => {
    const head = '<div id="top">今天是2026年 <a href="/">首页</a></div>';
    const own = '<div class="header"><p>甲市办法</p></div>';
    expect(await linesOf(page(`${head}${own}<p>正文</p>`))).toEqual(["甲市办法", "正文"]);
  });

  it("believes a stated encoding where the bytes are not UTF-8", async () => {
    const bytes = Buffer.concat([
      Buffer.from('<html><meta charset="gb2312"><body><p>', "latin1"),
      Buffer.from([0xd6, 0xd0, 0xce, 0xc4]),
      Buffer.from("</p></body></html>", "latin1"),
    ]);
    expect((await htmlExtractor.extract(bytes)).text).toBe("中文");
  });

  it("reads a fragment without a body, and keeps text nested beyond all measure", async () => {
    expect(await linesOf("<p>甲<p>乙")).toEqual(["甲", "乙"]);
    expect(await linesOf(`${"<div>".repeat(5000)}深处${"</div>".repeat(5000)}尾`)).toEqual(["深处", "尾"]);
  });
});
