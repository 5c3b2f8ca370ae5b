import { readFileSync, readdirSync } from "node:fs";
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

const groups: readonly VocabularyLine[] = load("synonyms.txt");

/**
 * One file for each domain of life. Their lines lead from everyday words to official ones and nowhere else: 登记 and
 * 许可 both answer 办证, but neither stands for the other.
 */
const everyday: readonly VocabularyLine[] = readdirSync(new URL("everyday/", import.meta.url))
  .filter((name) => name.endsWith(".txt"))
  .toSorted()
  .flatMap((name) => load(`everyday/${name}`));

const sourceOf = ({ file, line }: VocabularyLine): string => `${file}:${line}`;

/** The project's vocabulary with further lines of a user's own. */
export const createVocabulary = (own: readonly VocabularyLine[]): Vocabulary => {
  const mutual = [...groups, ...own];
  const lines = [...mutual, ...everyday];
  const synonyms = new Map<string, { readonly words: Set<string>; readonly sources: Set<string> }>();
  const learn = (line: VocabularyLine, words: readonly string[]): void => {
    for (const word of words) {
      const known = synonyms.get(word) ?? { words: new Set<string>(), sources: new Set<string>() };
      for (const other of line.official) if (other !== word) known.words.add(other);
      known.sources.add(sourceOf(line));
      synonyms.set(word, known);
    }
  };
  for (const line of mutual) learn(line, [...line.spoken, ...line.official]);
  for (const line of everyday) learn(line, line.spoken);
  const official = new Set([...mutual, ...englishTerms].flatMap((line) => line.official));
  // 营业执照 is a word of both: what a line explains stays in the question.
  const explained = new Set(mutual.flatMap((line) => line.spoken));
  const longOfficial = [
    ...new Set([
      ...mutual.flatMap((line) => line.official),
      ...everyday.flatMap((line) => line.official).filter((word) => !explained.has(word)),
    ]),
  ]
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
