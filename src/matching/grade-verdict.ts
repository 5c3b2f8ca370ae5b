import type { DescribedVerdict, Said, TakenClaim } from "./described-verdict.ts";
import { UNKNOWN } from "./described-verdict.ts";
import { givenPairs, pairsFound, wantedPairs } from "./plain-words.ts";

/** A grade in an order of grades, best first by rank. */
interface Grade {
  readonly order: "letter" | "ordinal" | "number" | "star";
  readonly rank: number;
  readonly start: number;
  readonly end: number;
  readonly up: boolean;
  readonly down: boolean;
}

const LETTERS: Readonly<Record<string, number>> = { D: 1, C: 2, M: 3, B: 4 };
const ORDINALS = "丁丙乙甲";
const NUMERALS = "一二三四五六七八";
const GRADE =
  /(?<letter>A{1,5}|[BCDM])(?![A-Za-z\d])(?:类|级)?|(?<many>[1-5])A(?:类|级)?|(?<ordinal>[甲乙丙丁])级|(?<number>[一二三四五六七八1-8])级|(?<star>[一二三四五六1-6])星级?|(?<special>特级)/gu;
const BEHIND = /^(?:（?不?含）?)?(?<side>[及或]?以上|[及或]?以下)/u;
/** Where the letter means a grade, and no round of investment or share. */
const LETTER_FRAME = /级|类|等|信用|评价|评级|等次/;

const numberOf = (text: string): number => {
  const at = NUMERALS.indexOf(text);
  return at < 0 ? Number(text) : at + 1;
};

const gradesIn = (text: string): readonly Grade[] =>
  [...text.matchAll(GRADE)].flatMap((match): Grade[] => {
    const { letter, many, ordinal, number, star, special } = match.groups ?? {};
    const start = match.index;
    const end = start + match[0].length;
    const side = BEHIND.exec(text.slice(end))?.groups?.["side"] ?? "";
    const place = { start, end: end + side.length, up: side.endsWith("上"), down: side.endsWith("下") };
    if (letter !== undefined || many !== undefined) {
      const isGrade = LETTER_FRAME.test(text.slice(Math.max(0, start - 12), end + 2));
      const rank =
        many === undefined ? (LETTERS[letter ?? ""] ?? 4 + (letter?.length ?? 0)) : 4 + Number(many);
      return isGrade ? [{ ...place, order: "letter", rank }] : [];
    }
    if (ordinal !== undefined) return [{ ...place, order: "ordinal", rank: ORDINALS.indexOf(ordinal) + 1 }];
    if (star !== undefined) return [{ ...place, order: "star", rank: numberOf(star) }];
    return [{ ...place, order: "number", rank: special === undefined ? numberOf(number ?? "") : 0 }];
  });

/** Of numbered grades the first is the best of qualifications, the last that of maturity. */
const RISES = /成熟度|水平|数字化|DCMM|CMMI|等保|等级保护|能力|医院|两化融合/i;
const FALLS = /资质|标准化|风险|评定|技术等级|职业资格/;

const isWithin = (asked: readonly Grade[], { rank }: Grade, words: string): boolean | null => {
  const [first] = asked;
  if (first === undefined) return null;
  if (!first.up && !first.down)
    return asked.some((each) => each.rank === rank)
      ? true
      : asked.length > 1 || first.order !== "number"
        ? false
        : null;
  if (first.order !== "number") return first.up ? rank >= first.rank : rank <= first.rank;
  const rises = RISES.test(words);
  if (rank === first.rank) return true;
  if (!rises && !FALLS.test(words)) return null;
  return rank > first.rank === (rises === first.up);
};

const LIGHT =
  /信用|等级|评价|结果|评级|级别|等次|评定|类别|纳入|年度|均|为|达到|获得|通过|取得|认证|近[一二两三四五\d]年/g;

/**
 * 纳税信用等级为B级以上, 被评定为甲级、乙级的, 不为D级: takes the claim about a grade out of plain words; null where there is none.
 */
export const takeGrade = (plain: string): TakenClaim | null => {
  const asked = gradesIn(plain);
  const [first] = asked;
  const last = asked.at(-1);
  if (first === undefined || last === undefined || asked.some(({ order }) => order !== first.order))
    return null;
  const isDenied = /(?:不为|不是|不得为|非|未被?(?:评定?|列)为|不属于|不得低于|不低于)[^，]{0,4}$/.test(
    plain.slice(0, first.start),
  );
  const isLeast =
    /不(?:得)?低于[^，]{0,4}$|至少[^，]{0,6}$|达到[^，]{0,4}$/.test(plain.slice(0, first.start)) &&
    asked.length === 1;
  const wanted = isLeast ? asked.map((each) => ({ ...each, up: true })) : asked;
  const noun = `${plain.slice(0, first.start)}${plain.slice(last.end)}`;
  // 信用 and 等级 are of every grade: which one it is stands beside them.
  const own = wantedPairs(noun.replace(LIGHT, "|"));
  const judge = ({ parts }: Said): DescribedVerdict => {
    const found = parts.flatMap((part) => {
      if (part.intendedFrom !== null || part.denies) return [];
      const near =
        noun.replace(LIGHT, "") === "" || own.size === 0
          ? 1
          : pairsFound(own, givenPairs(part.plain)) / own.size;
      const isSame = near >= 0.5 || (near > 0 && own.size > 3);
      return gradesIn(part.plain).flatMap((grade) => {
        const isCredit = /信用/.test(noun) && /信用/.test(part.plain);
        const other = /纳税|海关|环境|环保|劳动|企业信用/.exec(noun)?.[0];
        const another = /纳税|海关|环境|环保|劳动/.exec(part.plain)?.[0];
        const isOther = isCredit && other !== undefined && another !== undefined && other !== another;
        if (grade.order !== first.order || isOther || !(isSame || isCredit)) return [];
        const within = isWithin(wanted, grade, noun);
        const holds = within === null ? null : isDenied && !isLeast ? !within : within;
        return holds === null ? [] : [{ verdict: holds ? "met" : "unmet", said: part.text } as const];
      });
    });
    const [one] = found;
    return one !== undefined && found.every(({ verdict }) => verdict === one.verdict) ? one : UNKNOWN;
  };
  return { judge, rest: "" };
};
