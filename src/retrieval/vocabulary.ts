import { readFileSync } from "node:fs";
import { foldWord, parseVocabulary } from "./vocabulary-file.ts";
import type { VocabularyLine } from "./vocabulary-file.ts";

const load = (name: string): VocabularyLine[] =>
  parseVocabulary(name, readFileSync(new URL(name, import.meta.url), "utf8"));

/** An everyday phrase of a question with the official words that mean the same. */
export interface SpokenPhrase {
  readonly phrase: string;
  readonly official: readonly string[];
  /** Where that is said: `synonyms.txt:12`. */
  readonly sources: readonly string[];
}

/** What everyday words mean in policy documents: the project's lines and a user's own. */
export interface Vocabulary {
  /**
   * The official words that say in a policy document what `term` says, folded and in the order of the files; empty
   * where none are known. Official words have other official words for answers; everyday words are never answers.
   */
  synonymsOf(term: string): readonly string[];
  /** Where the synonyms of a term stand: `synonyms.txt:12`. */
  sourcesOf(term: string): readonly string[];
  /** Whether a word is one that policy documents use: where it is asked for and missing, the topic is missing. */
  isOfficialWord(word: string): boolean;
  /**
   * The everyday phrases that stand in a question, longest first, none inside another; a phrase of several lines
   * brings the official words of all.
   */
  spokenPhrasesIn(question: string): SpokenPhrase[];
}

const builtIn: readonly VocabularyLine[] = load("synonyms.txt");
const englishTerms: readonly VocabularyLine[] = load("english-terms.txt");

const sourceOf = ({ file, line }: VocabularyLine): string => `${file}:${line}`;

/** The project's vocabulary with further lines of a user's own. */
export const createVocabulary = (own: readonly VocabularyLine[]): Vocabulary => {
  const lines = [...builtIn, ...own];
  const synonyms = new Map<string, { readonly words: Set<string>; readonly sources: Set<string> }>();
  for (const line of lines) {
    for (const word of [...line.spoken, ...line.official]) {
      const known = synonyms.get(word) ?? { words: new Set<string>(), sources: new Set<string>() };
      for (const other of line.official) if (other !== word) known.words.add(other);
      known.sources.add(sourceOf(line));
      synonyms.set(word, known);
    }
  }
  const official = new Set([...lines, ...englishTerms].flatMap((line) => line.official));
  const longOfficial = [...new Set(lines.flatMap((line) => line.official))]
    .filter((word) => word.length >= 4)
    .toSorted((a, b) => b.length - a.length);
  const phrases = lines
    .flatMap((line) =>
      line.spoken.map((phrase) => ({ phrase, official: line.official, sources: [sourceOf(line)] })),
    )
    .toSorted((a, b) => b.phrase.length - a.phrase.length);

  return {
    synonymsOf: (term) => [...(synonyms.get(foldWord(term))?.words ?? [])],
    sourcesOf: (term) => [...(synonyms.get(foldWord(term))?.sources ?? [])],
    isOfficialWord: (word) => official.has(foldWord(word)),
    spokenPhrasesIn: (question) => {
      // 小企业 inside 科技型中小企业 is no everyday phrase: what is official already is left alone.
      let rest = foldWord(question);
      for (const word of longOfficial) if (rest.includes(word)) rest = rest.replaceAll(word, "\n");
      const found = new Map<string, SpokenPhrase>();
      for (const { phrase, official: words, sources } of phrases) {
        const known = found.get(phrase);
        if (known !== undefined) {
          found.set(phrase, {
            phrase,
            official: [...new Set([...known.official, ...words])],
            sources: [...known.sources, ...sources],
          });
        } else if (rest.includes(phrase)) {
          found.set(phrase, { phrase, official: words, sources });
          rest = rest.replaceAll(phrase, "\n");
        }
      }
      return [...found.values()];
    },
  };
};

/** The vocabulary that comes with the project. */
export const builtInVocabulary: Vocabulary = createVocabulary([]);

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
  englishTerms.map(({ spoken, official }) => ({
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
