import type { NumberRange } from "../measures/requirement.ts";
import type { CountedThing } from "./counted-things.ts";
import type { DescribedPart } from "./described-parts.ts";
import type { DescribedVerdict } from "./described-verdict.ts";
import { UNKNOWN } from "./described-verdict.ts";
import { isIn } from "./ranges.ts";

type TermKind = "labour" | "lease" | "loan" | "insured";

/** What a term is asked for of. */
const ASKED: readonly (readonly [TermKind, RegExp])[] = [
  ["insured", /(?:社保|养老|医疗|失业|工伤)[^，。]*缴纳|缴纳[^，。]*(?:社保|养老|医疗|失业|工伤)/],
  ["labour", /劳动合同/],
  ["lease", /租用合同|租用期|租期/],
  ["loan", /贷款期|贷款合同|借款期/],
];

/** The same as a company says it, in the part that holds the number or in one just before it. */
const SAID: Readonly<Record<TermKind, RegExp>> = {
  insured: /社保|养老|医疗|失业|工伤/,
  labour: /劳动合同|招|录用|聘|入职/,
  lease: /租用|租|房东|产权方/,
  loan: /贷|借款/,
};

/** 合同两年, 签了三年, 一年期. */
const IS_TERM = /(?:合同|协议|签订?|期限?|租用?)(?:一共|总共|期|签订?|[了的为是有满定])*$/;
const TERM_BEHIND = /^(?:期(?!权|货|间)|的(?:劳动|租用|贷款)?(?:合同|租期|期限))/;
const PAID = /(?:缴纳|交|参保|缴|社保)[^，。\d]{0,8}$/;
const KINDS_INSURED = /养老|医疗|失业|工伤|生育/g;
/** 合同还剩两年, 贷了一年还没还: no term of the whole. */
const NO_TERM = /剩|试用|实习|断|停|欠|逾期|还差|补缴|质保|保修|承诺/;
const BACK = 2;
/** Those newly hired: how long the company has paid for others says nothing of them. */
const NEWLY_HIRED = /新招|新增|新录|招用|吸纳|录用|毕业生|失业人员|就业困难/;
const OF_HIRED = /招|录|毕业生|大学生|他们|她们|俩人|两人|新人|新员工|新来/;
/** Parts back in which those are named whose insurance is told. */
const NAMED_BEFORE = 3;

const kindOf = (parts: readonly DescribedPart[], at: number): TermKind | null => {
  for (let back = 0; back <= BACK; back += 1) {
    const plain = parts[at - back]?.plain ?? "";
    const found = (["labour", "lease", "loan"] as const).filter((kind) => SAID[kind].test(plain));
    if (found.length > 1) return null;
    if (found[0] !== undefined) return found[0];
  }
  return null;
};

const holds = ({ value, range, after }: CountedThing, asked: NumberRange): boolean | null => {
  // 一年多: more than that.
  const open: NumberRange | null = /^[多半余]/.test(after)
    ? { min: value, minOpen: true, max: value + 12, maxOpen: true }
    : range;
  if (open === null) return isIn(value, asked);
  const low = open.min === null ? 0 : open.min + (open.minOpen ? 1e-6 : 0);
  const high = open.max === null ? Infinity : open.max - (open.maxOpen ? 1e-6 : 0);
  const ends = [isIn(low, asked), isIn(high, asked)];
  return ends[0] === ends[1] ? ends[0] === true : null;
};

/**
 * What a description says of how long a contract of labour or of lease or a loan runs, or how long insurance has been
 * paid, where it names the thing in a part of its own: 招了2个大学生，合同两年.
 * @param words - the words of the condition, plain
 */
export const termVerdict = (
  asked: CountedThing,
  words: string,
  parts: readonly DescribedPart[],
): DescribedVerdict => {
  const { range } = asked;
  if (asked.unit !== "month" || range === null) return UNKNOWN;
  const kind = ASKED.find(([, pattern]) => pattern.test(words))?.[0];
  if (kind === undefined) return UNKNOWN;
  const insured = words.match(KINDS_INSURED) ?? [];
  const isOfHired = (at: number): boolean =>
    !NEWLY_HIRED.test(words) ||
    (parts.slice(Math.max(0, at - NAMED_BEFORE), at + 1).some(({ plain }) => OF_HIRED.test(plain)) &&
      !/公司|企业|单位|全员|职工/.test(parts[at]?.plain ?? ""));
  const told = parts.flatMap(({ counted, plain, text, denies, intendedFrom }, at) => {
    if (denies || intendedFrom !== null || NO_TERM.test(plain)) return [];
    return counted.flatMap((each) => {
      if (each.unit !== "month") return [];
      const isOwn =
        kind === "insured"
          ? PAID.test(each.before) &&
            SAID.insured.test(plain) &&
            isOfHired(at) &&
            (/社保/.test(plain) || insured.every((one) => plain.includes(one)))
          : (IS_TERM.test(each.before) || TERM_BEHIND.test(each.after)) && kindOf(parts, at) === kind;
      return isOwn ? [{ fits: holds(each, range), text }] : [];
    });
  });
  const [one] = told;
  if (one === undefined || one.fits === null || told.some(({ fits }) => fits !== one.fits)) return UNKNOWN;
  return { verdict: one.fits ? "met" : "unmet", said: one.text };
};
