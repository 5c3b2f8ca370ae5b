import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findCitedTitles } from "./cited-title.ts";
import { normaliseDocumentNumber } from "./document-number.ts";

const BRACKETS = ["〔〕", "[]", "［］", "（）", "()", "【】", "〖〗", "{}"] as const;

describe("normaliseDocumentNumber", () => {
  it("gives one form for all brackets, blanks and widths", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(
          "国发",
          "国办函",
          "京政办发",
          "沪府规",
          "法释",
          "国科发高",
          "工信部联企业",
          "中府规字",
          "国办发明电",
        ),
        fc.integer({ min: 1949, max: 2099 }),
        fc.integer({ min: 1, max: 9999 }),
        fc.constantFrom(...BRACKETS),
        fc.constantFrom("", " "),
        fc.boolean(),
        (agency, year, number, [open, close], blank, wide) => {
          const written = `${agency}${blank}${open}${year}${close}${blank}${number}${blank}号`;
          const widened = wide
            ? written.replaceAll(/[0-9]/g, (digit) =>
                String.fromCodePoint((digit.codePointAt(0) ?? 0) + 0xfee0),
              )
            : written;
          expect(normaliseDocumentNumber(widened)).toBe(`${agency}〔${year}〕${number}号`);
          expect(findCitedTitles(`《甲通知》（${widened}）规定`)[0]?.documentNumber).toBe(
            `${agency}〔${year}〕${number}号`,
          );
        },
      ),
    );
  });

  it.each([
    ["中华人民共和国国务院令第706号", "国令第706号"],
    ["中华人民共和国国务院第706号令", "国令第706号"],
    ["深府办规﹝2021﹞3号", "深府办规〔2021〕3号"],
    ["国务院令 第706号", "国令第706号"],
    ["中华人民共和国主席令第十五号", "主席令第十五号"],
    ["中华人民共和国财政部令第98号", "财政部令第98号"],
    ["北京市人民政府令第306号", "北京市人民政府令第306号"],
    ["国家税务总局公告2023年第5号", "国家税务总局公告2023年第5号"],
    ["法（研）发〔1987〕32号", "法（研）发〔1987〕32号"],
    ["〔1996〕武司字第82号", "〔1996〕武司字第82号"],
  ])("%s → %s", (written, value) => expect(normaliseDocumentNumber(written)).toBe(value));

  it.each(["第一条", "2019年", "关于印发的通知", "国发2019", "第706号", "", "按照国发〔2019〕5号的要求"])(
    "takes %s for none",
    (text) => expect(normaliseDocumentNumber(text)).toBeNull(),
  );
});
