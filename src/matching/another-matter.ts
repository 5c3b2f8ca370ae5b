import { parseChineseNumeral } from "../policy/chinese-numerals.ts";
import type { DescribedPart } from "./described-parts.ts";

/** Bodies and things that are not the company or the project asked about, unless the text speaks of them. */
const OTHERS =
  /母公司|子公司|关联公司|集团公司|总公司|兄弟公司|老板|法人自己|别的|别家|另一[个家条台]|其他项目|老项目|旧项目|原值|部分(?!地区)|一部分|员工没有?投诉|享受减税|减税|退税/g;
/** 客户欠我们工程款: owed to the company. */
const OWED_TO_US = /欠(?:了|着)?(?:我们|我|咱)/;
/** What has not come about yet. */
const TO_COME = /明年|后年|下个?月|下半年|下季度|马上|快要|将来/;
const LAST_YEAR = /上一?年度?(?!来)|去年/;
const OTHER_YEAR = /今年|本年|前年|大前年/;
const YEARS = /近[一二两三四五1-5]年/;
/** 今年没有质量投诉 is no answer for three years. */
const PRESENT = /今年|本年|上半年|下半年|近?半年|[这近]?[几一二三两四五六\d]个月/;
const GRADUATES = /毕业年度|应届|高校毕业生/;
const OTHER_HIRES = /往届|退[伍役]|职高|中专|技校|初中|高中/;
const SETTLED = /完成|列入|入选|纳入|取得|获得|通过/;
const BEGUN = /协议|辅导|申报|申请|启动|方案/;

const yearsIn = (said: string): readonly number[] =>
  [...said.matchAll(/(?<year>20\d\d)年/gu)].map(({ groups }) => Number(groups?.["year"]));

/** 近三年, 两年内: as many years back from today. */
const BACK = /近(?<near>[一二两三四五1-5])年|(?<within>[一二两三四五1-5])年(?:以?内|来)/u;
const AGO = /(?<count>[一二两三四五六七八九十]+|\d+)年以?前/u;

/** 五年前被罚过, 2016年被罚过 where two years are asked about. */
const isLongAgo = (asked: string, said: string, asOf: string): boolean => {
  const { near, within } = BACK.exec(asked)?.groups ?? {};
  const years = parseChineseNumeral(near ?? within ?? "");
  if (years === null) return false;
  const ago = parseChineseNumeral(AGO.exec(said)?.groups?.["count"] ?? "");
  if (ago !== null && ago > years) return true;
  const named = yearsIn(said);
  return named.length > 0 && named.every((year) => Number(asOf.slice(0, 4)) - year > years);
};

/** 2023年 where the last year is asked for. */
const isOtherYear = (asked: string, said: string, asOf: string): boolean => {
  if (isLongAgo(asked, said, asOf)) return true;
  if (YEARS.test(asked)) return PRESENT.test(said);
  // 未享受过: at any time.
  if (/未[^，]{0,8}过/.test(asked) && /(?:今年|本年)[^，]{0,4}[没未]/.test(said)) return true;
  if (!LAST_YEAR.test(asked) || LAST_YEAR.test(said)) return false;
  const years = yearsIn(said);
  const last = Number(asOf.slice(0, 4)) - 1;
  return OTHER_YEAR.test(said) || (years.length > 0 && !years.includes(last));
};

/** 准备招五名应届毕业生，签两年合同: follows on what is planned, and does not say that it came about. */
const isPlannedBefore = (parts: readonly DescribedPart[], said: string): boolean => {
  const at = parts.findIndex(({ text }) => text === said);
  const before = parts[at - 1];
  return before !== undefined && before.intendedFrom !== null && /^(?:再|并|就)?签(?!了|过|好|完)/.test(said);
};

/**
 * Whether the words by which a condition was judged speak of another body, thing, year or of what is only begun, so that
 * they do not decide it.
 * @param asked - the words of the condition
 * @param said - the words of the description
 * @param parts - of the whole description
 * @param isMet - whether they were taken to meet it
 */
export const isOfAnother = (
  asked: string,
  said: string,
  parts: readonly DescribedPart[],
  isMet: boolean,
  asOf: string,
): boolean => {
  if ((said.match(OTHERS) ?? []).some((word) => !asked.includes(word))) return true;
  if (/欠/.test(asked) && OWED_TO_US.test(said)) return true;
  if (isOtherYear(asked, said, asOf)) return true;
  const whole = parts.map(({ text }) => text).join("，");
  const areOthers =
    GRADUATES.test(asked) && OTHER_HIRES.test(whole) && !/应届|毕业年度|大学生|高校|本科|硕士/.test(whole);
  if (areOthers) return true;
  if (!isMet) return false;
  if (TO_COME.test(said) && !TO_COME.test(asked)) return true;
  if (SETTLED.test(asked) && BEGUN.test(said) && !BEGUN.test(asked) && !SETTLED.test(said)) return true;
  return isPlannedBefore(parts, said);
};
