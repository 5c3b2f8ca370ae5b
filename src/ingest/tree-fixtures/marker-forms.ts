import fc from "fast-check";
import { toChineseNumeral } from "../../policy/chinese-numerals.ts";

/** How one document writes one numbering: the marker of a number, and the blank after it. */
export interface MarkerForm {
  readonly family: string;
  readonly marker: (number: number) => string;
  readonly blank: string;
}

const fullWidth = (number: number): string =>
  Array.from(String(number), (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)).join("");
const circled = (number: number): string =>
  String.fromCodePoint(
    number <= 20 ? 0x245f + number : number <= 35 ? 0x3250 + number - 20 : 0x32b0 + number - 35,
  );

const form = (
  family: string,
  markers: readonly ((number: number) => string)[],
  blanks: readonly string[],
): fc.Arbitrary<MarkerForm> =>
  fc
    .tuple(fc.constantFrom(...markers), fc.constantFrom(...blanks))
    .map(([marker, blank]) => ({ family, marker, blank }));

/** 一、 to ①, outermost first as custom has them: any of them in this order make a document. */
export const LIST_FORMS: readonly fc.Arbitrary<MarkerForm>[] = [
  form("一、", [(n) => `${toChineseNumeral(n)}、`], ["", " "]),
  form("（一）", [(n) => `（${toChineseNumeral(n)}）`, (n) => `(${toChineseNumeral(n)})`], ["", " "]),
  form("1.", [(n) => `${n}.`, (n) => `${n}．`, (n) => `${fullWidth(n)}．`], ["", " "]),
  form("1、", [(n) => `${n}、`], [""]),
  form("（1）", [(n) => `（${n}）`, (n) => `(${n})`, (n) => `（${fullWidth(n)}）`], ["", " "]),
  form("①", [circled], ["", " "]),
];

const unit = (name: string): fc.Arbitrary<MarkerForm> =>
  form(name, [(n) => `第${toChineseNumeral(n)}${name}`], ["　", " ", "  "]);

export const DIVISION_FORMS: readonly fc.Arbitrary<MarkerForm>[] = [unit("编"), unit("章"), unit("节")];
export const articleForm = fc.oneof(unit("条"), form("条", [(n) => `第${n}条`], ["　", " "]));
export const partForm = form("部分", [(n) => `第${toChineseNumeral(n)}部分`], ["　", " ", "："]);
