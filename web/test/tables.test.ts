import { describe, expect, it } from "vitest";
import { decodeTable } from "../src/match/decode-table.ts";
import { readCsv } from "../src/match/read-csv.ts";

describe("readCsv", () => {
  it("reads quotes, commas and line ends within cells", () => {
    expect(readCsv('\uFEFF企业,理由\r\n"甲,公司","他说""好""\n再说"\r\n\r\n乙,\r\n')).toEqual([
      ["企业", "理由"],
      ["甲,公司", '他说"好"\n再说'],
      ["乙", ""],
    ]);
  });

  it("reads a last line without an end", () => {
    expect(readCsv("a,b\n1,2")).toEqual([
      ["a", "b"],
      ["1", "2"],
    ]);
  });
});

describe("decodeTable", () => {
  it("reads UTF-8 and GB18030", () => {
    expect(decodeTable(new TextEncoder().encode("名称").buffer)).toBe("名称");
    expect(decodeTable(new Uint8Array([0xc3, 0xfb, 0xb3, 0xc6]).buffer)).toBe("名称");
  });

  it("takes no workbook for a table", () => {
    expect(decodeTable(new Uint8Array([0x50, 0x4b, 3, 4, 0, 0, 8]).buffer)).toBeNull();
  });
});
