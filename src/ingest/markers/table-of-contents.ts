import type { ReadMarker } from "./marker.ts";

/** A stretch of paragraphs, by index: from `start` up to but not including `end`. */
export interface ParagraphRange {
  readonly start: number;
  readonly end: number;
}

const CAPTION = /^[【[〔]?(目录|目次|目錄|Contents|CONTENTS)[】\]〕]?[：:]?$/;
const LONGEST_ENTRY = 80;
/** A table of contents has at most so many lines. */
const LONGEST_CONTENTS = 600;
/** Leaders and the page number of an entry; or a number after a blank. */
const PAGE_NUMBER = /(?:[.．·•…⋯—\-_\s]{2,}|[\t ])[（(]?[0-9０-９]{1,4}[）)]?$/;
const LEADERS = /[.．·•…⋯_\s]{3,}$/;

const compact = (text: string): string => text.replaceAll(/\s+/g, "");

/** An entry without its leaders and page number, and a heading, as they are compared. */
const keyOf = (text: string): string =>
  compact(
    text
      .slice(0, LONGEST_ENTRY + 1)
      .replace(PAGE_NUMBER, "")
      .replace(LEADERS, ""),
  )
    .normalize("NFKC")
    // 第一部分：总则 in the one place, 第一部分 总则 in the other.
    .replace(/^(第.{1,5}(?:部分|编|篇|章|节))[:、]/, "$1")
    .replace(/[:。]$/, "");

const isEntry = (text: string): boolean =>
  text.length <= LONGEST_ENTRY && !/[。；！？!?]./.test(text) && !/[。；！？：]$/.test(text);

/**
 * The tables of contents of a document: what follows a line 目录, or a run of headings without any text, as far as
 * its first entry stands again as a heading.
 */
export const findContents = (
  texts: readonly string[],
  readings: readonly (ReadMarker | null)[],
): ParagraphRange[] => {
  const places = new Map<string, number[]>();
  texts.forEach((text, index) => {
    if (text.length > LONGEST_ENTRY) return;
    const key = keyOf(text);
    const known = places.get(key);
    if (known === undefined) places.set(key, [index]);
    else known.push(index);
  });
  /** Where the text at `index` stands again, within reach. */
  const repeated = (index: number, from: number): number | null => {
    const known = places.get(keyOf(texts[index] ?? "")) ?? [];
    const next = known.find((place) => place >= from);
    return next === undefined || next - index > LONGEST_CONTENTS ? null : next;
  };
  /** The end of the entries that begin at `start`: where the first of them stands again, or where they stop. */
  const endOf = (start: number): number | null => {
    const again = repeated(start, start + 1);
    if (again === null) return null;
    let end = start;
    while (end < again && isEntry(texts[end] ?? "")) end += 1;
    return end;
  };
  const ranges: ParagraphRange[] = [];
  for (let index = 0; index < texts.length; index += 1) {
    const text = texts[index] ?? "";
    if (text.length <= 12 && CAPTION.test(compact(text))) {
      let end = endOf(index + 1);
      if (end === null) {
        // No entry stands again as it is: the entries are what has a page number.
        end = index + 1;
        while (end < texts.length && isEntry(texts[end] ?? "") && PAGE_NUMBER.test(texts[end] ?? ""))
          end += 1;
      }
      if (end > index + 1) {
        ranges.push({ start: index, end });
        index = end - 1;
      }
      continue;
    }
    // Without a caption: three headings in a row, each of which stands again later and in the same order.
    const isHeading = (at: number): boolean =>
      readings[at]?.family.rank !== undefined &&
      readings[at]?.family.rank !== null &&
      readings[at]?.family.name !== "article";
    if (!isHeading(index) || !isHeading(index + 1) || !isHeading(index + 2)) continue;
    const end = endOf(index);
    if (end === null || end < index + 3 || repeated(index, index + 1) !== end) continue;
    const again = repeated(index + 1, end + 1);
    if (again !== null) {
      ranges.push({ start: index, end });
      index = end - 1;
    }
  }
  return ranges;
};
