import type { DescribedPart } from "./described-parts.ts";
import type { DescribedVerdict, Said, TakenClaim } from "./described-verdict.ts";
import { UNKNOWN } from "./described-verdict.ts";

const ASKED =
  /^(?:且|并|企业|单位|申报|申请)*(?:上一?(?:个|会计)*年度?|去年)?(?:经营|企业|财务)?(?:(?<noLoss>不亏损|未亏损|无亏损|没有亏损|未发生亏损|未出现亏损)|实现盈利|盈利|有盈利|净?利润为正|净?利润大于(?:0|零))(?:的)?$/u;

const GAIN =
  /(?:有|实现了?|略有|微有|保持)(?:一?点|一些|些|少量|一定)?(?:净?利润|盈利)|盈利|赚[了到钱]|净?利润(?:有|是|为|约|达到?|大概)*\d/;
const LOSS = /亏|赔[了钱本]|净?利润[^，]{0,4}(?:负|-|－)/;
const NO_LOSS = /(?:没有?|未|不|无)(?:发生|出现)?亏/;
const NO_GAIN = /(?:没有?|未|不|无)(?:什么|任何|实现)?(?:净?利润|盈利|赚)/;
const NOT_NOW = /预计|预期|目标|有望|毛利|税前|才能|扭亏|转亏|客户|帮|为[^，]{1,8}盈利/;

/** Whether a part speaks of the year before: itself, or in the part before that names a year. */
const isOfLastYear = (parts: readonly DescribedPart[], at: number): boolean => {
  for (let back = at; back >= 0; back -= 1) {
    const text = parts[back]?.text ?? "";
    if (/去年|上一?年|一直|每年|连年|历年/.test(text)) return true;
    if (/今年|前年|20\d\d年|明年|个月|季度|半年/.test(text)) return false;
  }
  return false;
};

/** 上年度不亏损, 上年度盈利: takes the claim out of plain words; null where there is none. */
export const takeProfit = (plain: string): TakenClaim | null => {
  const asked = ASKED.exec(plain);
  if (asked === null) return null;
  const isLossDenied = asked.groups?.["noLoss"] !== undefined;
  const judge = ({ parts }: Said): DescribedVerdict => {
    const told = parts.flatMap(({ plain: words, text, intendedFrom }, at): DescribedVerdict[] => {
      if (intendedFrom !== null || NOT_NOW.test(words) || !isOfLastYear(parts, at)) return [];
      if (NO_GAIN.test(words)) return isLossDenied ? [] : [{ verdict: "unmet", said: text }];
      if (NO_LOSS.test(words)) return isLossDenied ? [{ verdict: "met", said: text }] : [];
      if (LOSS.test(words)) return [{ verdict: "unmet", said: text }];
      return GAIN.test(words) ? [{ verdict: "met", said: text }] : [];
    });
    const [first] = told;
    return first !== undefined && told.every(({ verdict }) => verdict === first.verdict) ? first : UNKNOWN;
  };
  return { judge, rest: "" };
};
