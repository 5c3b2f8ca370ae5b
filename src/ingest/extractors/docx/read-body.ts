import type { LineFact } from "../../extracted-text.ts";
import { childNamed, descendantsNamed, textOf } from "../markup-tree.ts";
import type { MarkupElement } from "../markup-tree.ts";
import { addTable } from "../table.ts";
import type { TableCell, TableRow } from "../table.ts";
import { inlineText, TextBuilder } from "../text-builder.ts";
import type { Inline, NoteAnchor } from "../text-builder.ts";
import { isOn } from "./numbering.ts";
import type { Numbering } from "./numbering.ts";
import { readInline } from "./read-inline.ts";
import type { FieldState, InlineContext } from "./read-inline.ts";
import { outlineLevelOf } from "./styles.ts";
import type { Styles } from "./styles.ts";

export interface BodyContext {
  readonly builder: TextBuilder;
  readonly styles: Styles;
  readonly numbering: Numbering;
  readonly fields: FieldState;
}

/** A paragraph as it will be added: marker and words, with what the format says of it. */
interface ReadParagraph {
  readonly inline: (string | NoteAnchor)[];
  readonly fact: Omit<LineFact, "start">;
  readonly boxes: readonly MarkupElement[];
  readonly pictures: number;
  /** Words of a table of contents, which only repeats the headings. */
  readonly isContents: boolean;
  /** The end of the paragraph is deleted: it runs on into the next. */
  readonly runsOn: boolean;
}

const CONTENTS_STYLE = /^(toc|目录) ?(\d|heading|标题)/i;
const TITLE_STYLE = /^(title|标题)$/i;
const WRAPPERS = new Set(["ins", "moveTo", "customXml", "smartTag", "sdtContent", "Choice"]);

const valueOf = (element: MarkupElement | undefined): string | undefined => element?.attributes["val"];

/** The marker of a numbered paragraph, counted; empty for others. */
const markerOf = (
  properties: MarkupElement | undefined,
  styleId: string | undefined,
  context: BodyContext,
): string => {
  const { styles, numbering, builder } = context;
  const style = styles.paragraph(styleId);
  const own = childNamed(properties, "numPr");
  const listId = valueOf(childNamed(own, "numId")) ?? style.listId;
  if (listId === null || listId === "0") return "";
  if (!numbering.has(listId)) {
    builder.report(
      "numbering_undefined",
      "段落引用的自动编号在文件中没有定义，编号未能还原。",
      builder.nextStart,
    );
    return "";
  }
  const stated = valueOf(childNamed(own, "ilvl"));
  const ofStyle = style.listStyle === null ? null : numbering.levelOfStyle(listId, style.listStyle);
  const number = numbering.next(
    listId,
    stated === undefined ? (ofStyle ?? style.listLevel ?? 0) : Number.parseInt(stated, 10),
  );
  return number === null ? "" : number.marker + number.separator;
};

const readParagraph = (element: MarkupElement, context: BodyContext): ReadParagraph => {
  const { styles, builder, fields } = context;
  const properties = childNamed(element, "pPr");
  const styleId = valueOf(childNamed(properties, "pStyle"));
  const style = styles.paragraph(styleId);
  const mark = childNamed(properties, "rPr");
  const inlineContext: InlineContext = { styles, builder, fields };
  const content = readInline(element, inlineContext, style.isHidden);
  const words = inlineText(content.inline);
  const runsOn = childNamed(mark, "del") !== undefined || childNamed(mark, "moveFrom") !== undefined;
  const isEmptyAndHidden = words.trim() === "" && (isOn(childNamed(mark, "vanish")) || style.isHidden);
  const marker = runsOn || isEmptyAndHidden ? "" : markerOf(properties, styleId, context);
  const outline = outlineLevelOf(properties);
  const outlineLevel = outline === undefined ? style.outlineLevel : outline;
  const level = TITLE_STYLE.test(style.name) ? 0 : outlineLevel === null ? null : outlineLevel + 1;
  return {
    inline: marker === "" ? content.inline : [marker, ...content.inline],
    fact:
      level === null ? { kind: "paragraph", hardBreak: true } : { kind: "heading", level, hardBreak: true },
    boxes: content.boxes,
    pictures: content.pictures,
    // An entry ends in its page number; a heading that an unclosed field swallowed does not.
    isContents: CONTENTS_STYLE.test(style.name) || (content.inContents && /\d\s*$/.test(words)),
    runsOn,
  };
};

const isContentsGallery = (sdt: MarkupElement): boolean =>
  [...descendantsNamed(childNamed(sdt, "sdtPr") ?? sdt, "docPartGallery")].some(
    (gallery) => valueOf(gallery) === "Table of Contents",
  );

const span = (cell: MarkupElement, name: string): number => {
  const value = Number(valueOf(childNamed(childNamed(cell, "tcPr"), name)) ?? 1);
  return Number.isInteger(value) && value > 0 ? value : 1;
};

const rowsOf = (table: MarkupElement): MarkupElement[] =>
  table.children.flatMap((child) => {
    if (typeof child === "string") return [];
    if (child.name === "tr") return [child];
    return child.name === "sdt" || WRAPPERS.has(child.name) ? rowsOf(child) : [];
  });

const cellsOf = (row: MarkupElement): MarkupElement[] =>
  row.children.flatMap((child) => {
    if (typeof child === "string") return [];
    if (child.name === "tc") return [child];
    return child.name === "sdt" || WRAPPERS.has(child.name) ? cellsOf(child) : [];
  });

/** A cell's blocks on one line; tables within it give their rows. */
const readCell = (cell: MarkupElement, context: BodyContext): Inline => {
  const inner = new TextBuilder();
  const pieces: (string | NoteAnchor)[] = [];
  const read = (element: MarkupElement): void => {
    for (const child of element.children) {
      if (typeof child === "string") continue;
      if (child.name === "p") {
        const { inline, boxes } = readParagraph(child, context);
        if (pieces.length > 0) pieces.push("\n");
        pieces.push(...inline);
        for (const box of boxes) read(box);
      } else if (child.name === "tbl") {
        addTable(inner, readRows(child, context));
      } else if (child.name === "sdt" || WRAPPERS.has(child.name)) {
        read(child);
      }
    }
  };
  read(cell);
  if (!inner.isEmpty) pieces.push("\n", inner.finish().text);
  return pieces;
};

/** The rows of a table with merged cells resolved; deleted rows are dropped. */
const readRows = (table: MarkupElement, context: BodyContext): TableRow[] => {
  const rows: TableRow[] = [];
  /** For each grid column, the cell that a vertical merge continues. */
  const merging = new Map<number, { rows: number }>();
  for (const row of rowsOf(table)) {
    const properties = childNamed(row, "trPr");
    if (childNamed(properties, "del") !== undefined) {
      context.builder.drop("deleted", [...descendantsNamed(row, "delText")].map(textOf).join(" "));
      continue;
    }
    const cells: TableCell[] = [];
    let column = 0;
    const before = Number(valueOf(childNamed(properties, "gridBefore")) ?? 0);
    for (let empty = 0; empty < Math.min(before, 60); empty += 1) {
      cells.push({ content: [] });
      column += 1;
    }
    for (const cell of cellsOf(row)) {
      const columns = span(cell, "gridSpan");
      const merge = childNamed(childNamed(cell, "tcPr"), "vMerge");
      const continued = merge !== undefined && valueOf(merge) !== "restart" ? merging.get(column) : undefined;
      if (continued === undefined) {
        const merged = { content: readCell(cell, context), columns, rows: 1 };
        cells.push(merged);
        if (merge === undefined) merging.delete(column);
        else merging.set(column, merged);
      } else {
        continued.rows += 1;
      }
      column += columns;
    }
    rows.push({ cells, isHeader: isOn(childNamed(properties, "tblHeader")) });
  }
  return rows;
};

/** Adds the blocks of a document, a text box or a table of one column, in reading order. */
export const readBody = (parent: MarkupElement, context: BodyContext, inContents = false): void => {
  const { builder } = context;
  let carried: (string | NoteAnchor)[] = [];
  const addParagraph = (element: MarkupElement): void => {
    const read = readParagraph(element, context);
    const inline = [...carried, ...read.inline];
    carried = read.runsOn ? inline : [];
    if (!read.runsOn) {
      if (inContents || read.isContents) builder.drop("table-of-contents", inlineText(inline));
      else builder.add(inline, read.fact);
    }
    if (read.pictures > 0) {
      builder.report(
        "picture_not_read",
        `此处有 ${read.pictures} 个图片或嵌入对象，其中的文字没有读取。`,
        builder.nextStart,
      );
    }
    for (const box of read.boxes) readBody(box, context, inContents);
  };
  for (const child of parent.children) {
    if (typeof child === "string") continue;
    if (child.name === "p") {
      addParagraph(child);
    } else if (child.name === "tbl") {
      const isOneColumn = rowsOf(child).every((row) => cellsOf(row).length <= 1);
      if (isOneColumn) for (const cell of rowsOf(child).flatMap(cellsOf)) readBody(cell, context, inContents);
      else addTable(builder, readRows(child, context));
    } else if (child.name === "sdt") {
      readBody(child, context, inContents || isContentsGallery(child));
    } else if (child.name === "AlternateContent") {
      const chosen = childNamed(child, "Choice") ?? childNamed(child, "Fallback");
      if (chosen !== undefined) readBody(chosen, context, inContents);
    } else if (WRAPPERS.has(child.name)) {
      readBody(child, context, inContents);
    } else if (child.name === "altChunk") {
      builder.report("embedded_part_not_read", "此处嵌入了另一个文件，其内容没有读取。", builder.nextStart);
    }
  }
  if (carried.length > 0) builder.add(carried, { kind: "paragraph", hardBreak: true });
};
