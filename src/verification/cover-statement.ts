import { cut, tag } from "jieba-wasm";
import type { InterchangeableWords } from "./interchangeable-words.ts";
import { LIGHT_WORDS } from "./light-words.ts";
import { numbersIn, standsFor } from "./number-lock.ts";

/** A place in a folded text, UTF-16 offsets. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

/**
 * What a stretch of a statement is: the quote's own words, words that say the same, words of titles and headings,
 * a number, words that say little, a single character that the quotes have too, signs, or the statement's own.
 */
export type CoverKind = "same" | "reworded" | "context" | "number" | "light" | "letter" | "sign" | "own";

export interface Cover extends Place {
  readonly kind: CoverKind;
  readonly text: string;
  /** Where in the quotes the words stand that bear it out. */
  readonly places: readonly Place[];
}

const LONGEST = 16;

/** Words whose force is compared clause by clause: they need no words of the quote to bear them out here. */
const STRENGTH =
  /^(?:支持|扶持|帮扶|帮助|帮忙|帮|助力|优待|鼓励|倡导|探索|摸索|尝试|试着|试|先试|试点|试行|力争|争取|努力|必须|须|应|应当|应该|可|可以|允许|准许|不得|不准|不许|不让|不能|不|没|没有|未|禁止|严禁|引导|先|优先|逐步|原则上|适当|依法|按规定)$/u;
/** Characters that join whatever they stand with, so that what jieba takes for one word with them is two. */
const JOINS = /[的了和与及是在为对等也都就还其之并而于被将把着该此要会能没已有很不可应须未再更好]/u;
const HAN = /\p{Script=Han}/u;

/** Characters that turn a meaning round or bound it wherever they stand. */
const HARD =
  /[前后内外上下高低多少大小进出增减退推禁止停免罚偿收支买卖借还升降开关新旧先仅只不没未非无年月日号时元万亿倍副正总各某任]/u;

/** What a stretch costs: own characters most, so that the quote's words are found wherever they can be. */
const COST = {
  same: 0.3,
  number: 0,
  context: 0.35,
  reworded: 0.4,
  light: 0.36,
  letter: 0.7,
  sign: 0,
  own: 1,
} as const;

const placesOf = (word: string, text: string): Place[] => {
  const places: Place[] = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    places.push({ start: at, end: at + word.length });
  return places;
};

/** The stretches that may begin at `at`, with the places that bear them out. */
const stretchesAt = (
  said: string,
  at: number,
  quoted: string,
  context: string,
  words: InterchangeableWords,
): Cover[] => {
  const found: Cover[] = [];
  const add = (end: number, kind: CoverKind, places: readonly Place[]): void => {
    found.push({ start: at, end, kind, text: said.slice(at, end), places });
  };
  const character = said.charAt(at);
  if (!/[\p{L}\p{N}]/u.test(character)) {
    add(at + 1, "sign", []);
    return found;
  }
  for (let end = at + 1; end <= Math.min(said.length, at + LONGEST); end += 1) {
    const word = said.slice(at, end);
    if (!/^[\p{L}\p{N}]+$/u.test(word)) break;
    if (LIGHT_WORDS.has(word) || STRENGTH.test(word)) add(end, "light", []);
    if (word.length === 1 && HAN.test(word) && !HARD.test(word) && quoted.includes(word))
      add(end, "letter", []);
    if (word.length >= 2 && quoted.includes(word)) add(end, "same", placesOf(word, quoted));
    else if (word.length >= 2 && context.includes(word)) add(end, "context", []);
    const bearers = [...(words.get(word) ?? [])].flatMap((bearer) => placesOf(bearer, quoted));
    if (bearers.length > 0) add(end, "reworded", bearers);
  }
  add(at + 1, "own", []);
  return found;
};

/** A word of which each character alone says little, or stands for something else, says something (出让, 推出). */
const compoundsOwned = (said: string, covers: readonly Cover[]): Cover[] => {
  const owned = new Set<number>();
  let at = 0;
  for (const word of cut(said, true)) {
    const [start, end] = [at, at + word.length];
    at = end;
    if (word.length < 2 || !HAN.test(word)) continue;
    const parts = covers.filter((cover) => cover.start >= start && cover.end <= end);
    if (JOINS.test(word) && parts.every(({ kind }) => kind !== "letter")) continue;
    const isWhole = parts[0]?.start === start && parts.at(-1)?.end === end;
    if (isWhole && parts.length > 1 && parts.every(({ text }) => text.length === 1))
      for (const part of parts) owned.add(part.start);
  }
  return covers.map((cover) => (owned.has(cover.start) ? { ...cover, kind: "own", places: [] } : cover));
};

/** Adverbs, pronouns and the like say little, save those that bound, promise or hurry. */
const SAYS_MUCH =
  /[不没未非无勿莫仅只才最每必须永绝单独全免直必暂急即前后先首再某任本]|一律|立即|立刻|马上|已经|正在|曾经|尚|任何|所有|另外/u;

/** Own words whose part of speech is that of function words, made light. */
const functionsLightened = (said: string, covers: readonly Cover[]): Cover[] => {
  const light = new Set<number>();
  let at = 0;
  for (const { word, tag: part } of tag(said, true)) {
    const [start, end] = [at, at + word.length];
    at = end;
    if (!/^(?:d|c|r|p|u|uj|ul|uz|ug|q|y|e)$/.test(part) || SAYS_MUCH.test(word)) continue;
    const parts = covers.filter((cover) => cover.start >= start && cover.end <= end);
    if (parts[0]?.start !== start || parts.at(-1)?.end !== end) continue;
    for (const { kind, start: own } of parts) if (kind === "own") light.add(own);
  }
  return covers.map((cover) => (light.has(cover.start) ? { ...cover, kind: "light" } : cover));
};

/** The stretches with neighbouring own characters made one. */
const joined = (covers: readonly Cover[]): Cover[] => {
  const result: Cover[] = [];
  for (const cover of covers) {
    const last = result.at(-1);
    if (cover.kind === "own" && last?.kind === "own" && HAN.test(cover.text))
      result[result.length - 1] = { ...last, end: cover.end, text: last.text + cover.text };
    else result.push(cover);
  }
  return result;
};

/**
 * Lays a statement out in the stretches that its quotes bear out, in the cheapest way; what is left is its own.
 * All texts are folded; `context` is the joined titles and headings.
 */
export const coverStatement = (
  said: string,
  quoted: string,
  context: string,
  words: InterchangeableWords,
): Cover[] => {
  const numbers = numbersIn(said);
  const quotedNumbers = numbersIn(quoted);
  const best: { cost: number; cover: Cover | null }[] = [];
  best[said.length] = { cost: 0, cover: null };
  for (let at = said.length - 1; at >= 0; at -= 1) {
    const number = numbers.find(({ start }) => start === at);
    const inNumber = numbers.some(({ start, end }) => at > start && at < end);
    const stretches: Cover[] =
      number === undefined
        ? stretchesAt(said, at, quoted, context, words).filter(
            ({ end }) => inNumber || !numbers.some(({ start }) => start > at && start < end),
          )
        : [
            {
              start: at,
              end: number.end,
              kind: "number",
              text: number.text,
              places: quotedNumbers.filter((other) => standsFor(number, other)),
            },
          ];
    let chosen: { cost: number; cover: Cover | null } = { cost: Number.POSITIVE_INFINITY, cover: null };
    for (const cover of stretches) {
      const cost = COST[cover.kind] + (best[cover.end]?.cost ?? Number.POSITIVE_INFINITY);
      if (cost < chosen.cost) chosen = { cost, cover };
    }
    best[at] = chosen;
  }
  const chosen: Cover[] = [];
  for (let at = 0; at < said.length;) {
    const cover = best[at]?.cover;
    if (cover === undefined || cover === null) break;
    chosen.push(cover);
    at = cover.end;
  }
  return joined(functionsLightened(said, compoundsOwned(said, chosen)));
};
