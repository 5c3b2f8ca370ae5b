import { wordsOf } from "./words.ts";
import type { Word } from "./words.ts";

const swapIn = (sentence: string, first: Word, second: Word): string =>
  sentence.slice(0, first.start) +
  second.word +
  sentence.slice(first.end, second.start) +
  first.word +
  sentence.slice(second.end);

/** Nouns on both sides of a verb change places: who does what to whom is another. */
export const swappedNouns = (sentence: string): string[] => {
  const words = wordsOf(sentence);
  const nouns = words.filter(({ word, tag: part }) => part.startsWith("n") && word.length >= 2);
  const swapped: string[] = [];
  for (const [at, first] of nouns.entries()) {
    for (const second of nouns.slice(at + 1, at + 4)) {
      const between = words.filter(({ start }) => start >= first.end && start < second.start);
      const hasVerb = between.some(({ word, tag: part }) => part === "v" && word.length >= 2);
      const hasBreak = /[，。；：、“”（）《》]/.test(sentence.slice(first.end, second.start));
      if (!hasVerb || hasBreak || first.word.includes(second.word) || second.word.includes(first.word))
        continue;
      swapped.push(swapIn(sentence, first, second));
    }
  }
  return swapped;
};

/** The words between two commas in another order. */
export const garbled = (sentence: string): string[] =>
  sentence.split(/(?<=[，。；])/).flatMap((part, at, parts) => {
    const words = wordsOf(part).filter(({ word }) => /\p{Script=Han}/u.test(word));
    // Fewer words, or a list, may say the same in another order.
    if (words.length < 7 || /[、和及与]/.test(part)) return [];
    const turned = [
      ...words.filter((_, index) => index % 2 === 1),
      ...words.filter((_, index) => index % 2 === 0),
    ]
      .map(({ word }) => word)
      .join("");
    return [[...parts.slice(0, at), `${turned}，`, ...parts.slice(at + 1)].join("")];
  });
