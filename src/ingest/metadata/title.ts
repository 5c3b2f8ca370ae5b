import type { NormalisedText } from "../normalise.ts";
import { findCitedTitles } from "./cited-title.ts";
import type { Head, HeadLine } from "./read-head.ts";
import { readHead } from "./read-head.ts";
import { isCompleteTitle, isTitleSuffix, joinTitle } from "./title-text.ts";

/** The title of a document with its place in the canonical text, over all of its lines. */
export interface FoundTitle {
  readonly title: string;
  readonly start: number;
  readonly end: number;
}

const LONGEST_TITLE = 160;
const MOST_LINES = 8;
const plain = (text: string): string => text.replaceAll(/[\s\u3000《》]/g, "");

const withoutMarks = (title: string): string => /^《([^《》]+)》$/.exec(title)?.[1] ?? title;

const asTitle = (lines: readonly HeadLine[]): FoundTitle | null => {
  const first = lines[0];
  const last = lines.at(-1);
  if (first === undefined || last === undefined) return null;
  const title = withoutMarks(joinTitle(lines.map(({ content }) => content)));
  return title === "" || title.length > LONGEST_TITLE ? null : { title, start: first.start, end: last.end };
};

/** A page's own heading often stands twice; the title is what stands nearest to the body. */
const withoutRepetition = (lines: readonly HeadLine[]): readonly HeadLine[] => {
  for (let at = 1; at < lines.length; at += 1) {
    const rest = plain(joinTitle(lines.slice(at).map(({ content }) => content)));
    const before = plain(joinTitle(lines.slice(0, at).map(({ content }) => content)));
    if (rest.length > 5 && before.startsWith(rest)) return lines.slice(at);
  }
  return lines;
};

const linesOfTitle = ({ titleLines, titleIsBounded }: Head): readonly HeadLine[] => {
  const lines = withoutRepetition(titleLines);
  const joined = joinTitle(lines.map(({ content }) => content));
  if (titleIsBounded && lines.length <= MOST_LINES && joined.length <= LONGEST_TITLE) return lines;
  for (let count = 1; count <= Math.min(lines.length, MOST_LINES); count += 1) {
    const next = lines[count];
    const part = joinTitle(lines.slice(0, count).map(({ content }) => content));
    if (isCompleteTitle(part) && !(next !== undefined && isTitleSuffix(next.content)))
      return lines.slice(0, count);
  }
  return lines.slice(0, 1);
};

/** 依据《…》，现公布…: what the decree rests on. */
const BASIS = /(?:根据|依据|依照|按照|遵照|参照)\s?$/;

/** The document that a decree promulgates: named in its text, and standing below it. */
const promulgated = (head: Head): FoundTitle | null => {
  const lines = head.bodyLines;
  for (const line of lines.slice(0, 4)) {
    if (!/公布|发布|施行|通过|颁布/.test(line.content)) continue;
    const cited = findCitedTitles(line.content).find(
      ({ start }) => !BASIS.test(line.content.slice(0, start)),
    );
    if (cited === undefined) continue;
    const wanted = plain(cited.title);
    const below = lines.filter(({ start }) => start > line.start);
    for (const [index] of below.entries()) {
      for (let count = 1; count <= 5; count += 1) {
        const part = below.slice(index, index + count);
        const joined = plain(part.map(({ content }) => content).join(""));
        if (joined === wanted) return asTitle(part);
        if (joined.length > wanted.length) break;
      }
    }
    return { title: cited.title, start: line.start + cited.start, end: line.start + cited.titleEnd };
  }
  return null;
};

/** `findTitle` for a head that has been read already. */
export const titleOfHead = (head: Head): FoundTitle | null => {
  if (head.decree !== null) {
    const title = promulgated(head);
    if (title !== null) return title;
  }
  const found = asTitle(linesOfTitle(head));
  const labelled = head.labels.get("title");
  if (found === null && labelled !== undefined)
    return { title: withoutMarks(joinTitle([labelled.value])), start: labelled.start, end: labelled.end };
  return found;
};

/**
 * The title: the lines above the 文号, the addressee or the body, joined; below a decree, the title of what it
 * promulgates. Null where the text begins at once, so that its title must be given.
 */
export const findTitle = (normalised: Pick<NormalisedText, "text" | "paragraphs">): FoundTitle | null =>
  titleOfHead(readHead(normalised));
