import { readFileSync } from "node:fs";
import { englishTerms } from "./english-question.ts";
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
