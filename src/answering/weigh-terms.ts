import { englishPhrases, untranslatedWords } from "../retrieval/english-question.ts";
import { questionTerms } from "../retrieval/question-terms.ts";
import type { QuestionTerm } from "../retrieval/question-terms.ts";
import type { RetrievalContext } from "../retrieval/retrieval-context.ts";
import type { SpokenPhrase } from "../retrieval/vocabulary.ts";
import { foldForCoverage } from "./term-coverage.ts";
import type { WeightedTerm } from "./term-coverage.ts";

/** An everyday phrase is borne out by any of its official words, so it says less than a noun of its own. */
const SPOKEN_IMPORTANCE = 0.8;
/** Each term is looked up in the index; a question has few. */
const MOST_TERMS = 40;
const YEAR_IMPORTANCE = 0.7;
const UNTRANSLATED_IMPORTANCE = 0.6;

/** What an English question calls a document; no content to search for. */
export const DOCUMENT_WORDS: ReadonlySet<string> = new Set([
  "规划",
  "方案",
  "计划",
  "文件",
  "政策",
  "办法",
  "意见",
  "通知",
]);

type UnweightedTerm = Omit<WeightedTerm, "weight" | "frequency"> & {
  readonly importance: number;
  /** The indexed words that it consists of. */
  readonly words: readonly string[];
};

const isNounTag = (tag: string): boolean => /^n|^$/.test(tag);

const yearTerm = (text: string): UnweightedTerm => ({
  text,
  importance: YEAR_IMPORTANCE,
  synonyms: [],
  isOfficial: false,
  isNoun: false,
  words: [text],
});

/** The weights of terms: how much each says, times how rare it is in the index. */
const weighed = (context: RetrievalContext, terms: readonly UnweightedTerm[]): Promise<WeightedTerm[]> =>
  Promise.all(
    terms.map(async ({ importance, words, ...term }) => {
      const frequency = Math.min(...(await Promise.all(words.map((word) => context.frequency(word)))));
      const rarity = Math.log((context.snapshot.chunkCount + 1) / (frequency + 0.5));
      return {
        ...term,
        weight: importance * Math.max(0, rarity),
        frequency,
        synonyms: term.synonyms.map((synonym) => foldForCoverage(synonym)),
      };
    }),
  );

/** The weighted terms of a Chinese question. `wording`: the question without mentions of documents. */
export const weighChineseTerms = (
  context: RetrievalContext,
  wording: string,
  spoken: readonly SpokenPhrase[],
  years: readonly string[],
): Promise<WeightedTerm[]> => {
  const { vocabulary } = context;
  const phrases = spoken.map(({ phrase, official }) => ({
    text: phrase,
    importance: SPOKEN_IMPORTANCE,
    synonyms: official,
    isOfficial: true,
    isNoun: false,
    words: [phrase],
  }));
  const words = questionTerms(
    wording,
    spoken.map(({ phrase }) => phrase),
  ).slice(0, MOST_TERMS);
  return weighed(context, [
    ...phrases,
    ...words.map(({ text, importance, tag }) => ({
      text,
      importance,
      synonyms: vocabulary.synonymsOf(text),
      isOfficial: vocabulary.isOfficialWord(text),
      isNoun: isNounTag(tag),
      words: [text],
    })),
    ...years.map((year) => yearTerm(year)),
  ]);
};

/** What one English phrase asks about: any of its Chinese terms bears it out. Null for words that only ask. */
const phraseTerm = (context: RetrievalContext, chinese: readonly string[]): UnweightedTerm | null => {
  const { vocabulary } = context;
  const [text, ...others] = chinese.filter((term) => !DOCUMENT_WORDS.has(term));
  const parts: readonly QuestionTerm[] = text === undefined ? [] : questionTerms(text, []);
  if (text === undefined || parts.length === 0) return null;
  return {
    text,
    importance: Math.max(...parts.map(({ importance }) => importance)),
    synonyms: [...new Set([...others, ...vocabulary.synonymsOf(text)])],
    isOfficial: vocabulary.isOfficialWord(text),
    isNoun: parts.some(({ tag }) => isNounTag(tag)),
    words: parts.map((part) => part.text),
  };
};

/** The weighted terms of an English question, phrase by phrase. What no table knows is asked about all the same. */
export const weighEnglishTerms = (
  context: RetrievalContext,
  question: string,
  years: readonly string[],
): Promise<WeightedTerm[]> =>
  weighed(context, [
    ...englishPhrases(question)
      .map((chinese) => phraseTerm(context, chinese))
      .filter((term) => term !== null)
      .slice(0, MOST_TERMS),
    ...untranslatedWords(question)
      .slice(0, MOST_TERMS)
      .map((text) => ({
        text,
        importance: UNTRANSLATED_IMPORTANCE,
        synonyms: [],
        isOfficial: false,
        isNoun: true,
        words: [text],
      })),
    ...years.map((year) => yearTerm(year)),
  ]);
