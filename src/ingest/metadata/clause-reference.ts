import { CHINESE_NUMERAL, parseChineseNumeral, toChineseNumeral } from "../../policy/chinese-numerals.ts";

const NUMERAL = `(?:${CHINESE_NUMERAL}{1,7}|[0-9０-９]{1,4})`;
const WITHIN = `(?:第${NUMERAL}款)?(?:第?[（(]${NUMERAL}[）)]项?|第${NUMERAL}项)?`;
const ONE = `(?:第${NUMERAL}[编章节条]${WITHIN}|附件${NUMERAL})`;
/** 第一、三条 */
const SHORTENED = `第${NUMERAL}(?:[、和]${NUMERAL})+[章条]`;
const RANGE = `第${NUMERAL}[章条]?(?:至|到|—|-|－|~)第?${NUMERAL}[章条]`;

/** 第二条, 第五条第（二）项, 第一条、第三条, 第三条至第六条, 附件2. A source for patterns; it captures nothing. */
export const CLAUSE_REFERENCES = `(?:${RANGE}|${SHORTENED}|${ONE})(?:[、，和及与](?:${RANGE}|${SHORTENED}|${ONE}))*`;

const MOST_OF_RANGE = 60;

const numbered = (unit: string, numbers: readonly (number | null)[]): string[] =>
  numbers.flatMap((number) =>
    number === null || number === 0 ? [] : `第${toChineseNumeral(number)}${unit}`,
  );

const labelOf = (reference: string): string => {
  const plain = reference.normalize("NFKC");
  return plain
    .replaceAll(
      /第(\d+)(?=[编章节条款])/g,
      (_whole, digits: string) => `第${toChineseNumeral(Number(digits))}`,
    )
    .replace(new RegExp(`第?[（(](${NUMERAL})[）)]项?$`), "（$1）")
    .replace(new RegExp(`第(${NUMERAL})项$`), "（$1）");
};

/** The clauses that words like 第一条、第三条 or 第三条至第五条 name, one by one, as labels are written. */
export const namedClauses = (words: string): string[] => {
  const found: string[] = [];
  for (const [part] of words.matchAll(new RegExp(`${RANGE}|${SHORTENED}|${ONE}`, "g"))) {
    const numbers = [...part.matchAll(new RegExp(NUMERAL, "g"))].map(([number]) =>
      parseChineseNumeral(number),
    );
    const unit = part.at(-1) ?? "";
    if (new RegExp(`^(?:${RANGE})$`).test(part)) {
      const [first, last] = numbers;
      if (first == null || last == null || last < first || last - first > MOST_OF_RANGE) continue;
      found.push(
        ...numbered(
          unit,
          Array.from({ length: last - first + 1 }, (_each, index) => first + index),
        ),
      );
    } else if (new RegExp(`^(?:${SHORTENED})$`).test(part)) found.push(...numbered(unit, numbers));
    else found.push(labelOf(part));
  }
  return found;
};
