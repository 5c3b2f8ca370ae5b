import { add_word, cut_for_search, tag } from "jieba-wasm";
import { POLICY_TERMS } from "./policy-terms.ts";

/** Longest word kept, in UTF-16 units; longer ones are cut so that index and question agree on them. */
const LONGEST_WORD = 60;

/** A run of Han characters, or of other letters and digits (2011, cmos, v2.0, 3.5). */
const RUN =
  /\p{Script=Han}+|[[\p{L}\p{M}\p{N}]--\p{Script=Han}]+(?:\.[[\p{L}\p{M}\p{N}]--\p{Script=Han}]+)*/gv;
const HAN = /^\p{Script=Han}/v;

/** Characters that stand in nearly every clause and so tell nothing about a question. */
const FUNCTION_CHARACTERS: ReadonlySet<string> = new Set(
  "的了和与及或是在为对等也都就还吗呢吧啊嘛么地得着把被以其之这那请",
);

/**
 * One spelling for what readers write in several: NFKC (full width, circled and compatibility characters),
 * lower case, no invisible characters, no commas inside numbers, 首台（套） as 首台套.
 */
const foldText = (text: string): string =>
  text
    .normalize("NFKC")
    .replace(/\p{Cf}/gv, "")
    .toLowerCase()
    .replace(/首台\(套\)/gv, "首台套")
    .replace(/(?<=\d),(?=\d{3}(?!\d))/gv, "");

const shorten = (word: string): string =>
  word.length <= LONGEST_WORD ? word : word.slice(0, LONGEST_WORD).toWellFormed();

let termsKnown = false;

const cut = (text: string): string[] => {
  if (!termsKnown) {
    for (const term of POLICY_TERMS) add_word(term);
    termsKnown = true;
  }
  return cut_for_search(text, true);
};

/**
 * The search words of a text in text order, with repetitions: jieba's cuts for search (long words and the
 * words inside them), folded; punctuation and blanks dropped.
 */
export const segmentWords = (text: string): string[] =>
  cut(foldText(text)).flatMap((token) => (token.match(RUN) ?? []).map((word) => shorten(word)));

/**
 * The character bigrams of every run of Han characters, folded, in text order, with repetitions. A run of one
 * character stands for itself; runs of other letters and digits stay whole.
 */
export const bigrams = (text: string): string[] =>
  (foldText(text).match(RUN) ?? []).flatMap((run) => {
    if (!HAN.test(run)) return [shorten(run)];
    const characters = Array.from(run);
    if (characters.length === 1) return characters;
    return characters.slice(1).map((character, index) => `${characters[index] ?? ""}${character}`);
  });

/** The distinct words to search for: `segmentWords` without function characters. */
export const queryWords = (question: string): string[] => [
  ...new Set(segmentWords(question).filter((word) => !FUNCTION_CHARACTERS.has(word))),
];

/** The distinct bigrams to search for. */
export const queryBigrams = (question: string): string[] => [
  ...new Set(bigrams(question).filter((bigram) => !FUNCTION_CHARACTERS.has(bigram))),
];

/** A word with its part of speech (jieba's tags: n noun, v verb, ns place, m number, r pronoun, d adverb …). */
export interface TaggedWord {
  readonly word: string;
  readonly tag: string;
}

/** The words of a text with their parts of speech, in text order, without overlaps. */
export const tagWords = (text: string): TaggedWord[] => {
  if (!termsKnown) cut("");
  return tag(foldText(text), true).flatMap(({ word, tag: partOfSpeech }) =>
    (word.match(RUN) ?? []).map((run) => ({ word: shorten(run), tag: partOfSpeech })),
  );
};
