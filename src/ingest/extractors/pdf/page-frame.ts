import type { DropReason } from "../../extracted-text.ts";
import type { PageLine } from "./page-lines.ts";
import type { PageContent } from "./read-pages.ts";

/** Shares of the page's height in which headers and footers stand. */
const TOP = 0.12;
const BOTTOM = 0.86;
/** A header stands on at least this share of the pages; on every other page where left and right ones differ. */
const REPEATED = 0.4;
const LINES_IN_MARGIN = 3;

const DASHED_NUMBER = /^[-—–―－·•.\s]+\d{1,4}[-—–―－·•.\s]+$/;
const NAMED_NUMBER =
  /^第\s*\d{1,4}\s*页(?:\s*[/，,（(]?\s*共\s*\d{1,4}\s*页[)）]?)?$|^\d{1,4}\s*[/／]\s*\d{1,4}$|^(?:Page|P\.?)\s*\d{1,4}$/i;
const BARE_NUMBER = /^(\d{1,4})$/;

const shapeOf = (line: PageLine): string => line.text.replaceAll(/\s+/g, "").replaceAll(/\d+/g, "#");

/**
 * Finds headers, footers and page numbers: lines in the margins that repeat from page to page, or that are a
 * number which counts the pages.
 */
export const findFrame = (
  pages: readonly PageContent[],
  lines: readonly PageLine[],
): ReadonlyMap<PageLine, DropReason> => {
  const heights = new Map(pages.map(({ number, height }) => [number, height]));
  const margins: { line: PageLine; isTop: boolean }[] = [];
  for (const { number } of pages) {
    const own = lines.filter(({ page }) => page === number).toSorted((a, b) => a.y - b.y);
    const height = heights.get(number) ?? 0;
    const top = own.slice(0, LINES_IN_MARGIN).filter(({ y }) => y < height * TOP);
    const bottom = own.slice(-LINES_IN_MARGIN).filter(({ y }) => y > height * BOTTOM);
    margins.push(
      ...top.map((line) => ({ line, isTop: true })),
      ...bottom.map((line) => ({ line, isTop: false })),
    );
  }
  const keyOf = ({ line, isTop }: (typeof margins)[number]): string => `${isTop} ${shapeOf(line)}`;
  const pagesByShape = new Map<string, Set<number>>();
  const pagesByShift = new Map<number, Set<number>>();
  for (const margin of margins) {
    const { page, text } = margin.line;
    pagesByShape.set(keyOf(margin), (pagesByShape.get(keyOf(margin)) ?? new Set()).add(page));
    const bare = BARE_NUMBER.exec(text.trim())?.[1];
    if (bare === undefined) continue;
    const shift = Number(bare) - page;
    pagesByShift.set(shift, (pagesByShift.get(shift) ?? new Set()).add(page));
  }
  const frame = new Map<PageLine, DropReason>();
  for (const margin of margins) {
    const { line, isTop } = margin;
    const text = line.text.trim();
    const bare = BARE_NUMBER.exec(text)?.[1];
    const counts =
      bare !== undefined &&
      ((pagesByShift.get(Number(bare) - line.page)?.size ?? 0) > 1 || Number(bare) === line.page);
    const repeats = pagesByShape.get(keyOf(margin))?.size ?? 0;
    if (DASHED_NUMBER.test(text) || NAMED_NUMBER.test(text) || counts) frame.set(line, "page-number");
    // Numbers alone are data: every row of a table of coordinates has the same shape.
    else if (/\p{L}/u.test(text) && repeats >= Math.max(2, pages.length * REPEATED)) {
      frame.set(line, isTop ? "header" : "footer");
    }
  }
  return frame;
};
