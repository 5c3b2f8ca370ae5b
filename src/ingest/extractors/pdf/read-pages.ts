import { createRequire } from "node:module";
import path from "node:path";
import { getDocument, Util } from "pdfjs-dist/legacy/build/pdf.mjs";
import type { PDFPageProxy } from "pdfjs-dist";
import { damagedFile, tooLarge } from "../file-errors.ts";
import { unreadableFormat } from "../unreadable-formats.ts";
import { readRules } from "./read-rules.ts";
import type { Rule } from "./read-rules.ts";
import { splitAtRules } from "./split-at-rules.ts";

/** A stretch of text as the page shows it; points, measured from the upper left corner to the baseline. */
export interface Fragment {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  /** Font size. */
  readonly size: number;
}

export interface PageContent {
  /** Counted from 1. */
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly fragments: readonly Fragment[];
  /** Text that runs across the page or upwards: watermarks and stamps. */
  readonly rotated: readonly string[];
  /** Lines that the page draws; none where nothing stands side by side as in tables. */
  readonly rules: readonly Rule[];
  readonly failed: boolean;
}

const MOST_PAGES = 5_000;
/** Fonts of Chinese documents often name characters by the radicals that look the same. */
const RADICALS = /[\u2E80-\u2FDF\uF900-\uFAFF]/g;
const STEEPEST = 0.1;

const resources = path.dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));

/** A matrix of the library's, which types it loosely. */
const toMatrix = (values: unknown): [number, number, number, number, number, number] => {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = Array.isArray(values) ? values.map(Number) : [];
  return [a, b, c, d, e, f];
};

/** Whether words stand side by side, as cells do, on several lines. */
const hasColumns = (fragments: readonly Fragment[]): boolean => {
  const inOrder = fragments.toSorted((a, b) => a.y - b.y || a.x - b.x);
  const besides = inOrder.filter((fragment, index) => {
    const before = inOrder[index - 1];
    return (
      before !== undefined &&
      Math.abs(before.y - fragment.y) < 1 &&
      fragment.x - before.x - before.width > fragment.size * 0.3
    );
  });
  return besides.length >= 2;
};

const readPage = async (page: PDFPageProxy): Promise<PageContent> => {
  const viewport = page.getViewport({ scale: 1 });
  const { items } = await page.getTextContent();
  const fragments: Fragment[] = [];
  const rotated: string[] = [];
  for (const item of items) {
    if (!("str" in item) || item.str.trim() === "") continue;
    const text = item.str.replaceAll(RADICALS, (radical) => radical.normalize("NFKC"));
    const [a, b, c, d, x, y] = toMatrix(Util.transform(viewport.transform, item.transform));
    if (Math.abs(b) > Math.abs(a) * STEEPEST || a < 0) rotated.push(text);
    else fragments.push({ text, x, y, width: item.width, size: Math.hypot(c, d) || item.height });
  }
  const rules = hasColumns(fragments) ? await readRules(page) : [];
  return {
    number: page.pageNumber,
    width: viewport.width,
    height: viewport.height,
    fragments: splitAtRules(fragments, rules),
    rotated,
    rules,
    failed: false,
  };
};

/**
 * Reads the text of a PDF with its places, page by page. A page that cannot be read is marked as failed.
 * @throws PolicyError `damaged_file`, `file_too_large`, `unreadable_format` when it is encrypted
 */
export const readPages = async (bytes: Uint8Array): Promise<PageContent[]> => {
  const task = getDocument({
    // The library takes the buffer for itself.
    data: Uint8Array.from(bytes),
    cMapUrl: path.join(resources, "cmaps/"),
    cMapPacked: true,
    standardFontDataUrl: path.join(resources, "standard_fonts/"),
    disableFontFace: true,
    useSystemFonts: false,
    verbosity: 0,
  });
  try {
    const pdf = await task.promise;
    if (pdf.numPages > MOST_PAGES) throw tooLarge(`${pdf.numPages} pages`);
    const pages: PageContent[] = [];
    for (let number = 1; number <= pdf.numPages; number += 1) {
      try {
        const page = await pdf.getPage(number);
        pages.push(await readPage(page));
        page.cleanup();
      } catch {
        pages.push({ number, width: 0, height: 0, fragments: [], rotated: [], rules: [], failed: true });
      }
    }
    if (pages.every(({ failed }) => failed)) throw damagedFile("no page can be read");
    return pages;
  } catch (error) {
    if (error instanceof Error && error.name === "PasswordException") throw unreadableFormat("encrypted");
    throw error;
  } finally {
    await task.destroy();
  }
};
