import { readFileSync } from "node:fs";
import { foldWord, parseVocabulary } from "./vocabulary-file.ts";
import type { VocabularyLine } from "./vocabulary-file.ts";

const load = (name: string): VocabularyLine[] =>
  parseVocabulary(name, readFileSync(new URL(name, import.meta.url), "utf8"));

const synonyms: ReadonlyMap<string, readonly string[]> = (() => {
  const answers = new Map<string, Set<string>>();
  for (const { spoken, official } of load("synonyms.txt")) {
    for (const word of [...spoken, ...official]) {
      const known = answers.get(word) ?? new Set<string>();
      for (const other of official) if (other !== word) known.add(other);
      answers.set(word, known);
    }
  }
  return new Map([...answers].map(([word, others]) => [word, [...others]]));
})();

/**
 * The official words that say in a policy document what `term` says, folded and in the order of the file; empty
 * where none are known. Official words have other official words for answers; everyday words are never answers.
 */
export const synonymsOf = (term: string): readonly string[] => synonyms.get(foldWord(term)) ?? [];

const officialSet: ReadonlySet<string> = new Set(
  [...load("synonyms.txt"), ...load("english-terms.txt")].flatMap(({ official }) => official),
);

/** Whether a word is one that policy documents use: where it is asked for and missing, the topic is missing. */
export const isOfficialWord = (word: string): boolean => officialSet.has(foldWord(word));

/** An everyday phrase of a question with the official words that mean the same. */
export interface SpokenPhrase {
  readonly phrase: string;
  readonly official: readonly string[];
}

const officialWords: readonly string[] = [
  ...new Set(load("synonyms.txt").flatMap(({ official }) => official)),
]
  .filter((word) => word.length >= 4)
  .toSorted((a, b) => b.length - a.length);

const spokenPhrases: readonly SpokenPhrase[] = load("synonyms.txt")
  .flatMap(({ spoken, official }) => spoken.map((phrase) => ({ phrase, official })))
  .toSorted((a, b) => b.phrase.length - a.phrase.length);

/**
 * The everyday phrases that stand in a question, longest first, none inside another; a phrase of several lines
 * of the file brings the official words of all.
 */
export const spokenPhrasesIn = (question: string): SpokenPhrase[] => {
  // 小企业 inside 科技型中小企业 is no everyday phrase: what is official already is left alone.
  let rest = foldWord(question);
  for (const word of officialWords) rest = rest.replaceAll(word, "\n");
  const found = new Map<string, SpokenPhrase>();
  for (const { phrase, official } of spokenPhrases) {
    const known = found.get(phrase);
    if (known !== undefined) {
      found.set(phrase, { phrase, official: [...new Set([...known.official, ...official])] });
    } else if (rest.includes(phrase)) {
      found.set(phrase, { phrase, official });
      rest = rest.replaceAll(phrase, "\n");
    }
  }
  return [...found.values()];
};

interface EnglishPhrase {
  readonly words: readonly string[];
  readonly chinese: readonly string[];
}

/** Folded words of Latin letters and digits in text order; hyphens part words, a possessive 's is left out. */
const latinWords = (text: string): string[] =>
  foldWord(text)
    .replaceAll(/['’]s(?![\p{L}\p{N}])|['’]/gu, "")
    .match(/[\p{Script=Latin}\p{N}]+/gu) ?? [];

const phrasesByFirstWord: ReadonlyMap<string, readonly EnglishPhrase[]> = Map.groupBy(
  load("english-terms.txt").map(({ spoken, official }) => ({
    words: latinWords(spoken.join(" ")),
    chinese: official,
  })),
  ({ words }) => words[0] ?? "",
);

/** The forms under which a word of a question may stand in the table: as it is, then without a plural ending. */
const formsOf = (word: string): string[] => {
  const forms = [word];
  if (word.endsWith("s")) forms.push(word.slice(0, -1));
  if (word.endsWith("es")) forms.push(word.slice(0, -2));
  if (word.endsWith("ies")) forms.push(`${word.slice(0, -3)}y`);
  return forms;
};

/**
 * The Chinese terms for the English phrases in a question, distinct, in question order. Longer phrases come
 * before shorter ones and each word of the question is used once; case, hyphens and plurals do not matter.
 */
export const translateEnglish = (question: string): string[] => {
  const forms = latinWords(question).map((word) => formsOf(word));
  const found = forms.flatMap((firstForms, start) =>
    firstForms
      .flatMap((form) => phrasesByFirstWord.get(form) ?? [])
      .filter(({ words }) => words.every((word, index) => forms[start + index]?.includes(word)))
      .map(({ words, chinese }) => ({ start, end: start + words.length, chinese })),
  );
  const used = new Set<number>();
  const kept = found
    .toSorted((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)
    .filter(({ start, end }) => {
      const places = Array.from({ length: end - start }, (_, index) => start + index);
      if (places.some((place) => used.has(place))) return false;
      for (const place of places) used.add(place);
      return true;
    });
  return [...new Set(kept.toSorted((a, b) => a.start - b.start).flatMap(({ chinese }) => chinese))];
};

/**
 * Whether a question is asked in English: Latin words and no Han character, or at least three Latin words with
 * more letters than there are Han characters (a Chinese title inside an English question).
 */
export const isMostlyEnglish = (question: string): boolean => {
  const words = question.normalize("NFKC").match(/\p{Script=Latin}+/gu) ?? [];
  const han = question.match(/\p{Script=Han}/gu)?.length ?? 0;
  if (han === 0) return words.length > 0;
  return words.length >= 3 && words.join("").length > han;
};
