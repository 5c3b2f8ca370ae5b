import type { Extractor } from "./extractor.ts";
import { noText, tooLarge } from "./file-errors.ts";
import { childNamed, childrenNamed } from "./markup-tree.ts";
import type { MarkupElement } from "./markup-tree.ts";
import { openParts } from "./office-parts.ts";
import { addTable } from "./table.ts";
import type { TableRow } from "./table.ts";
import { inlineText, TextBuilder } from "./text-builder.ts";
import { cellText, readNumberFormats, richText } from "./xlsx/cell-text.ts";
import { openZip } from "./zip-archive.ts";

const MOST_CELLS = 2_000_000;
const MOST_COLUMNS = 1_000;

interface Place {
  readonly row: number;
  readonly column: number;
}

/** `B3` is row 2, column 1; null for what is no reference. */
const placeOf = (reference: string | undefined): Place | null => {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference ?? "");
  if (match === null) return null;
  let column = 0;
  for (const letter of match[1] ?? "") column = column * 26 + (letter.codePointAt(0) ?? 64) - 64;
  return { row: Number(match[2]) - 1, column: column - 1 };
};

interface Merge {
  readonly rows: number;
  readonly columns: number;
}

/** Merged areas by their upper left corner, `row:column`. */
const readMerges = (sheet: MarkupElement | undefined): Map<string, Merge> => {
  const merges = new Map<string, Merge>();
  for (const { attributes } of childrenNamed(childNamed(sheet, "mergeCells"), "mergeCell")) {
    const [from, to] = (attributes["ref"] ?? "").split(":").map(placeOf);
    if (from == null || to == null || to.row < from.row || to.column < from.column) continue;
    merges.set(`${from.row}:${from.column}`, {
      rows: to.row - from.row + 1,
      columns: to.column - from.column + 1,
    });
  }
  return merges;
};

interface SheetRows {
  readonly rows: TableRow[];
  readonly hidden: string[];
}

const isOn = (value: string | undefined): boolean => value === "1" || value === "true";

const hiddenColumns = (sheet: MarkupElement | undefined): ((column: number) => boolean) => {
  const ranges = childrenNamed(childNamed(sheet, "cols"), "col")
    .filter(({ attributes }) => isOn(attributes["hidden"]))
    .map(({ attributes }) => [Number(attributes["min"]) - 1, Number(attributes["max"]) - 1] as const);
  return (column) => ranges.some(([from, to]) => column >= from && column <= to);
};

const readRows = (sheet: MarkupElement | undefined, text: (cell: MarkupElement) => string): SheetRows => {
  const merges = readMerges(sheet);
  const isHiddenColumn = hiddenColumns(sheet);
  const rows: TableRow[] = [];
  const hidden: string[] = [];
  /** Columns that merged cells above still cover, with the number of rows to come. */
  const covered = new Map<number, number>();
  let cellCount = 0;
  let previous = -1;
  for (const element of childrenNamed(childNamed(sheet, "sheetData"), "row")) {
    const rowNumber = Number(element.attributes["r"] ?? previous + 2) - 1;
    const skipped = rowNumber - previous - 1;
    previous = rowNumber;
    if (skipped > 0 && rows.length > 0) rows.push({ cells: [] });
    // Rows without cells stand between tables, and end what merged cells cover.
    for (const [column, left] of covered) if (skipped > 0) covered.set(column, left - skipped);
    const slots: { column: number; content: string; merge: Merge | undefined }[] = [];
    let next = 0;
    for (const cell of childrenNamed(element, "c")) {
      const column = placeOf(cell.attributes["r"])?.column ?? next;
      next = column + 1;
      cellCount += 1;
      if (cellCount > MOST_CELLS) throw tooLarge(`more than ${MOST_CELLS} cells`);
      if (column >= MOST_COLUMNS) continue;
      const content = text(cell);
      if (isOn(element.attributes["hidden"]) || isHiddenColumn(column)) hidden.push(content);
      else slots.push({ column, content, merge: merges.get(`${rowNumber}:${column}`) });
    }
    if (isOn(element.attributes["hidden"])) continue;
    const cells: TableRow["cells"][number][] = [];
    let at = 0;
    const isCovered = (column: number): boolean => (covered.get(column) ?? 0) > 0;
    const coveredNow = new Set([...covered.keys()].filter(isCovered));
    for (const { column, content, merge } of slots.toSorted((a, b) => a.column - b.column)) {
      if (coveredNow.has(column) || column < at) continue;
      for (; at < column; at += 1)
        if (!coveredNow.has(at) && !isHiddenColumn(at)) cells.push({ content: [] });
      const columns = Math.min(merge?.columns ?? 1, MOST_COLUMNS);
      cells.push({ content: [content], columns, rows: merge?.rows ?? 1 });
      for (let each = column; each < column + columns; each += 1) {
        if ((merge?.rows ?? 1) > 1) covered.set(each, merge?.rows ?? 1);
      }
      at = column + columns;
    }
    for (const [column, left] of covered) covered.set(column, left - 1);
    rows.push({ cells });
  }
  return { rows, hidden };
};

/** Blank rows separate tables of one sheet. */
const splitTables = (rows: readonly TableRow[]): TableRow[][] => {
  const tables: TableRow[][] = [[]];
  for (const row of rows) {
    const isBlank = row.cells.every(({ content }) => inlineText(content).trim() === "");
    if (!isBlank) tables.at(-1)?.push(row);
    else if ((tables.at(-1)?.length ?? 0) > 1) tables.push([]);
  }
  return tables.filter((table) => table.length > 0);
};

/** What a caption can be that titles a whole file; units, notes and numbered captions are not. */
const TITLE = /^(?!附?[表件录图])[^：:；;。]{6,60}$/;

/** Whether a table begins with its title, alone in its row. */
const hasTitle = (table: readonly TableRow[] | undefined): boolean => {
  const words = (table?.[0]?.cells ?? []).map(({ content }) => inlineText(content).trim());
  const [only, second] = words.filter((text) => text !== "");
  const isWide = (table ?? []).some(({ cells }) => cells.length > 1);
  return only !== undefined && second === undefined && isWide && TITLE.test(only);
};

/**
 * Spreadsheets (XLSX): each sheet's name as a heading where it says something, then its rows with the header
 * beside each cell. Numbers and dates as the cell shows them; hidden sheets, rows and columns are dropped.
 */
export const xlsxExtractor: Extractor = {
  format: "xlsx",
  extract: (bytes) => {
    const parts = openParts(openZip(bytes), "xl/workbook.xml");
    const workbook = childNamed(parts.xml(parts.main), "workbook");
    const partFor = (purpose: string): MarkupElement | undefined => {
      const [path] = parts.related(purpose);
      return path === undefined ? undefined : parts.xml(path);
    };
    const strings = childrenNamed(childNamed(partFor("sharedStrings"), "sst"), "si").map(richText);
    const formats = readNumberFormats(partFor("styles"));
    const date1904 = isOn(childNamed(workbook, "workbookPr")?.attributes["date1904"]);
    const sheets = childrenNamed(childNamed(workbook, "sheets"), "sheet");
    const builder = new TextBuilder();
    for (const { attributes } of sheets) {
      const path = parts.target(attributes["id"] ?? "");
      const sheet = path === undefined ? undefined : childNamed(parts.xml(path), "worksheet");
      const { rows, hidden } = readRows(sheet, (cell) => cellText(cell, strings, formats, date1904));
      builder.drop("hidden", hidden.filter((text) => text !== "").join(" "));
      const name = attributes["name"] ?? "";
      if ((attributes["state"] ?? "visible") !== "visible") {
        builder.drop(
          "hidden",
          rows.map(({ cells }) => cells.map(({ content }) => inlineText(content)).join(" ")).join("\n"),
        );
        continue;
      }
      const hasWords = rows.some(({ cells }) =>
        cells.some(({ content }) => inlineText(content).trim() !== ""),
      );
      const tables = splitTables(rows);
      if (hasWords && !/^(?:sheet|工作表|表)\s*\d*$/i.test(name)) {
        // Where the first sheet shows the title of the file, the name on its tab is none.
        if (builder.isEmpty && hasTitle(tables[0])) builder.drop("navigation", name);
        else builder.add(name, { kind: "heading", level: 1, hardBreak: true });
      }
      for (const table of tables) addTable(builder, table);
    }
    if (builder.isEmpty) throw noText("spreadsheet without words");
    return builder.finish();
  },
};
