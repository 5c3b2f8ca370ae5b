import { readQuantities } from "./read-quantities.ts";
import type { TextSpan } from "./requirement.ts";

/** Words with which something is given. */
export const GIVEN =
  "可以申请|可申请|可申领|可以申领|可以享受|给予|予以|发放|拨付|奖励|补贴|补助|资助|贴息|奖补|减免|免征|免收|免费|减按|返还|减半|兑现|配套(?=资金|奖励|补助|补贴|支持|给予)|享受|支付|扣除|优惠|(?:支持|扶持)(?=[^一-龥]|最高|额度)|(?<=按[^，。；]{0,16}(?:%|(?<=\\d)元|档))(?:给予|予以)?(?:支持|扶持)(?=$|[^一-龥])|补足|授信|每年最高|最高(?=\\d+(?:\\.\\d+)?万)";
const GIVES = new RegExp(GIVEN, "u");
/** 未享受过同类补贴的, 获得过奖励的: what an applicant was given before. */
const HAD =
  /(?:未|没有|不曾|已经?|曾)(?:曾|经)?(?:享受|获得|获|领取|取得|得到)过?[^，。；]*?(?=的[^的]{0,14}$|$)|(?:享受|获得|领取)过[^，。；]*?(?=的|$)/g;
/** What is owed without a sum of money: tax words and things that cost nothing. */
export const WITHOUT_SUM =
  /免征|免收|减半征收|减按|全额(?:返还|补贴|补助|减免|贴息|资助)|免费|即征即退|加计扣除|税收优惠|免租|免除/;
type Part = TextSpan & { readonly words: string };

/** A sentence cut at its commas and colons, brackets and titles aside. */
export const commaParts = (text: string, span: TextSpan): Part[] => {
  const parts: Part[] = [];
  let depth = 0;
  let from = span.start;
  for (let at = span.start; at <= span.end; at += 1) {
    const character = at === span.end ? "，" : (text[at] ?? "");
    if ("（《“".includes(character)) depth += 1;
    else if ("）》”".includes(character)) depth = Math.max(0, depth - 1);
    if (!/[，：]/.test(character) || (depth > 0 && at < span.end)) continue;
    if (at > from) parts.push({ start: from, end: at, words: text.slice(from, at) });
    from = at + 1;
  }
  return parts;
};

/** Whether words name a sum of money or a share. */
export const hasSum = (words: string): boolean =>
  readQuantities(words).some(({ unit }) => unit === "yuan" || unit === "percent") ||
  /\d\s*万(?!人|平|吨|户|件|台)/.test(words);

/** The first and last part that say what is given, or null. */
export const givingParts = (
  parts: readonly Part[],
  addresses: boolean,
): { readonly first: number; readonly last: number } | null => {
  // 奖励 in 获得…奖励的企业 is what a company has, not what it gets.
  const gives = (part: Part): boolean => {
    if (addresses && /^\s*(?:实行|允许)/.test(part.words)) return true;
    const words = part.words.replace(HAD, (had) => "-".repeat(had.length));
    const verb = GIVES.exec(words);
    if (verb === null) return false;
    const behind = words.slice(verb.index);
    return !/^[^，。]{0,16}的(?:企业|单位|机构|项目|，|$)/.test(behind) || /(?:给予|予以|按照?)/.test(behind);
  };
  const sums = parts.map((part) => hasSum(part.words));
  const at = parts.findIndex(
    (part, place) => gives(part) && (sums[place] === true || WITHOUT_SUM.test(part.words)),
  );
  if (at >= 0) {
    const before = parts[at - 1];
    // 按研发费用的10%，给予…: the share belongs to what is given.
    const first = before !== undefined && /^\s*(?:按照?|根据|以)/.test(before.words) ? at - 1 : at;
    const last = parts.findLastIndex((_part, place) => place >= at && (sums[place] === true || place === at));
    return { first, last };
  }
  const verb = parts.findIndex((part) => gives(part));
  if (verb < 0) return null;
  const sum = sums.findIndex(
    (has, place) => has && place > verb && /最高|不超过|每|标准|金额|额度|按/.test(parts[place]?.words ?? ""),
  );
  if (sum >= 0) return { first: verb, last: sum };
  const shared = sums.findIndex(
    (has, place) => has && place < verb && /^\s*按照?/.test(parts[place]?.words ?? ""),
  );
  return shared >= 0 ? { first: shared, last: verb } : { first: verb, last: verb };
};
