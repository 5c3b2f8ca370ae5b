import { wordsOf } from "./words.ts";
import type { Word } from "./words.ts";

const lead = (text: string): string | null =>
  /^(\p{Script=Han}{3,14}?)(?=要|应当|可以|不得|负责|应)/u.exec(text)?.[1] ?? null;

/** The subject of another sentence of the document in the place of this one's. */
export const otherSubject = (sentence: string, others: readonly string[]): string[] => {
  const own = lead(sentence);
  if (own === null) return [];
  return [...new Set(others.flatMap((other) => lead(other) ?? []))]
    .filter((other) => !other.includes(own) && !own.includes(other) && !sentence.includes(other))
    .slice(0, 3)
    .map((other) => other + sentence.slice(own.length));
};

const nounsOf = (text: string): Word[] =>
  wordsOf(text).filter(({ word, tag: part }) => /^n[^r]?$/.test(part) && word.length >= 2);

/** A noun of the sentence exchanged for one of another sentence of the document. */
export const otherNoun = (sentence: string, others: readonly string[]): string[] => {
  const foreign = others.flatMap((other) => nounsOf(other).map(({ word }) => word));
  return nounsOf(sentence).flatMap(({ word, start, end }, at) => {
    const other = foreign[(at * 7 + sentence.length) % Math.max(1, foreign.length)];
    if (
      other === undefined ||
      sentence.includes(other) ||
      other.includes(word) ||
      /[^\p{Script=Han}]/u.test(other)
    )
      return [];
    return [sentence.slice(0, start) + other + sentence.slice(end)];
  });
};
