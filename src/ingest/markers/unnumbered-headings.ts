import type { MarkerFamily, ReadMarker } from "./marker.ts";

const SENTENCE_MARK = /[，。；！？,;!?]|[：:]./;
/** A line that introduces the list below it, and is no title of it. */
const INTRODUCTION = /(?:下列|以下|如下|包括|具体为|分别为|应当|的).{0,12}[：:]$/;
const LONGEST_HEADING = 30;
const LONGEST_PLAIN_HEADING = 15;
const LONGEST_QUESTION = 160;
const QUESTION = /^(?:问|Q)\s?[0-9]{0,2}\s?[：:]/;
const ANSWER = /^(?:答|A)\s?[0-9]{0,2}\s?[：:]/;
/** Divisions of a statute that some write without 第X章. */
const DIVISION = /^(?:总则|分则|罚则|附则)$/;

export interface HeadingSearch {
  readonly texts: readonly string[];
  readonly readings: readonly (ReadMarker | null)[];
  /** Whether a paragraph is plain text: no marker, no signature, no row of a table. */
  readonly isPlain: (index: number) => boolean;
}

const stands = (family: MarkerFamily, above: MarkerFamily): boolean =>
  above.rank !== null || above.order < family.order;

/**
 * Headings that only their place tells: short lines below which a list counts from 1 again (申报条件 1. 2. 申请材料 1.
 * 2.), the questions of 问：… 答：…, and 附则 alone before an article. Where a document has articles, lines between lists
 * are their 款, not headings.
 *
 * @returns indices of the headings, ascending, each with the marker of the list below it or null.
 */
export const findUnnumberedHeadings = ({
  texts,
  readings,
  isPlain,
}: HeadingSearch): ReadonlyMap<number, ReadMarker | null> => {
  const headings = new Map<number, ReadMarker | null>();
  const hasArticles = readings.some((read) => read?.family.name === "article");
  const isShort = (index: number, most: number): boolean => {
    const text = texts[index] ?? "";
    return (
      isPlain(index) &&
      text.length >= 2 &&
      text.length <= most &&
      !SENTENCE_MARK.test(text) &&
      !INTRODUCTION.test(text)
    );
  };
  let previous: { readonly index: number; readonly below: ReadMarker } | null = null;
  texts.forEach((text, index) => {
    const below = readings[index + 1] ?? null;
    if (!isPlain(index)) {
      const read = readings[index] ?? null;
      // A higher number, or the end of the body, ends the stretch in which lists begin again.
      if (read === null || (previous !== null && stands(previous.below.family, read.family))) previous = null;
      return;
    }
    if (QUESTION.test(text) && text.length <= LONGEST_QUESTION && ANSWER.test(texts[index + 1] ?? "")) {
      headings.set(index, null);
      return;
    }
    if (text.length <= 8 && DIVISION.test(text.replaceAll(/\s/g, "")) && below?.family.name === "article") {
      headings.set(index, below);
      return;
    }
    if (hasArticles) return;
    if (
      below !== null &&
      below.match.number === 1 &&
      below.family.rank === null &&
      isShort(index, LONGEST_HEADING)
    ) {
      if (previous?.below.family.name === below.family.name) {
        headings.set(previous.index, previous.below);
        headings.set(index, below);
      }
      previous = { index, below };
      return;
    }
    // 收费标准, with a sentence below it, after headings with lists.
    const isEnded = /[。；]$/.test(texts[index - 1] ?? "") && !headings.has(index - 1);
    const next = texts[index + 1] ?? "";
    const isAbove = previous !== null && headings.has(previous.index) && isPlain(index + 1);
    if (
      isAbove &&
      isEnded &&
      isShort(index, LONGEST_PLAIN_HEADING) &&
      /[。；]$/.test(next) &&
      !/[：:]$/.test(text)
    )
      headings.set(index, previous?.below ?? null);
  });
  return new Map([...headings].toSorted(([a], [b]) => a - b));
};
