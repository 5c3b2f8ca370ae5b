import type { DocumentHead } from "../clause-index/index-types.ts";
import { englishAmounts, isMostlyEnglish, translateEnglish } from "./english-question.ts";
import { digitsOf } from "./fold-question.ts";
import type { SearchText } from "./retrieve.ts";
import { understandQuestion } from "./understand-question.ts";
import type { UnderstoodQuestion } from "./understand-question.ts";
import type { Vocabulary } from "./vocabulary.ts";

/** Words that were understood in a query, with the words searched for them and where those come from. */
export interface UnderstoodTerm {
  readonly text: string;
  readonly searched: readonly string[];
  /** `synonyms.txt:12`, `english-terms.txt`, `digits`, `simplified`. */
  readonly sources: readonly string[];
}

/** A query as it is searched, and how it was understood. */
export interface SearchPlan {
  readonly understood: UnderstoodQuestion;
  readonly query: SearchText;
  readonly terms: readonly UnderstoodTerm[];
}

/** Reads a query for the plain ranking: what is searched for it, and the documents and addresses that it names. */
export const planSearch = (
  query: string,
  heads: readonly DocumentHead[],
  asOf: string,
  vocabulary: Vocabulary,
): SearchPlan => {
  const understood = understandQuestion(query, heads, asOf);
  const { text } = understood;
  const english = translateEnglish(text);
  const isEnglish = isMostlyEnglish(text) && english.length > 1;
  const spoken = vocabulary.spokenPhrasesIn(text);
  const digits = digitsOf(text);
  const terms: UnderstoodTerm[] = spoken.map(({ phrase, official, sources }) => ({
    text: phrase,
    searched: official,
    sources,
  }));
  if (text !== query) terms.unshift({ text: query, searched: [text], sources: ["simplified"] });
  if (english.length > 0) terms.push({ text, searched: english, sources: ["english-terms.txt"] });
  if (digits.length > 0) terms.push({ text, searched: digits, sources: ["digits"] });
  return {
    understood,
    query: {
      text: isEnglish ? [...english, ...englishAmounts(text)].join(" ") : [text, ...english].join(" "),
      expansions: [...new Set([...spoken.flatMap(({ official }) => official), ...digits])],
    },
    terms,
  };
};
