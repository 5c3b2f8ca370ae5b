import { describe, expect, it } from "vitest";
import { normalise } from "../normalise.ts";
import { documentName } from "../document-lookup.ts";
import { readDocument } from "../read-document.ts";
import { readMetadata } from "./read-metadata.ts";

const read = (...lines: readonly string[]) => readMetadata(normalise(lines.join("\n")), "文件.txt");
const HEAD = ["某市人民政府关于文件清理结果的通知", "某政发〔2023〕1号", "各区人民政府："];
const SIGNED = ["某市人民政府", "2023年3月1日"];
const row = (...cells: readonly string[]): string => `<tr><td>${cells.join("</td><td>")}</td></tr>`;

describe("lists of repealed documents", () => {
  it.each([
    "经清理，决定废止下列文件：",
    "经研究，决定对下列规范性文件予以废止：",
    "现将下列文件予以废止：",
    "现将以下文件宣布失效：",
    "经市政府同意，下列文件自本通知印发之日起停止执行：",
    "根据国务院要求，市政府对文件进行了清理。现决定废止以下文件。",
    "一、决定废止的规范性文件（3件）",
    "一、对3件文件予以废止",
    "一、废止4件规范性文件",
  ])("%s", (lead) => {
    const { repeals } = read(
      ...HEAD,
      lead,
      "1.《甲办法》（某政发〔2008〕3号）",
      "2.某市人民政府关于印发乙规定的通知（某政发〔2009〕4号）；",
      "3.《丙意见》、《丁意见》",
      "4.《戊办法》第三条",
      "本通知自印发之日起施行。",
      "5.《己办法》",
      ...SIGNED,
    );
    expect(repeals).toEqual(["甲办法", "某市人民政府关于印发乙规定的通知", "丙意见", "丁意见"]);
  });

  it.each([
    "法律修改或者废止下列规定的，应当及时公布：",
    "对下列文件予以修改：",
    "下列文件继续有效，其余废止：",
    "将下列条款中的“废止”修改为“失效”：",
  ])("takes no list from: %s", (lead) => {
    expect(read(...HEAD, lead, "1.《甲办法》（某政发〔2008〕3号）", ...SIGNED).repeals).toEqual([]);
  });

  it.each<[string, readonly string[]]>([
    ["市政府决定废止附件所列文件。", ["甲办法"]],
    ["现将一批文件予以废止（详见附件1），继续有效的文件详见附件2。", ["甲办法"]],
    ["决定废止一批文件，目录见附件1。", ["甲办法"]],
    ["附件1、2所列文件自2024年1月1日起予以废止。", ["甲办法", "乙办法"]],
    ["附件1所列文件继续有效，对附件2所列文件宣布失效。", ["乙办法"]],
    ["文件清理结果见附件。", []],
  ])("reads the attachment that the text says is one: %s", (sentence, repeals) => {
    const attachments = sentence.includes("附件所列")
      ? ["附件", "有关文件", "1.《甲办法》（某政发〔2008〕3号）"]
      : ["附件1", "第一批", "1.《甲办法》（某政发〔2008〕3号）", "附件2", "第二批", "1.《乙办法》"];
    expect(read(...HEAD, sentence, ...SIGNED, ...attachments).repeals).toEqual(repeals);
  });

  it("reads the rows of tables, and of a table that says for each what becomes of it", async () => {
    const html = `<html><body><h1>${HEAD[0]}</h1><p>市政府决定废止附件1所列文件。</p>
<p>附件1</p><p>废止文件目录</p><table>${row("序号", "文件名称", "文号")}
${row("1", "《甲办法》", "某政发〔2001〕2号")}${row("2", "某市人民政府关于乙的通知", "某政发〔2002〕2号")}</table>
<p>附件2</p><p>其他文件</p><table>${row("序号", "文件名称", "文号", "清理结果")}
${row("1", "《丙办法》", "某政发〔2003〕2号", "废止")}
${row("2", "《丁办法》", "某政发〔2004〕2号", "继续有效")}</table></body></html>`;
    const document = await readDocument(
      { documentId: "d", name: "通知.html", sha256: "", bytes: new TextEncoder().encode(html) },
      undefined,
    );
    expect(document.repeals).toEqual(["甲办法", "某市人民政府关于乙的通知", "丙办法"]);
    const facts = (document.facts ?? []).filter(({ field }) => field === "repeals");
    expect(facts.map(({ value }) => documentName(value))).toMatchObject([
      { title: "甲办法", documentNumber: "某政发〔2001〕2号" },
      { title: "某市人民政府关于乙的通知", documentNumber: "某政发〔2002〕2号" },
      { title: "丙办法", documentNumber: "某政发〔2003〕2号" },
    ]);
    expect(facts.map(({ start, end }) => document.text.slice(start, end))).toEqual(
      facts.map(({ value }) => value),
    );
  });

  it.each<[string, readonly string[]]>([
    ["深府办〔2012〕22号文同时废止。", ["深府办〔2012〕22号"]],
    [
      "原深府〔2010〕1号、深府〔2011〕2号文件自2021年6月1日起一律废止。",
      ["深府〔2010〕1号", "深府〔2011〕2号"],
    ],
    ["《甲办法》等20件文件继续有效，《乙办法》等3件文件自本通知印发之日起废止。", ["乙办法"]],
    ["一、废止《甲办法》等5件文件，修改《乙办法》等3件文件。", ["甲办法"]],
    ["原《甲办法（2019年版）》（某府办〔2019〕3号）同步废止。", ["甲办法（2019年版）"]],
    ["根据深府办〔2012〕22号文，废止的程序另行规定。", []],
  ])("%s", (sentence, repeals) => {
    expect(read(...HEAD, sentence, ...SIGNED).repeals).toEqual(repeals);
  });

  it.each([
    "《甲办法》自2024年1月1日起停止执行。",
    "自2024年1月1日起，废止《甲办法》。",
    "自2024年1月1日起，下列文件予以废止：\n1.《甲办法》",
  ])("keeps the day of the repeal: %s", (text) => {
    expect(read(...HEAD, text, ...SIGNED).facts.find(({ field }) => field === "repeals")?.on).toBe(
      "2024-01-01",
    );
  });
});
