import { formatNumber } from "../docx/number-format.ts";
import type { MarkupElement } from "../markup-tree.ts";

/** Word's names for the numbers of HTML lists and CSS list styles. */
const FORMATS: ReadonlyMap<string, string> = new Map([
  ["1", "decimal"],
  ["a", "lowerLetter"],
  ["A", "upperLetter"],
  ["i", "lowerRoman"],
  ["I", "upperRoman"],
  ["decimal", "decimal"],
  ["decimal-leading-zero", "decimalZero"],
  ["lower-alpha", "lowerLetter"],
  ["lower-latin", "lowerLetter"],
  ["upper-alpha", "upperLetter"],
  ["upper-latin", "upperLetter"],
  ["lower-roman", "lowerRoman"],
  ["upper-roman", "upperRoman"],
  ["cjk-ideographic", "chineseCountingThousand"],
  ["simp-chinese-informal", "chineseCountingThousand"],
  ["trad-chinese-informal", "chineseCountingThousand"],
  ["cjk-decimal", "ideographDigital"],
  ["cjk-heavenly-stem", "ideographTraditional"],
  ["cjk-earthly-branch", "ideographZodiac"],
]);
const CJK = new Set([
  "chineseCountingThousand",
  "ideographDigital",
  "ideographTraditional",
  "ideographZodiac",
]);

const styleOf = ({ attributes }: MarkupElement): string | undefined =>
  /list-style(?:-type)?\s*:\s*([a-z-]+)/i.exec(attributes["style"] ?? "")?.[1]?.toLowerCase();

const integer = (text: string | undefined): number | null =>
  text !== undefined && /^\s*-?\d{1,6}\s*$/.test(text) ? Number(text) : null;

/** The markers that a browser writes before the items of an ordered list: `1. `, `一、`; empty for other lists. */
export const listMarkers = (list: MarkupElement, items: readonly MarkupElement[]): string[] => {
  if (list.name !== "ol") return items.map(() => "");
  const reversed = list.attributes["reversed"] !== undefined;
  let next = integer(list.attributes["start"]) ?? (reversed ? items.length : 1);
  return items.map((item) => {
    const value = integer(item.attributes["value"]) ?? next;
    next = value + (reversed ? -1 : 1);
    const kind = styleOf(item) ?? styleOf(list) ?? item.attributes["type"] ?? list.attributes["type"] ?? "1";
    if (["none", "disc", "circle", "square"].includes(kind)) return "";
    const format = FORMATS.get(kind) ?? "decimal";
    return formatNumber(value, format) + (CJK.has(format) ? "、" : ". ");
  });
};
