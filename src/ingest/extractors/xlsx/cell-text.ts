import { format, getFormatFromId } from "numfmt";
import { childNamed, childrenNamed, textOf } from "../markup-tree.ts";
import type { MarkupElement } from "../markup-tree.ts";

/** Built-in formats that spreadsheets in Chinese show otherwise than the library's English ones. */
const CHINESE_FORMATS: ReadonlyMap<number, string> = new Map([
  [14, "yyyy/m/d"],
  [22, "yyyy/m/d h:mm"],
  [31, 'yyyy"年"m"月"d"日"'],
  [57, 'yyyy"年"m"月"'],
  [58, 'm"月"d"日"'],
]);

/** Number formats of cells by style index, from styles.xml. */
export const readNumberFormats = (styles: MarkupElement | undefined): readonly string[] => {
  const root = childNamed(styles, "styleSheet");
  const own = new Map(
    childrenNamed(childNamed(root, "numFmts"), "numFmt").map(({ attributes }) => [
      Number(attributes["numFmtId"]),
      attributes["formatCode"] ?? "General",
    ]),
  );
  return childrenNamed(childNamed(root, "cellXfs"), "xf").map(({ attributes }) => {
    const id = Number(attributes["numFmtId"] ?? 0);
    return own.get(id) ?? CHINESE_FORMATS.get(id) ?? getFormatFromId(id) ?? "General";
  });
};

/** The words of a shared or inline string: its runs without the phonetic guides. */
export const richText = (element: MarkupElement): string =>
  element.children
    .map((child) => {
      if (typeof child === "string") return "";
      if (child.name === "t") return textOf(child);
      return child.name === "r" ? richText(child) : "";
    })
    .join("");

const formatted = (value: number, pattern: string, date1904: boolean): string => {
  try {
    // Colours and filling characters are for the screen.
    return format(pattern, date1904 && /[ymdh]/i.test(pattern) ? value + 1462 : value, {
      fillChar: "",
    }).trim();
  } catch {
    return String(value);
  }
};

/** What a reader sees in a cell: text, or a number in the cell's format (15%, 2024年1月1日). */
export const cellText = (
  cell: MarkupElement,
  strings: readonly string[],
  formats: readonly string[],
  date1904: boolean,
): string => {
  const inline = childNamed(cell, "is");
  if (inline !== undefined) return richText(inline);
  const element = childNamed(cell, "v");
  if (element === undefined) return "";
  const value = textOf(element);
  switch (cell.attributes["t"]) {
    case "s":
      return strings[Number(value)] ?? "";
    case "str":
    case "d":
      return value;
    case "b":
      return value === "1" ? "TRUE" : "FALSE";
    case "e":
      return value;
    default: {
      const number = Number(value);
      if (value.trim() === "" || !Number.isFinite(number)) return value;
      return formatted(number, formats[Number(cell.attributes["s"] ?? 0)] ?? "General", date1904);
    }
  }
};
