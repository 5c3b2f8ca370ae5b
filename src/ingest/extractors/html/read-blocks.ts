import type { LineFact } from "../../extracted-text.ts";
import type { MarkupElement, MarkupNode } from "../markup-tree.ts";
import { textOf } from "../markup-tree.ts";
import { addTable } from "../table.ts";
import type { TableRow } from "../table.ts";
import { TextBuilder } from "../text-builder.ts";
import { listMarkers } from "./list-markers.ts";
import { isFrame, isHidden, SCRIPTS } from "./main-content.ts";
import type { PageWeights } from "./main-content.ts";
import {
  isLinkBack,
  noteOfElement,
  noteOfLink,
  placeOfNote,
  withoutNoncharacters,
  withPlaces,
} from "./notes.ts";

const BLOCKS: ReadonlySet<string> = new Set(
  "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol option p pre section summary table tbody td tfoot th thead title tr ul".split(
    " ",
  ),
);
const HEADING = /^h([1-6])$/;
/** Blanks that a browser runs together; U+3000 and no-break spaces are not among them. */
const COLLAPSIBLE = /[ \t\r\n\f]+/g;
const WIDE = "[\\p{Script=Han}\\u3001-\\u301F\\uFF01-\\uFF60]";
/** Word breaks the lines of its pages between Chinese characters, where nobody typed a blank. */
const BREAK_WITHIN_CHINESE = new RegExp(
  `(?<!第[^第\\s]{1,8}[编章节条])(?<=${WIDE})[ \\t]*\\r?\\n[ \\t]*(?=${WIDE})`,
  "gu",
);
/** What LibreOffice calls the frame of its pages. */
const FRAME_TITLES: ReadonlyMap<string, "header" | "footer"> = new Map([
  ["header", "header"],
  ["footer", "footer"],
]);

const hasBlocks = (element: MarkupElement, names: ReadonlySet<string>): boolean =>
  element.children.some(
    (child) => typeof child !== "string" && (names.has(child.name) || hasBlocks(child, names)),
  );

const elementsNamed = (
  element: MarkupElement,
  names: readonly string[],
  through: readonly string[],
): MarkupElement[] =>
  element.children.flatMap((child) => {
    if (typeof child === "string") return [];
    if (names.includes(child.name)) return [child];
    return through.includes(child.name) ? elementsNamed(child, names, through) : [];
  });

const span = (text: string | undefined): number => {
  const value = Number.parseInt(text ?? "1", 10);
  return Number.isInteger(value) && value > 0 ? value : 1;
};

export interface BlockContext {
  readonly builder: TextBuilder;
  readonly weights: PageWeights;
  /** The program that made the page breaks lines where no blank is. */
  readonly breaksAnywhere?: boolean;
}

const rowsOf = (table: MarkupElement): MarkupElement[] =>
  elementsNamed(table, ["tr"], ["tbody", "thead", "tfoot"]);
const cellsOf = (row: MarkupElement): MarkupElement[] => elementsNamed(row, ["td", "th"], []);

/** A table that only lays out a page: one cell a row, or cells that hold whole passages of text. */
const isLayout = (rows: readonly MarkupElement[]): boolean => {
  const cells = rows.flatMap(cellsOf);
  if (rows.every((row) => cellsOf(row).length <= 1)) return true;
  return cells.some(
    (cell) => hasBlocks(cell, new Set(["table", "h1", "h2", "h3"])) && textOf(cell).length > 200,
  );
};

const readTable = (table: MarkupElement, context: BlockContext): void => {
  const rows = rowsOf(table);
  const captions = elementsNamed(table, ["caption"], []);
  for (const caption of captions) readBlocks(caption.children, context);
  if (isLayout(rows)) {
    for (const cell of rows.flatMap(cellsOf)) readBlocks(cell.children, context);
    return;
  }
  const heads = new Set(elementsNamed(table, ["thead"], []).flatMap(rowsOf));
  const cellText = (cell: MarkupElement): string => {
    const inner = new TextBuilder();
    readBlocks(cell.children, { ...context, builder: inner });
    const { text, dropped } = inner.finish();
    for (const { reason, text: lost } of dropped) context.builder.drop(reason, lost);
    return text;
  };
  const read = rows.map((row): TableRow => ({
    isHeader: heads.has(row),
    cells: cellsOf(row).map((cell) => ({
      content: [cellText(cell)],
      columns: span(cell.attributes["colspan"]),
      rows: span(cell.attributes["rowspan"]),
      isHeader: cell.name === "th",
    })),
  }));
  addTable(context.builder, read);
};

/** The list marker that Word writes before a paragraph, filled up with blanks. */
const isListMarker = ({ name, attributes }: MarkupElement): boolean =>
  name === "span" && /mso-list\s*:\s*Ignore/i.test(attributes["style"] ?? "");
const CLOSED_MARKER = /[、．）)】][\s\u00A0]*$/;
const DELETED: ReadonlySet<string> = new Set(["del", "s", "strike"]);

/** A list marker that waits for the words that it belongs to, which may stand in a block of their own. */
interface PendingMarker {
  text: string;
}

/**
 * Adds the blocks of a page as paragraphs: headings with their levels, items of ordered lists with the numbers
 * that a browser writes, tables row by row. Scripts, hidden parts and the frame of the page are dropped.
 */
export const readBlocks = (
  nodes: readonly MarkupNode[],
  context: BlockContext,
  fact: Omit<LineFact, "start"> = { kind: "paragraph", hardBreak: true },
  marker: PendingMarker = { text: "" },
): void => {
  const { builder, weights } = context;
  let inline = "";
  const flush = (): void => {
    const lines = inline.split("\n").map((line) => line.replace(/^ /, "").replace(/ $/, ""));
    const text = lines.join("\n").replace(/^\n+/, "").trimEnd();
    inline = "";
    if (text.trim() === "") return;
    builder.add(withPlaces(marker.text + text), fact);
    marker.text = "";
  };
  const addText = (text: string, isPreformatted: boolean): void => {
    const plain = withoutNoncharacters(text);
    const collapsed = isPreformatted
      ? plain
      : (context.breaksAnywhere === true ? plain.replaceAll(BREAK_WITHIN_CHINESE, "") : plain).replaceAll(
          COLLAPSIBLE,
          " ",
        );
    inline +=
      collapsed.startsWith(" ") && (inline === "" || inline.endsWith(" ")) ? collapsed.slice(1) : collapsed;
  };
  const visitList = (list: MarkupElement): void => {
    const items = elementsNamed(list, ["li"], []);
    const markers = new Map(listMarkers(list, items).map((text, index) => [items[index], text]));
    for (const child of list.children) {
      const own = typeof child === "string" ? undefined : markers.get(child);
      if (own === undefined || typeof child === "string") {
        readBlocks([child], context, fact, marker);
      } else {
        // A list that begins an item of another list shows both markers.
        readBlocks(child.children, context, fact, { text: marker.text + own });
        marker.text = "";
      }
    }
  };
  const visitBlock = (element: MarkupElement): void => {
    flush();
    const heading = HEADING.exec(element.name)?.[1];
    if (element.name === "table") readTable(element, context);
    else if (element.name === "ol" || element.name === "ul") visitList(element);
    else if (heading === undefined) readBlocks(element.children, context, fact, marker);
    else
      readBlocks(
        element.children,
        context,
        { kind: "heading", level: Number(heading), hardBreak: true },
        marker,
      );
  };
  const visitNote = (element: MarkupElement, id: string): void => {
    flush();
    const inner = new TextBuilder();
    readBlocks(element.children, { ...context, builder: inner });
    const { text, dropped } = inner.finish();
    for (const { reason, text: lost } of dropped) builder.drop(reason, lost);
    const place = builder.notePlace(id);
    builder.add(text.replaceAll(/\s*\n\s*/g, " ").trim(), {
      kind: "footnote",
      hardBreak: true,
      ...(place === undefined ? {} : { annotates: place }),
    });
  };
  const visit = (node: MarkupNode, isPreformatted: boolean): void => {
    if (typeof node === "string") {
      addText(node, isPreformatted);
      return;
    }
    const frame = node.name === "div" ? FRAME_TITLES.get(node.attributes["title"] ?? "") : undefined;
    const note = noteOfElement(node);
    const noteLink = noteOfLink(node);
    if (frame !== undefined) {
      flush();
      builder.drop(frame, textOf(node).replaceAll(/\s+/g, " ").trim());
    } else if (note !== null) {
      visitNote(node, note);
    } else if (noteLink !== null || isLinkBack(node)) {
      builder.drop("footnote-marker", textOf(node).trim());
      if (noteLink !== null) inline += placeOfNote(noteLink);
    } else if (DELETED.has(node.name)) {
      builder.drop("deleted", textOf(node));
    } else if (isListMarker(node)) {
      addText(textOf(node).replace(/[\s\u00A0]+$/, CLOSED_MARKER.test(textOf(node)) ? "" : " "), false);
    } else if (SCRIPTS.has(node.name)) {
      builder.drop("script", textOf(node));
    } else if (isHidden(node) || node.name === "rt" || node.name === "rp") {
      builder.drop("hidden", textOf(node));
    } else if (node.name === "head" || node.name === "title" || isFrame(node, weights)) {
      flush();
      builder.drop("navigation", textOf(node).replaceAll(/\s+/g, " "));
    } else if (node.name === "br") {
      inline += "\n";
    } else if (node.name === "img") {
      addText(node.attributes["alt"] ?? "", false);
    } else if (node.name === "pre") {
      flush();
      for (const child of node.children) visit(child, true);
      flush();
    } else if (BLOCKS.has(node.name)) {
      visitBlock(node);
    } else {
      // A block within an inline element, as in <a><div>…</div></a>, still ends the line.
      for (const child of node.children) visit(child, isPreformatted);
    }
  };
  for (const node of nodes) visit(node, false);
  flush();
};
