import type { ReadMarker } from "./markers/marker.ts";
import { readMarker } from "./markers/read-marker.ts";

/** Anything that may be a marker, wherever it stands; `readMarker` says whether it is one. */
const CANDIDATE =
  /第[〇零一二两三四五六七八九十百千0-9０-９]{1,7}(?:条|章|节|编|部分)|(?<![〇零一二两三四五六七八九十百千、])[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|[（(][0-9０-９]{1,2}[）)]|(?<![0-9０-９.．])[0-9０-９]{1,2}[.．、](?![0-9０-９])|[①-⑳]/g;
/** A sentence or an item ends here, closing marks included. */
const FINAL = /[。！？!?；;：:][”’」』）)】》]{0,4}$/;
const PUNCTUATION = /[，。；：！？,;:!?]/;
const OPENING = "“《（(〔[【";
const CLOSING = "”》）)〕]】";
const BEGINNING = 80;
const LONGEST_HEADING = 30;
const LONGEST_TITLE = 120;
/** How many markers further on the next number of a series is looked for. */
const REACH = 100;

interface Candidate {
  readonly at: number;
  readonly read: ReadMarker;
  /** Whether a sentence ends before it; what does not may still stand after a heading. */
  readonly afterSentence: boolean;
}

/** For each place whether it stands inside quotation marks or brackets that close again. */
const insideMarks = (text: string): ((at: number) => boolean) => {
  const opened = new Map<string, number[]>();
  // How many marks open (> 0) and close (< 0) at each place.
  const changes = new Int32Array(text.length + 2);
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (OPENING.includes(character)) {
      const places = opened.get(character);
      if (places === undefined) opened.set(character, [at]);
      else places.push(at);
    } else if (CLOSING.includes(character)) {
      const start = opened.get(OPENING.charAt(CLOSING.indexOf(character)))?.pop();
      if (start === undefined) continue;
      changes[start + 1] = (changes[start + 1] ?? 0) + 1;
      changes[at] = (changes[at] ?? 0) - 1;
    }
  }
  // What a quotation mark opened and none closed goes on to the end.
  const unclosed = opened.get("“")?.[0];
  if (unclosed !== undefined) changes[unclosed + 1] = (changes[unclosed + 1] ?? 0) + 1;
  let depth = 0;
  const inside = changes.map((change) => (depth += change));
  return (at) => (inside[at] ?? 0) > 0;
};

const isStrong = ({ read: { family } }: Candidate): boolean =>
  family.name === "article" || family.name === "chinese-comma";
const isDivision = ({ read: { family } }: Candidate): boolean =>
  family.rank !== null && family.name !== "article";

const candidatesIn = (text: string): Candidate[] => {
  const found = [...text.matchAll(CANDIDATE)];
  const isInside = insideMarks(text);
  return found.flatMap(({ index: at, 0: word }, order) => {
    if (at === 0 || /\s/.test(text.charAt(at - 1)) || isInside(at)) return [];
    // A division is followed at once by its first article, which is no part of its heading.
    const next = found[order + 1]?.index ?? text.length;
    const end = /^第.*[^条]$/.test(word) ? Math.min(next, at + BEGINNING) : at + BEGINNING;
    const read = readMarker(text.slice(at, end));
    if (read === null || read.match.number === null) return [];
    return [{ at, read, afterSentence: FINAL.test(text.slice(Math.max(0, at - 6), at)) }];
  });
};

/** Whether what stands between two breaks is a heading: a division, a 一、 without a sentence, or a title. */
const isHeadingBefore = (text: string, start: number, candidate: Candidate): boolean => {
  const segment = text.slice(start, candidate.at);
  if (segment.length > LONGEST_TITLE || PUNCTUATION.test(segment)) return false;
  const head = readMarker(segment);
  const isSpaced = candidate.read.match.length > candidate.read.match.marker.length;
  if (head === null)
    return (
      start === 0 && candidate.read.match.number === 1 && isSpaced && candidate.read.family.rank !== null
    );
  const isShort = segment.length <= LONGEST_HEADING && segment.length > head.match.length;
  if (!isShort) return false;
  return head.family.rank !== null && head.family.name !== "article"
    ? candidate.read.family.name === "article" || isDivision(candidate)
    : head.family.name === "chinese-comma" && candidate.read.family.name === "chinese-parenthesis";
};

/**
 * Places of one line at which breaks were lost without leaving even a blank: …制定本办法。第二条 本办法…. The evidence
 * is a series of 第N条 or 一、二、 that rises by one, each after the end of a sentence (or of a heading); then the
 * chapters and the lists （一）（二） within it, which alone prove nothing, are breaks as well.
 *
 * @param lastArticle the number of the last 第N条 that began a line before this one; 0 where there is none.
 * @returns offsets into `text`, ascending.
 */
export const findRunOnBreaks = (text: string, lastArticle: number): number[] => {
  if (!/[。；：！？\u4E00-\u9FFF](?:第.{1,8}条|[一二三四五六七八九十]{1,3}、)/.test(text)) return [];
  const candidates = candidatesIn(text);
  if (!candidates.some((each) => isStrong(each))) return [];
  const own = readMarker(text.slice(0, BEGINNING));
  const cuts: number[] = [];
  const last = new Map<string, number>([["article", lastArticle]]);
  if (own?.match.number != null) last.set(own.family.name, own.match.number);
  let start = 0;
  let strong = 0;
  candidates.forEach((candidate, index) => {
    const { family, match } = candidate.read;
    const number = match.number ?? 0;
    if (!candidate.afterSentence && !isHeadingBefore(text, start, candidate)) return;
    const before = last.get(family.name) ?? 0;
    if (match.suffix !== "") {
      // 第五条之一 follows 第五条, and proves nothing by itself.
      if (number !== before || !candidate.afterSentence) return;
      cuts.push(candidate.at);
      start = candidate.at;
      return;
    }
    // An excerpt may begin with any article, where the next one follows; the articles vouch for their chapters.
    const mayBegin = number === 1 || (family.name === "article" && number > before);
    if (number !== before + 1 && !mayBegin && !isDivision(candidate)) return;
    const goesOn = (): boolean => {
      for (let at = index + 1; at < Math.min(candidates.length, index + REACH); at += 1) {
        const later = candidates[at];
        const heading = candidates[at - 1];
        if (later === undefined || heading === undefined) return false;
        if (!later.afterSentence && !isDivision(heading)) continue;
        if (later.read.family.name === family.name) return later.read.match.number === number + 1;
        // A list within a section does not go on after it.
        if (isStrong(later) && !isStrong(candidate) && !isDivision(candidate)) return false;
      }
      return false;
    };
    if (isDivision(candidate)) {
      const next = candidates[index + 1];
      const leads =
        next !== undefined &&
        next.read.family.name === "article" &&
        !PUNCTUATION.test(text.slice(candidate.at, next.at));
      if (!leads || next.read.match.number !== (last.get("article") ?? 0) + 1) return;
    } else if ((number === 1 || number !== before + 1) && !goesOn()) return;
    cuts.push(candidate.at);
    start = candidate.at;
    if (isStrong(candidate)) strong += 1;
    last.set(family.name, number);
  });
  return strong === 0 ? [] : cuts;
};
