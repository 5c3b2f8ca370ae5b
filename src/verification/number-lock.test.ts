import { array, assert, constantFrom, integer, pre, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { toChineseNumeral } from "../policy/chinese-numerals.ts";
import { numbersIn, numbersOutside } from "./number-lock.ts";

const keys = (text: string): string[] => numbersIn(text).map((number) => number.key);

describe("numbersIn", () => {
  it.each([
    ["总收入达5500亿元", ["5500亿|元"]],
    ["实现增加值1579.5亿元，占40%", ["1579.5亿|元", "40|%"]],
    ["是2005年的2.3倍", ["2005//", "2.3|倍"]],
    ["３-5家，300家，近百家", ["3-5|家", "300|家", "100|家"]],
    ["2011年至2015年", ["2011//", "2015//"]],
    ["（2024—2027年）", ["2024//", "2027//"]],
    ["2024年3月1日起，12月31日止", ["2024/3/1", "/12/31"]],
    ["国函〔2009〕28号", ["国函〔2009〕28"]],
    ["第三批，第二十一条，第3名", ["第3|批", "第21|条", "第3|名"]],
    ["一百家、1.5万名、五百亿", ["100|家", "1.5万|名", "500亿|"]],
    ["２０１０年，４０％", ["2010//", "40|%"]],
    ["三年，百分之四十，三分之二", ["3|年", "40|%", "2/3"]],
    ["60多家、80余家、10多万名", ["60多|家", "80多|家", "10多万|名"]],
    ["5千万元、三万五千名、1,500元", ["5000万|元", "35000|名", "1500|元"]],
    ["“十二五”时期建设5G和6G网络", ["十二五", "5g", "6g"]],
    ["党的二十大、六大工程、两个中心", ["20|大", "6|大", "2|个"]],
    ["到 2035 年，4 个行业", ["2035//", "4|个"]],
  ])("reads %s", (text, expected) => {
    expect(keys(text)).toEqual(expected);
  });

  it.each([
    "进一步统一思想",
    "形成一批一流企业",
    "第三方机构",
    "十分重要",
    "三网融合",
    "十百千工程",
    "百度",
    "新一代",
  ])("finds no number in %s", (text) => {
    expect(keys(text)).toEqual([]);
  });

  it("gives spans of the text, in order and without overlap", () => {
    const piece = constantFrom(
      "5500亿元",
      "，",
      "第三批",
      "（2024—2027年）",
      "国函〔2009〕28号",
      "家",
      "１",
      "一",
      "年",
      "-",
      "百",
      " ",
    );
    assert(
      property(array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join("");
        let last = 0;
        for (const number of numbersIn(text)) {
          expect(number.text).toBe(text.slice(number.start, number.end));
          expect(number.start).toBeGreaterThanOrEqual(last);
          last = number.end;
        }
      }),
    );
  });
});

describe("numbersOutside", () => {
  it.each([
    ["达到500亿元", "总收入达5500亿元"],
    ["达到5500万元", "总收入达5500亿元"],
    ["达到5500亿", "总收入达5500亿元"],
    ["增长40倍", "增长40%"],
    ["增长40个百分点", "增长40%"],
    ["3家", "每年3-5家"],
    ["60家", "60多家"],
    ["300家", "1300家"],
    ["1.5万名", "5万名"],
    ["15日内", "3月15日前"],
    ["2024年4月", "2024年3月1日"],
    ["国函〔2009〕28号", "国函〔2009〕82号"],
    ["京政发〔2009〕28号", "津政发〔2009〕28号"],
    ["第三批", "第二批"],
    ["五年", "三年"],
    ["十三五时期", "“十二五”时期"],
    ["5G", "6G"],
  ])("%s does not stand in %s", (statement, source) => {
    expect(numbersOutside(statement, [source])).not.toEqual([]);
  });

  it.each([
    ["３年", "三年"],
    ["500亿元", "五百亿元"],
    ["40%", "百分之四十"],
    ["2024年", "2024年3月1日"],
    ["2027年", "2027"],
    ["2024年3月", "2024-03"],
    ["根据国函〔2009〕28号", "（国函[2009]28号）"],
    ["80多家", "80余家"],
    ["进一步建设一批企业", "建设企业"],
  ])("%s stands in %s", (statement, source) => {
    expect(numbersOutside(statement, [source])).toEqual([]);
  });

  it("looks at each source by itself", () => {
    expect(numbersOutside("5500亿元", ["55", "00亿元"])).toEqual(["5500亿元"]);
    expect(numbersOutside("5500亿元和三年", ["三年", "5500亿元"])).toEqual([]);
  });

  it("allows the computed count and no other number", () => {
    expect(numbersOutside("共5项措施", ["措施"], 5)).toEqual([]);
    expect(numbersOutside("共6项措施，5年", ["措施"], 5)).toEqual(["6项"]);
    expect(numbersOutside("共5万项措施", ["措施"], 5)).toEqual(["5万项"]);
  });

  const unit = constantFrom("家", "名", "亿元", "万元", "%", "倍", "年", "个月", "项");
  const value = integer({ min: 1, max: 999 });

  it("finds every text in itself, whatever its width and script", () => {
    assert(
      property(integer({ min: 2, max: 999 }), unit, (number, name) => {
        const full = String(number).replace(/\d/g, (digit) =>
          String.fromCharCode(digit.charCodeAt(0) + 0xfee0),
        );
        const plain = `达到${number}${name}`;
        expect(numbersOutside(`达到${full}${name}`, [plain])).toEqual([]);
        expect(numbersOutside(plain, [plain])).toEqual([]);
        const chinese = name === "%" ? full : toChineseNumeral(number);
        expect(numbersOutside(`达到${chinese}${name}`, [plain])).toEqual([]);
      }),
    );
  });

  it("never takes one value or unit for another", () => {
    assert(
      property(value, unit, value, unit, (number, name, otherNumber, otherName) => {
        pre(number !== otherNumber || name !== otherName);
        expect(numbersOutside(`达到${number}${name}`, [`达到${otherNumber}${otherName}`])).toHaveLength(1);
      }),
    );
  });

  it("never finds a value in a longer one", () => {
    assert(
      property(value, integer({ min: 1, max: 99 }), unit, (number, more, name) => {
        expect(
          numbersOutside(`${number}${name}`, [`${more}${String(number).padStart(3, "0")}${name}`]),
        ).toHaveLength(1);
        expect(numbersOutside(`${number}${name}`, [`${more}.${number}${name}`])).toHaveLength(1);
      }),
    );
  });
});
