import type { TableCell, TableRow } from "../table.ts";
import { inlineText } from "../text-builder.ts";
import type { PdfTable } from "./find-tables.ts";

/** Points by which the edges of a table may move from page to page. */
const NEAR = 4;

const textOf = ({ cells }: TableRow): string => cells.map(({ content }) => inlineText(content)).join("\t");
const isEmpty = (cell: TableCell | undefined): boolean =>
  cell === undefined || inlineText(cell.content).trim() === "";

/** A row that a page break divided: its first cell stands on the page before. */
const withRest = (row: TableRow, rest: TableRow): TableRow => ({
  ...row,
  cells: row.cells.map((cell, index) => {
    const more = inlineText(rest.cells[index]?.content ?? []);
    return more === "" ? cell : { ...cell, content: [...cell.content, more] };
  }),
});

/**
 * A table with its continuation at the top of the next page: headers that are repeated there are left out, and
 * a divided row is put together. Null where the columns are others.
 */
export const continueTable = (table: PdfTable, next: PdfTable): PdfTable | null => {
  const isSame =
    table.edges.length === next.edges.length &&
    table.edges.every((edge, index) => Math.abs(edge - (next.edges[index] ?? 0)) <= NEAR);
  if (!isSame) return null;
  let repeated = 0;
  while (
    repeated < next.rows.length &&
    textOf(next.rows[repeated] ?? { cells: [] }) === textOf(table.rows[repeated] ?? { cells: [] })
  )
    repeated += 1;
  const rows = [...table.rows];
  const more = next.rows.slice(repeated);
  const [first] = more;
  const last = rows.at(-1);
  const startsEveryRow = [...rows, ...more.slice(1)].every(({ cells }) => !isEmpty(cells[0]));
  if (
    first !== undefined &&
    last !== undefined &&
    startsEveryRow &&
    isEmpty(first.cells[0]) &&
    first.cells.length === last.cells.length
  ) {
    rows[rows.length - 1] = withRest(last, first);
    more.shift();
  }
  return { ...table, rows: [...rows, ...more] };
};
