import { tag } from "jieba-wasm";
import { DROPPED_CONDITION, MAY_NOT_GO_OUT, PARTICLES, POINTERS, SAYS_LITTLE } from "./copy-words.ts";
import type { Token } from "./match-order.ts";
import { matchOrder, tokensOf } from "./match-order.ts";
import { numbersIn } from "./number-lock.ts";
import { contentOf, endsSegment, foldWording, hanPairs } from "./statement-wording.ts";
import { foldedSentences } from "./sentence-parts.ts";

/** Share of a part's characters, in runs of two and more in the quote's order, from which it counts as copied. */
const COPIED = 0.5;
/** Characters that a copied part may hold of the statement's own, where nothing was taken out. */
const OWN_CHARACTERS = 1;
/** Tokens of a stretch that may be joined with one from another part of the sentence. */
const STRETCH = 4;
/** Share of a part that stands in the sentence in pieces: it is copied, in whatever order. */
const MIXED = 0.8;
const SOME = 0.01;

const count = (text: string, pattern: RegExp): number => [...text.matchAll(pattern)].length;

const segmentStart = (text: string, at: number): number => {
  let start = at;
  while (start > 0 && (text[start - 1] === "、" || !endsSegment(text[start - 1] ?? ""))) start -= 1;
  return start;
};

const segmentEnd = (text: string, at: number): number => {
  let end = at;
  while (end < text.length && (text[end] === "、" || !endsSegment(text[end] ?? ""))) end += 1;
  return end;
};

const textOf = (tokens: readonly Token[]): string => tokens.map(({ text }) => text).join("");

const HAS_NUMERAL = /[\d〇零一二两三四五六七八九十百千万亿]/;

/** A part that stops at a word that has to be followed by what is to be done. */
const DANGLING = /(?:须|应|应当|可|可以|不得|要|经|必须|鼓励|支持|允许|禁止)$/;

/** Two verbs of two characters each: one alone that moves may leave its object. */
const COORDINATED = 4;

/** Only verbs: 督促和指导 may stand before its object or behind it. */
const areVerbs = (run: string): boolean =>
  tag(run, true).every(({ tag: part }: { tag: string }) => /^(?:v|vn|vd|d)$/.test(part));

/** The share of `said` that stands in `source` in pieces of two and more characters, in whatever order. */
const shareInPieces = (said: string, source: string): number => {
  let covered = 0;
  for (let at = 0; at < said.length;) {
    let length = 0;
    while (at + length < said.length && source.includes(said.slice(at, at + length + 1))) length += 1;
    if (length >= 2) covered += length;
    at += Math.max(1, length);
  }
  return said.length === 0 ? 0 : covered / said.length;
};

/** Share of a condition's wording that stands in a statement which names the condition. */
const CONDITION_SAID = 0.5;

const shareOfPairs = (text: string, statement: string): number => {
  const pairs = hanPairs(contentOf(text));
  const content = contentOf(statement);
  return pairs.filter((pair) => content.includes(pair)).length / Math.max(1, pairs.length);
};

interface Copy {
  readonly share: number;
  readonly isKept: boolean;
}

/** Whether what stands between two copied stretches leaves their meaning as it was. */
const gapIsKept = (run: string, taken: string, region: string): { kept: boolean; own: number } => {
  if (run === "") return { kept: true, own: 0 };
  const rest = run.replaceAll(SAYS_LITTLE, "");
  const own = rest === run && rest.replaceAll(PARTICLES, "") !== "" ? rest : rest.replaceAll(PARTICLES, "");
  // A word that says little may come in, but not in the place of one that says something.
  if (taken.replaceAll(POINTERS, "") !== "" || run.includes("#") || HAS_NUMERAL.test(own))
    return { kept: false, own: 0 };
  if (MAY_NOT_GO_OUT.some((pattern) => count(run, pattern) > 0)) return { kept: false, own: 0 };
  if (own === "") return { kept: run.length < COORDINATED, own: 0 };
  if (rest.length >= 2)
    return { kept: run.length >= COORDINATED && region.includes(run) && areVerbs(run), own: 0 };
  return { kept: rest === run, own: 1 };
};

/** The length of the copied stretch that begins at `at`, counted in the direction of `step`. */
const stretchTo = (places: readonly number[], at: number, step: 1 | -1): number => {
  let length = 0;
  for (
    let index = at;
    places[index] !== undefined && places[index] === (places[at] ?? 0) + length * step;
    index += step
  )
    length += 1;
  return length;
};

/** How much of a part is copied from a sentence, and whether the rest leaves its meaning as it was. */
const copyOf = (part: string, sentence: string, statement: string): Copy => {
  const said = tokensOf(part);
  const source = tokensOf(sentence);
  const places = matchOrder(said, source);
  const copied = places.filter((place) => place >= 0);
  const share = said.length === 0 ? 0 : copied.length / said.length;
  const first = copied[0];
  const last = copied.at(-1);
  const start = source[first ?? -1]?.at;
  const stop = source[last ?? -1]?.at;
  if (
    share < COPIED ||
    first === undefined ||
    last === undefined ||
    start === undefined ||
    stop === undefined
  ) {
    const isMixed = shareInPieces(textOf(said), textOf(source)) >= MIXED;
    return { share: isMixed ? Math.max(share, SOME) : 0, isKept: !isMixed };
  }
  const from = segmentStart(sentence, start);
  const region = sentence.slice(from, segmentEnd(sentence, stop));
  const regionText = textOf(tokensOf(region));
  let own = 0;
  let previous = first - 1;
  let run: Token[] = [];
  let isKept = true;
  const close = (next: number): void => {
    const gap = gapIsKept(textOf(run), textOf(source.slice(previous + 1, next)), regionText);
    isKept &&= gap.kept;
    own += gap.own;
    run = [];
  };
  for (const [at, token] of said.entries()) {
    const place = places[at] ?? -1;
    if (place < 0) run.push(token);
    else {
      if (run.length > 0) {
        // Before the first copied word nothing of the same part may have made way.
        if (previous < first) previous = source.findIndex((other) => other.at >= from) - 1;
        close(place);
      }
      // 35% of the next part is not what this part's 5500亿元 counts.
      const skipped = previous < first ? [] : source.slice(previous + 1, place);
      const isCounted = token.text.startsWith("#") || source[previous]?.text.startsWith("#") === true;
      if (isCounted && skipped.some(({ text }) => text.startsWith("#"))) isKept = false;
      const leavesPart =
        skipped.length > 0 && /[,;:]/.test(sentence.slice(source[previous]?.at, source[place]?.at));
      if (leavesPart && Math.min(stretchTo(places, at - 1, -1), stretchTo(places, at, 1)) < STRETCH)
        isKept = false;
      previous = place;
    }
  }
  if (run.length > 0) {
    const end = source.findIndex((other) => other.at >= from + region.length);
    close(end < 0 ? source.length : end);
  }
  // A condition in the part before holds for this part.
  const before = sentence.slice(segmentStart(sentence, Math.max(0, from - 1)), Math.max(0, from - 1));
  const losesCondition = DROPPED_CONDITION.test(before) && shareOfPairs(before, statement) < CONDITION_SAID;
  return {
    share,
    isKept:
      isKept &&
      own <= OWN_CHARACTERS &&
      !losesCondition &&
      MAY_NOT_GO_OUT.every((pattern) => count(part, pattern) >= count(region, pattern)),
  };
};

/** A part of a few words with a number (共10日) stands in the sentence as it is. */
const SHORT = 3;

const judgePart = (part: string, sentence: string, statement: string): Copy => {
  if (DANGLING.test(part) && !sentence.split(/[,;。:]/).includes(part)) return { share: 1, isKept: false };
  const tokens = tokensOf(part);
  const numbers = tokens.filter(({ text }) => text.startsWith("#"));
  const isDate = /^(?:到|至|截至|截止)?[\d年月日底末前]+$/.test(part);
  if (tokens.length <= SHORT && numbers.length > 0 && !isDate)
    return { share: 1, isKept: sentence.includes(part) || copyOf(part, sentence, statement).share === 1 };
  return copyOf(part, sentence, statement);
};

const withNumbersBlotted = (part: string): string =>
  tokensOf(part)
    .map(({ text }) => (text.startsWith("#") ? "#" : text))
    .join("");

/**
 * Whether a part that counts comes after the part it came after in the source, where the source says the same
 * of several things: 超过100万的城市，每月1100元；不超过100万的城市，每月800元.
 */
const countsFollow = (parts: readonly string[], sentence: string): boolean => {
  const sources = sentence.split(/[,;。:]+/).filter((part) => tokensOf(part).length > 0);
  return parts.every((part, at) => {
    const before = parts[at - 1];
    if (before === undefined || !withNumbersBlotted(part).includes("#")) return true;
    const text = textOf(tokensOf(part));
    const followers = sources
      .filter((_, place) => textOf(tokensOf(sources[place - 1] ?? "")) === textOf(tokensOf(before)))
      .filter((follower) => withNumbersBlotted(follower) === withNumbersBlotted(part));
    return followers.length === 0 || followers.some((follower) => textOf(tokensOf(follower)) === text);
  });
};

/**
 * Whether the parts of a statement that are copied from a quote are copied as they stand: nothing that changes
 * the meaning is exchanged, put in, moved or left out. What is worded freely is not judged here.
 */
export const copyIsKept = (statement: string, quotes: readonly string[]): boolean => {
  const sources = foldedSentences(quotes);
  const folded = foldWording(statement);
  return folded.split(/[。!?;\n]+/).every((sentence) => {
    const parts = sentence.split(/[,:]+/).filter((part) => tokensOf(part).length > 0);
    const copies = parts.map((part) => sources.map((source) => judgePart(part, source, folded)));
    const eachIsKept = copies.every((ofPart) => {
      const most = Math.max(0, ...ofPart.map(({ share }) => share));
      return most === 0 || ofPart.some(({ share, isKept }) => isKept && share >= most - 0.1);
    });
    // Numbers of one sentence come from one sentence: 每月1100元 of another city is not this city's.
    const fromOne =
      numbersIn(sentence).length === 0 ||
      sources.length < 2 ||
      sources.some((_, at) =>
        copies.every((ofPart) => {
          const here = ofPart[at];
          return (
            here === undefined ||
            (here.isKept && (here.share > 0 || ofPart.every(({ share }) => share < COPIED)))
          );
        }),
      );
    return eachIsKept && fromOne && sources.every((source) => countsFollow(parts, source));
  });
};
