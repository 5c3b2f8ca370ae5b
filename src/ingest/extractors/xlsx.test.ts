import { describe, expect, it } from "vitest";
import { csvExtractor } from "./csv.ts";
import { writeXlsx } from "./xlsx-fixture.ts";
import { xlsxExtractor } from "./xlsx.ts";

describe("xlsxExtractor", () => {
  it("reads sheets with captions, merged cells, several tables and numbers as shown", async () => {
    const { text, lines, dropped } = await xlsxExtractor.extract(
      writeXlsx([
        {
          name: "资助标准",
          rows: [
            ["附表1 资助标准"],
            ["类别", "比例", "起始日"],
            ["研发", { value: 0.155, format: "0.0%" }, { value: 45_292, format: 'yyyy"年"m"月"d"日"' }],
            ["", { value: 1_234_567, format: "#,##0" }, "另行通知"],
            [],
            ["联系人", "电话"],
            ["张三", { value: 1_088_888, format: "General" }],
          ],
          merges: ["A1:C1", "A3:A4"],
        },
        { name: "Sheet2", rows: [["内部"]], isHidden: true },
      ]),
    );
    expect(text.split("\n")).toEqual([
      "资助标准",
      "附表1 资助标准",
      "类别：研发；比例：15.5%；起始日：2024年1月1日",
      "类别：研发；比例：1,234,567；起始日：另行通知",
      "联系人：张三；电话：1088888",
    ]);
    expect(lines.map(({ kind }) => kind)).toEqual([
      "heading",
      "paragraph",
      "table-row",
      "table-row",
      "table-row",
    ]);
    expect(dropped).toEqual([{ reason: "hidden", text: "内部" }]);
  });
});

const readCsv = async (csv: string): Promise<string> =>
  (await csvExtractor.extract(Buffer.from(csv, "utf8"))).text;

describe("csvExtractor", () => {
  it("finds the delimiter and keeps headers with cells", async () => {
    expect(await readCsv('\uFEFF类别,标准\r\n甲,"1,000元\n起"\r\n乙,2元\r\n')).toBe(
      "类别：甲；标准：1,000元 起\n类别：乙；标准：2元",
    );
    expect(await readCsv("类别\t标准\n甲\t1元，含税")).toBe("类别：甲；标准：1元，含税");
    expect(await readCsv("只有一列\n甲\n乙")).toBe("只有一列\n甲\n乙");
  });
});
