import type { AddressStep } from "../retrieval/clause-address.ts";
import type { DocumentScope } from "../retrieval/document-scope.ts";
import { englishAmounts, isMostlyEnglish, translateEnglish } from "../retrieval/english-question.ts";
import type { RetrievalContext } from "../retrieval/retrieval-context.ts";
import { digitsOf } from "../retrieval/fold-question.ts";
import type { SpokenPhrase } from "../retrieval/vocabulary.ts";
import { foldWord } from "../retrieval/vocabulary-file.ts";
import { understandQuestion } from "../retrieval/understand-question.ts";
import { readAskedFor } from "./asked-for.ts";
import { headingsAskedInEnglish, readAskedInEnglish, withoutAskedBody } from "./asked-in-english.ts";
import type { AskedFor } from "./asked-for.ts";
import { facetsAsked } from "./facets.ts";
import { asksTarget } from "./context-words.ts";
import { classesOfPlace } from "./place-classes.ts";
import { readPremises } from "./premises.ts";
import type { Premises } from "./premises.ts";
import { titledPlaces } from "./titled-places.ts";
import { readQuestionValues } from "./question-values.ts";
import type { QuestionValues } from "./question-values.ts";
import type { Question } from "./assistant.ts";
import type { WeightedTerm } from "./term-coverage.ts";
import { DOCUMENT_WORDS, weighChineseTerms, weighEnglishTerms } from "./weigh-terms.ts";

/** A single Latin word is no English question: “5G”, “GDP” in a conversation in Chinese. */
const SEVERAL_WORDS = /[a-z]{2,}\W+[a-z]{2,}/i;

/** A question with everything that was read from it, before anything is searched. */
export interface AnalysedQuestion {
  readonly question: Question;
  /** The question after the conversation was taken into account, folded for understanding. */
  readonly resolved: string;
  /** The language that the answer's own words are in: an English question is answered in English. */
  readonly language: "zh" | "en";
  /** What is searched: the resolved question, with Chinese words for English ones. */
  readonly searchText: string;
  /** Official words for the question's everyday ones: searched as words, beside the question. */
  readonly expansions: readonly string[];
  /** The question in other words, each searched beside it: in official words, and for what is said of a year. */
  readonly otherWordings: readonly string[];
  readonly scope: DocumentScope;
  readonly addresses: readonly (readonly AddressStep[])[];
  readonly askedFor: AskedFor;
  /** What is asked of the matter: materials, venue, criteria … */
  readonly facets: readonly string[];
  readonly terms: readonly WeightedTerm[];
  readonly values: QuestionValues;
  readonly premises: Premises;
}

/** Titles that are read for the places they name. */
const MOST_TITLES = 2_000;

/** Words that ask for a comparison and are no content to search for. */
const COMPARING_WORDS =
  /新旧|两[份个](?:文件|规划|方案|政策)?|前后|提法|(?:有)?什么(?:不同|区别|变化|差别)|不同|区别|差别|变化|对比|比较一?下?|分别怎么说?|一个说(?:\d{4}年)?|各[由自]?/g;

/** A text without the names of documents that were read as mentions of them. */
export const withoutMentions = (text: string, mentions: readonly string[]): string =>
  mentions.reduce((rest, mention) => rest.replaceAll(mention, " "), text);

const searchTextOf = (
  resolved: string,
  chinese: readonly string[],
  wording: string,
  askedFor: AskedFor,
): string => {
  if (askedFor.comparison && wording.trim().length >= 2) return wording.trim();
  return chinese.length === 0 ? resolved : `${resolved} ${chinese.join(" ")}`;
};

const OFFICIAL_WORDS_USED = 2;
const WORDS_BESIDE_YEAR = 3;

/** A question as documents would word it: everyday phrases by official words, and 到2035年 with what it is about. */
const otherWordings = (
  resolved: string,
  spoken: readonly SpokenPhrase[],
  terms: readonly WeightedTerm[],
  years: readonly string[],
): string[] => {
  const official = spoken.reduce(
    (text, { phrase, official: words }) =>
      text.replaceAll(phrase, words.slice(0, OFFICIAL_WORDS_USED).join("、")),
    foldWord(resolved),
  );
  const nouns = terms
    .filter(({ isNoun }) => isNoun)
    .slice(0, WORDS_BESIDE_YEAR)
    .map(({ text }) => text);
  return [
    ...(spoken.length === 0 ? [] : [official]),
    ...(asksTarget(resolved) ? years.map((year) => `到${year}年，${nouns.join("")}`) : []),
  ];
};

/** Reads a question. `asked` is the question with the conversation taken into account. */
export const analyseQuestion = async (
  context: RetrievalContext,
  question: Question,
  asked: string,
): Promise<AnalysedQuestion> => {
  const heads = await context.snapshot.listDocuments();
  const allowed = question.documentIds;
  const {
    text: resolved,
    scope,
    addresses,
  } = understandQuestion(
    asked,
    allowed === null ? heads : heads.filter(({ documentId }) => allowed.includes(documentId)),
    question.asOf,
  );
  const chinese = translateEnglish(resolved);
  // In a Chinese question a Latin word is one word among others (5G, AI); its translation stands beside it.
  const isEnglish = isMostlyEnglish(resolved);
  const asks = isEnglish ? readAskedInEnglish(resolved) : readAskedFor(resolved);
  // Who names several documents wants to hear each of them.
  const askedFor = { ...asks, comparison: asks.comparison || (scope.documentIds?.length ?? 0) > 1 };
  const wording = isEnglish
    ? chinese.filter((word) => !DOCUMENT_WORDS.has(word)).join(" ")
    : withoutMentions([resolved, ...chinese].join(" "), [
        ...scope.mentions,
        ...(askedFor.comparison ? (resolved.match(COMPARING_WORDS) ?? []) : []),
      ]);
  const spoken = isEnglish ? [] : context.vocabulary.spokenPhrasesIn(wording);
  const read = readQuestionValues(resolved, scope.mentions);
  const titled = titledPlaces(
    withoutMentions(resolved, scope.mentions),
    heads.slice(0, MOST_TITLES).map(({ title }) => title),
  );
  const values = { ...read, places: [...new Set([...read.places, ...titled])] };
  const terms = await (isEnglish
    ? weighEnglishTerms(context, withoutAskedBody(withoutMentions(resolved, scope.mentions)), values.years)
    : weighChineseTerms(context, wording, spoken, values.years));
  return {
    question,
    resolved,
    language: isMostlyEnglish(question.question) && SEVERAL_WORDS.test(question.question) ? "en" : "zh",
    searchText:
      isEnglish && chinese.length > 1
        ? [...chinese, ...englishAmounts(resolved), ...values.years.map((year) => `${year}年`)].join(" ")
        : searchTextOf(resolved, chinese, wording, askedFor),
    expansions: [
      ...new Set([
        ...spoken.flatMap(({ official }) => official),
        ...digitsOf(wording),
        ...values.places.flatMap((place) => classesOfPlace(place)),
        // Documents say “到2027年，…” where readers ask for targets.
        ...(asksTarget(resolved) ? values.years.map((year) => `到${year}年`) : []),
      ]),
    ],
    otherWordings: otherWordings(resolved, spoken, terms, values.years),
    scope,
    addresses,
    askedFor,
    facets: facetsAsked(isEnglish ? headingsAskedInEnglish(resolved) : resolved),
    terms,
    values,
    premises: readPremises(resolved, values.amounts),
  };
};
