import { parseChineseNumeral } from "../policy/chinese-numerals.ts";

/** Kinds of accidents and violations, in the words of texts and of people. */
const KINDS: readonly RegExp[] = [
  /安全|生产|工伤|伤亡|死亡|火灾|爆炸|安监|应急/,
  /环境|环保|排污|污染|生态/,
  /质量|质监/,
  /税/,
  /市场监管|市监|工商局|价格|广告/,
  /消防/,
  /社保|劳动|人社|用工|工资/,
  /海关|走私/,
  /交通|运输/,
  /食品|药品|药监/,
  /网络|数据|信息/,
];
const SPEAKS = /事故|事件|罚|违法|违规|安全问题|环保问题|质量问题|合法合规|守法|欠税|欠薪|欠缴|拖欠/;
/** Of others than the company that asks. */
const OF_OTHERS =
  /隔壁|邻|同行|客户|供应商|上一家|前一家|以前那家|原来那家|别[人家的]|其他公司|母公司|子公司|集团|总公司|兄弟公司|关联公司|老板|法人|股东|个人|员工/;
const SLIGHT = /轻伤|轻微|小事故|一般事故|小的|擦伤|虚惊/;
const GRAVE = /重大|较大|严重|特大/;
/** Less than a year, or no more than the present one. */
const SHORT =
  /今年|本年|上半年|下半年|这?半年|[几一二三两四五六\d]个?月|近一?年(?!来?[二三四五])|去年|前年|最近(?![一二两三四五\d])/;
const SPAN = /(?<!\d)(?<number>[一二两三四五1-5])(?:个)?(?:完整)?(?:会计|自然|日历)?年度?(?![级第])/u;

/** So many years back; null where a text names no time. */
const yearsIn = (words: string): number | null => {
  const number = SPAN.exec(words)?.groups?.["number"];
  return number === undefined ? null : parseChineseNumeral(number);
};

const kindsIn = (words: string): readonly number[] =>
  KINDS.flatMap((kind, at) => (kind.test(words) ? [at] : []));

/** 今年没出过 says nothing of three years; what does not say when speaks of all the time. */
const coversTime = (asked: string, said: string): boolean => {
  const wanted = yearsIn(asked);
  const given = yearsIn(said);
  if (/上一?年|去年/.test(asked) && /去年|上一?年/.test(said)) return true;
  if (wanted === null) return given !== null || !SHORT.test(said);
  return given === null ? !SHORT.test(said) : given >= wanted;
};

/** 2015年出过 is none of the last three years. */
const isInTime = (asked: string, said: string, asOf: string): boolean => {
  const year = /(?<year>(?:19|20)\d\d)年?/u.exec(said)?.groups?.["year"];
  const wanted = yearsIn(asked);
  return year === undefined || wanted === null || Number(year) >= Number(asOf.slice(0, 4)) - wanted;
};

/**
 * The words of a description by which a condition on accidents or violations is judged; null where they speak of a shorter
 * time, of another kind, of a slighter fault or of someone else than is asked for.
 * @param isClean - the description says that there were none
 */
export const conductWords = (
  asked: string,
  description: string,
  isClean: boolean,
  asOf: string,
): string | null => {
  const own = description
    .split(/[，。；！？\n]/)
    .filter((clause) => SPEAKS.test(clause) && (OF_OTHERS.test(asked) || !OF_OTHERS.test(clause)));
  const wanted = kindsIn(asked);
  if (!isClean) {
    const telling = own.find((clause) => {
      const kinds = kindsIn(clause);
      const isSame = wanted.length === 0 || kinds.length === 0 || kinds.some((kind) => wanted.includes(kind));
      return isSame && isInTime(asked, clause, asOf) && !(GRAVE.test(asked) && SLIGHT.test(clause));
    });
    return telling ?? null;
  }
  const telling = own.filter((clause) => {
    const kinds = kindsIn(clause);
    return coversTime(asked, clause) && (kinds.length === 0 || kinds.some((kind) => wanted.includes(kind)));
  });
  const isAll =
    telling.some((clause) => kindsIn(clause).length === 0) ||
    wanted.every((kind) => telling.some((clause) => kindsIn(clause).includes(kind)));
  return telling.length > 0 && isAll ? telling.map((clause) => clause.trim()).join("，") : null;
};
