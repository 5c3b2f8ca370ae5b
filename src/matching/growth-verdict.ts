import { readQuantities } from "../measures/read-quantities.ts";
import type { NumberRange } from "../measures/requirement.ts";
import type { DescribedPart } from "./described-parts.ts";
import type { DescribedVerdict, Said, TakenClaim } from "./described-verdict.ts";
import { UNKNOWN } from "./described-verdict.ts";
import { givenPairs, pairsFound, plainWords, wantedPairs } from "./plain-words.ts";
import { isIn } from "./ranges.ts";

const GROWS = /增长|增加|递增|提高|上升|上涨|涨了|翻番|翻了一番/;
const FALLS = /下降|下滑|减少|降低|负增长|跌了|下跌|萎缩|缩水/;
const POSITIVE =
  /正增长|有(?:所)?增长|(?:实现|保持|持续|稳步|同比|较上年|比上年|均)增长(?![率\d])|不(?:出现)?(?:负增长|下降|下滑)|未(?:出现)?(?:负增长|下降|下滑)/;

/** What grows; null where no word says it. */
const THINGS: readonly (readonly [string, RegExp])[] = [
  ["export", /出口|进出口/],
  ["research", /研发/],
  ["output", /产值|增加值/],
  ["profit", /利润/],
  ["tax", /税|贡献/],
  ["staff", /员工|从业人员|就业|人数/],
  ["investment", /投资/],
  ["revenue", /营收|收入|销售|营业/],
];
const thingOf = (text: string): string | null =>
  THINGS.find(([, pattern]) => pattern.test(text))?.[0] ?? null;

interface Growth {
  /** Percent; null where only its direction is said. */
  readonly percent: number | null;
  readonly rises: boolean;
  readonly thing: string | null;
  readonly isCompound: boolean;
  readonly said: string;
}

const isCompoundIn = (text: string): boolean => /复合|年均|平均/.test(text);

const growthsIn = (parts: readonly DescribedPart[]): readonly Growth[] => {
  let thing: string | null = null;
  return parts.flatMap(({ plain, text, intendedFrom }): Growth[] => {
    const own = thingOf(plain);
    thing = own ?? thing;
    const falls = FALLS.test(plain) && !/(?:没有?|未|不)[^，]{0,4}(?:下降|下滑|减少|负增长)/.test(plain);
    if (intendedFrom !== null || (!GROWS.test(plain) && !FALLS.test(plain))) return [];
    const percent =
      readQuantities(plain).find(({ unit }) => unit === "percent")?.value ??
      (/翻(?:了一)?番/.test(plain) ? 100 : null);
    return [
      {
        percent: percent === null ? null : falls ? -percent : percent,
        rises: !falls,
        thing: own ?? thing,
        isCompound: isCompoundIn(plain),
        said: text,
      },
    ];
  });
};

const YEAR = /(?<year>20\d{2})年|(?<word>今年|去年|前年)/u;
const AGO: Readonly<Record<string, number>> = { 今年: 0, 去年: -1, 前年: -2 };

interface Former {
  readonly value: number;
  readonly said: string;
  readonly thing: string | null;
  /** The year of its last sum, where there is one for each year. */
  readonly to: number;
}

const THEN = /^(?:之后|后来|随后|接着)/;

/** 去年研发费用410万，前年是300万: grown by what two years that follow each other say. */
const yearlyGrowths = (parts: readonly DescribedPart[]): readonly Growth[] => {
  const told = new Map<string, Map<number, { readonly value: number; readonly said: string }>>();
  let thing: string | null = null;
  let year: number | null = null;
  let former: Former | null = null;
  for (const { plain, text, counted, intendedFrom, when } of parts) {
    const groups = YEAR.exec(plain)?.groups;
    const since = year;
    if (groups !== undefined)
      year = groups["year"] === undefined ? (AGO[groups["word"] ?? ""] ?? null) : Number(groups["year"]);
    thing = thingOf(plain) ?? thing;
    const sums = counted.filter(({ unit }) => unit === "yuan" || unit === "usd");
    const [sum] = sums;
    // 2022年1400万，之后2100万、3000万，去年4300万: the last of those was the year before.
    const latest = sums.at(-1);
    if (THEN.test(plain) && groups === undefined && latest !== undefined && intendedFrom === null) {
      const first: number = since ?? 0;
      const isTold: boolean = first > 0 && thing !== null && told.get(thing)?.has(first) === true;
      former = isTold ? { value: latest.value, said: text, thing, to: first + sums.length } : null;
      year = null;
    }
    if (groups !== undefined && former !== null && thing !== null) {
      const isNext = groups["word"] === "去年" && when?.from.startsWith(String(former.to + 1)) === true;
      const years = told.get(thing) ?? new Map<number, { value: number; said: string }>();
      // Only where there is a sum for every year between.
      if (isNext && sums.length === 1 && former.thing === thing && !years.has(-2))
        told.set(thing, years.set(-2, former));
      former = null;
    }
    if (intendedFrom !== null || thing === null || year === null || sum === undefined || sums.length > 1)
      continue;
    const years = told.get(thing) ?? new Map<number, { value: number; said: string }>();
    if (!years.has(year)) told.set(thing, years.set(year, { value: sum.value, said: text }));
  }
  return [...told].flatMap(([each, years]): Growth[] => {
    // What is said of 去年 is later than any year by its number.
    const relative = [...years.keys()].filter((key) => key <= 0);
    const last = Math.max(...(relative.length > 1 ? relative : years.keys()));
    const now = years.get(last);
    const before = years.get(last - 1);
    if (now === undefined || before === undefined || before.value === 0) return [];
    const percent = Number((((now.value - before.value) / before.value) * 100).toPrecision(12));
    return [
      { percent, rises: percent > 0, thing: each, isCompound: false, said: `${before.said}，${now.said}` },
    ];
  });
};

const RISING: NumberRange = { min: 0, minOpen: true, max: null, maxOpen: false };

const judged = ({ percent, rises, said }: Growth, range: NumberRange): DescribedVerdict => {
  if (percent !== null) return { verdict: isIn(percent, range) ? "met" : "unmet", said };
  // It fell: below every share by which it may have to grow.
  if (!rises && range.min !== null && range.min >= 0) return { verdict: "unmet", said };
  return rises && range === RISING ? { verdict: "met", said } : UNKNOWN;
};

/** 营业收入同比增长15%以上, 较上年正增长: takes the claim about growth out of plain words; null where there is none. */
export const takeGrowth = (plain: string): TakenClaim | null => {
  const isPositive = POSITIVE.test(plain);
  if (!isPositive && !GROWS.test(plain)) return null;
  const shares = readQuantities(plain).filter(({ unit }) => unit === "percent");
  const [share] = shares;
  const range = share?.range ?? (share === undefined && isPositive ? RISING : null);
  const others = readQuantities(plain).filter(
    ({ unit, range: other }) => unit !== "percent" && other !== null,
  );
  if (range === null || shares.length > 1 || others.length > 0) return null;
  const thing = thingOf(plain);
  // 对本地企业的配套额增长: of what no family of words tells, in the same words.
  const noun = wantedPairs(
    plain.replace(
      /(?:较|比)?(?:前一?|上一?)年度?|有?所?增长$|同比|年均|复合|增长率?.*$|增加.*$|提高.*$/g,
      "|",
    ),
  );
  const isNamed = ({ said }: Growth): boolean =>
    noun.size === 0 || pairsFound(noun, givenPairs(plainWords(said))) / noun.size >= 0.5;
  const isCompound = isCompoundIn(plain);
  const judge = ({ parts }: Said): DescribedVerdict => {
    const spoken = growthsIn(parts);
    const told = (spoken.length > 0 ? spoken : yearlyGrowths(parts)).filter(
      (each) => each.isCompound === isCompound && (thing === null ? isNamed(each) : each.thing === thing),
    );
    const [one] = told;
    return one !== undefined && told.length === 1 ? judged(one, range) : UNKNOWN;
  };
  return { judge, rest: "" };
};
