import type { MarkerFamily, MarkerMatch, ReadMarker } from "./marker.ts";

const UPPER = "[A-ZＡ-Ｚ]";
const LOWER = "[a-zａ-ｚ]";
const ROMAN_UPPER = "(?:[Ⅰ-Ⅻ]|[IVX]{1,5})";
const ROMAN_LOWER = "(?:[ⅰ-ⅻ]|[ivx]{1,5})";
/** Not before another letter or digit: A.I., a.m., A、B两类. */
const NOT_A_WORD = "(?![A-Za-z0-9Ａ-Ｚａ-ｚ０-９.．、，])";
const LONGEST_MARKER = 12;

/** A. A、 (A) A) of one alphabet. */
const patternOf = (letters: string): RegExp =>
  new RegExp(
    `^(?:[（(]\\s?(${letters})\\s?[）)]|(${letters})(?:[.．、]${NOT_A_WORD}|[.．]\\s+(?=\\S)|[）)]))\\s*`,
  );

const DIGITS: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10 };

/** The value of a Roman numeral of I, V and X, written as it should be; null for anything else. */
const parseRoman = (numeral: string): number | null => {
  if (!/^x{0,3}(?:ix|iv|v?i{0,3})$/.test(numeral)) return null;
  let value = 0;
  for (let at = 0; at < numeral.length; at += 1) {
    const digit = DIGITS[numeral.charAt(at)] ?? 0;
    value += digit < (DIGITS[numeral.charAt(at + 1)] ?? 0) ? -digit : digit;
  }
  return value === 0 ? null : value;
};

const plain = (letters: string): string => letters.normalize("NFKC").toLowerCase();
const parseLetter = (letter: string): number => plain(letter).charCodeAt(0) - "a".charCodeAt(0) + 1;

const family = (
  name: string,
  letter: string,
  order: number,
  letters: string,
  parse: (numeral: string) => number | null,
): MarkerFamily => {
  const pattern = patternOf(letters);
  return {
    name,
    letter,
    rank: null,
    order,
    read: (paragraph): MarkerMatch | null => {
      const match = pattern.exec(paragraph);
      const numeral = match?.[1] ?? match?.[2];
      if (match === null || numeral === undefined) return null;
      const number = parse(numeral);
      if (number === null || match[0].trimEnd().length > LONGEST_MARKER) return null;
      return { marker: match[0].trimEnd(), number, suffix: "", length: match[0].length };
    },
  };
};

const roman = (numeral: string): number | null => parseRoman(plain(numeral));
const romanUpper = family("roman-upper", "m", 0.5, ROMAN_UPPER, roman);
const upperLetter = family("letter-upper", "j", 8.2, UPPER, parseLetter);
const lowerLetter = family("letter-lower", "k", 8.4, LOWER, parseLetter);
const romanLower = family("roman-lower", "v", 8.6, ROMAN_LOWER, roman);

/** I. A. (a) (i): what a letter alone is (C., I.), `acceptLatin` says. */
export const latinFamilies: readonly MarkerFamily[] = [upperLetter, lowerLetter, romanUpper, romanLower];

const ROMAN_OF: ReadonlyMap<string, MarkerFamily> = new Map([
  [upperLetter.name, romanUpper],
  [lowerLetter.name, romanLower],
]);

export const isLatin = ({ family: { name } }: ReadMarker): boolean =>
  name.startsWith("letter-") || name.startsWith("roman-");

/**
 * Takes for markers only the letters and Roman numerals that count: from 1 with 2 after it, or on from the one before.
 * An initial, a class of shares or an appendix that begins a line alone is text.
 */
export const acceptLatin = (
  texts: readonly string[],
  readings: readonly (ReadMarker | null)[],
): (ReadMarker | null)[] => {
  const both = readings.map((read, index) => {
    if (read === null || !isLatin(read)) return [];
    const other = ROMAN_OF.get(read.family.name);
    const match = other?.read(texts[index] ?? "") ?? null;
    return other === undefined || match === null ? [read] : [{ family: other, match }, read];
  });
  const places = both.flatMap((options, index) => (options.length > 0 ? [index] : []));
  const last = new Map<string, number>();
  const accepted = [...readings];
  places.forEach((index, order) => {
    const counts = ({ family: { name }, match: { number } }: ReadMarker): boolean => {
      if (number !== 1) return number === (last.get(name) ?? 0) + 1;
      for (const later of places.slice(order + 1, order + 40)) {
        const same = (both[later] ?? []).filter((each) => each.family.name === name);
        if (same.some((each) => each.match.number === 2)) return true;
        if (same.some((each) => each.match.number === 1)) return false;
      }
      return false;
    };
    const options = both[index] ?? [];
    // H. I. J. goes on with a letter; where no letters count, I. and V. are Roman.
    const letter = options.findLast((each) => each.family.name.startsWith("letter-"));
    const goesOn = letter !== undefined && (letter.match.number ?? 0) > 1 && counts(letter) ? letter : null;
    const chosen = goesOn ?? options.find((each) => counts(each)) ?? null;
    accepted[index] = chosen;
    if (chosen !== null) last.set(chosen.family.name, chosen.match.number ?? 0);
  });
  return accepted;
};
