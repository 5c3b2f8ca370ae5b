import { readFileSync } from "node:fs";
import { foldWord, parseVocabulary } from "./vocabulary-file.ts";
import type { VocabularyLine } from "./vocabulary-file.ts";

const load = (name: string): VocabularyLine[] =>
  parseVocabulary(name, readFileSync(new URL(name, import.meta.url), "utf8"));

const TERMS = "english-terms.txt";
/** Terms of policy: where one is asked for and missing, the topic is missing. */
export const englishTerms: readonly VocabularyLine[] = load(TERMS);
/** Other words of English questions. */
const englishWords: readonly VocabularyLine[] = load("english-words.txt");

interface EnglishPhrase {
  readonly words: readonly string[];
  readonly chinese: readonly string[];
  readonly isTerm: boolean;
}

/** Folded words of Latin letters and digits in text order; hyphens part words, a possessive 's is left out. */
const latinWords = (text: string): string[] =>
  foldWord(text)
    .replaceAll(/['’]s(?![\p{L}\p{N}])|['’]/gu, "")
    .match(/[\p{Script=Latin}\p{N}]+/gu) ?? [];

const phrasesByFirstWord: ReadonlyMap<string, readonly EnglishPhrase[]> = Map.groupBy(
  [...englishTerms, ...englishWords].map((line) => ({
    words: latinWords(line.spoken.join(" ")),
    chinese: line.official,
    isTerm: line.file === TERMS,
  })),
  ({ words }) => words[0] ?? "",
);

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

/** Endings of plurals and verbs, with what the word may end with in the table. */
const ENDINGS: readonly (readonly [ending: RegExp, rest: string])[] = [
  [/s$/, ""],
  [/es$/, ""],
  [/ies$/, "y"],
  [/ied$/, "y"],
  [/ed$/, ""],
  [/ed$/, "e"],
  [/ing$/, ""],
  [/ing$/, "e"],
  // planned, submitting
  [/([b-df-hj-np-tv-z])\1(?:ed|ing)$/, "$1"],
];
/** A word that is shorter without its ending is another one: red, sing. */
const SHORTEST_STEM = 3;

/** The forms under which a word of a question may stand in the table: as it is, then without an ending. */
const formsOf = (word: string): string[] => [
  ...new Set([
    word,
    ...ENDINGS.filter(([ending]) => ending.test(word))
      .map(([ending, rest]) => word.replace(ending, rest))
      .filter((stem) => stem.length >= SHORTEST_STEM || stem === word.slice(0, -1)),
  ]),
];

/** Words that ask or join, and say nothing of what is asked about. */
const SAYS_NOTHING: ReadonlySet<string> = new Set(
  (
    "a an the this that these those it its they them their there here he she his her i me my we us our you your one ones some any all each every both either neither no not none other others another such same own " +
    "and or but if then than as of in on at to for from by with without within into onto over under between among about after before during until since through per via against around across along up down out off near toward towards " +
    "is are was were be been being am do does did done have has had having can could may might must shall should will would need needs ought let lets get gets got getting give gives given make makes made making take takes took taken go goes " +
    "what which who whom whose when where why how whether much many more most less least few several enough long often far old ever still now today currently present current yet already also only just even too very well please tell say says said mean means meant explain describe state states stated show shows know find look want wants like according regarding concerning related relevant respect " +
    "exactly roughly approximately about kind kinds type types sort sorts way ways thing things case cases example examples part parts area areas field fields new old good better best big small large first second last next following specific particular certain different various main key important general overall whole full available able possible " +
    "year years month months day days week weeks time times date yuan rmb people someone anyone anybody somebody everyone nobody something anything who"
  ).split(" "),
);

interface ReadPhrase {
  readonly start: number;
  readonly end: number;
  readonly chinese: readonly string[];
}

/** The phrases of a question; in a Chinese one, where a Latin word is a name among others, terms of policy alone. */
const phrasesIn = (question: string): readonly ReadPhrase[] => {
  const words = latinWords(question);
  const isEnglish = isMostlyEnglish(question);
  const forms = words.map((word) => formsOf(word));
  const found = forms.flatMap((firstForms, start) =>
    firstForms
      .flatMap((form) => phrasesByFirstWord.get(form) ?? [])
      .filter(
        ({ words: phrase, isTerm }) =>
          (isEnglish || isTerm) && phrase.every((word, index) => forms[start + index]?.includes(word)),
      )
      .map((phrase) => ({ start, end: start + phrase.words.length, chinese: phrase.chinese })),
  );
  const used = new Set<number>();
  return found
    .toSorted((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)
    .filter(({ start, end }) => {
      const places = Array.from({ length: end - start }, (_, index) => start + index);
      if (places.some((place) => used.has(place))) return false;
      for (const place of places) used.add(place);
      return true;
    })
    .toSorted((a, b) => a.start - b.start);
};

/**
 * The Chinese terms for the English phrases in a question, distinct, in question order. Longer phrases come
 * before shorter ones and each word of the question is used once; case, hyphens, plurals and endings of verbs do
 * not matter.
 */
export const translateEnglish = (question: string): string[] => [...new Set(englishPhrases(question).flat())];

/** The same, phrase by phrase: the Chinese terms of each, any of which bears it out. */
export const englishPhrases = (question: string): (readonly string[])[] =>
  phrasesIn(question).map(({ chinese }) => chinese);

/** The words of an English question that no phrase of the tables holds and that say what is asked about. */
export const untranslatedWords = (question: string): string[] => {
  const words = latinWords(question);
  const phrases = phrasesIn(question);
  return [
    ...new Set(
      words.filter(
        (word, at) =>
          /^\p{Script=Latin}{3,}$/u.test(word) &&
          !formsOf(word).some((form) => SAYS_NOTHING.has(form)) &&
          !phrases.some(({ start, end }) => at >= start && at < end),
      ),
    ),
  ];
};

/** English scale words with their powers of ten. */
const SCALES: Readonly<Record<string, number>> = { thousand: 3, million: 6, billion: 9, trillion: 12 };
const AMOUNT =
  /(\d{1,3}(?:,\d{3})+|\d{1,9})(?:\.(\d{1,4}))?\s?(thousand|million|billion|trillion)?\s?(yuan|rmb|percent|per cent|%)?/giu;

/** Digits times a power of ten with 万, 亿 or 万亿: 5 million is 500万. */
const inChineseScale = (whole: string, fraction: string, power: number): string => {
  const all = `${whole}${fraction}`.padEnd(whole.length + power, "0");
  for (const [unit, size] of [
    ["万亿", 12],
    ["亿", 8],
    ["万", 4],
  ] as const) {
    const point = whole.length + power - size;
    const integer = all.slice(0, Math.max(0, point)).replace(/^0+/, "");
    if (integer === "") continue;
    const rest = all.slice(point).replace(/0+$/, "");
    return `${integer}${rest === "" ? "" : `.${rest}`}${unit}`;
  }
  const rest = all.slice(whole.length + power).replace(/0+$/, "");
  return `${all.slice(0, whole.length + power).replace(/^0+(?=\d)/, "")}${rest === "" ? "" : `.${rest}`}`;
};

/** The amounts and shares of an English question as documents write them: 5 million yuan → 500万元, 20 percent → 20%. */
export const englishAmounts = (question: string): string[] =>
  [...question.normalize("NFKC").matchAll(AMOUNT)].flatMap(([, digits, fraction, scale, unit]) => {
    if (digits === undefined || (scale === undefined && unit === undefined)) return [];
    const whole = digits.replaceAll(",", "");
    if (unit !== undefined && /^(?:per|%)/i.test(unit))
      return [`${whole}${fraction === undefined ? "" : `.${fraction}`}%`];
    const power = SCALES[scale?.toLowerCase() ?? ""] ?? 0;
    return [`${inChineseScale(whole, fraction ?? "", power)}${unit === undefined ? "" : "元"}`];
  });
