import { measuredField } from "./numeric-fields.ts";
import type { QuantityUnit } from "./read-quantities.ts";
import { readQuantities } from "./read-quantities.ts";
import type { NumberRange, NumericField, TextSpan } from "./requirement.ts";

/** A numeric condition of a part of a sentence; offsets into the part. `field` null: a number that cannot be told. */
export interface NumericReading extends TextSpan {
  readonly field: NumericField | null;
  readonly range: NumberRange | null;
}

const UNITS_OF: Readonly<Record<NumericField, readonly QuantityUnit[]>> = {
  employees: ["person", "bare"],
  revenue: ["yuan", "bare"],
  assets: ["yuan", "bare"],
  rdSpending: ["yuan", "bare"],
  rdRatio: ["percent"],
  rdStaff: ["person"],
  rdStaffRatio: ["percent"],
  patents: ["piece", "bare"],
  registeredCapital: ["yuan", "bare"],
  hireRatio: ["percent"],
  age: ["month"],
};

const BARE_SHARE = /^(?:该|其|上述|所占|此)?(?:比例|占比|比重|强度)?(?:应当?|须|均|不得|为|达)*$/;

/** 占营业收入…: a share of the revenue, whatever the part before was about. */
const sharesOfRevenue = (before: string): boolean => /占[^，；。]{0,10}(?:收入|销售额|营收)/.test(before);

const DETACHED =
  /(?<least>不低于|不少于|达到|≥)|(?<above>超过|高于|大于)|(?<most>不超过|不高于|≤)|(?<below>低于|少于|小于)/gu;

/** 不低于主营业务收入的4%: the comparison stands before what the share is of. */
const detachedRange = (before: string, value: number): NumberRange | null => {
  if (!before.trimEnd().endsWith("的")) return null;
  const groups = [...before.matchAll(DETACHED)].at(-1)?.groups;
  if (groups === undefined) return null;
  const isMin = groups["least"] !== undefined || groups["above"] !== undefined;
  return isMin
    ? { min: value, minOpen: groups["above"] !== undefined, max: null, maxOpen: false }
    : { min: null, minOpen: false, max: value, maxOpen: groups["below"] !== undefined };
};

const FIELDS_LISTED = /^大?(?:重点|细分|主导|支柱|特色|优势|战略性|新兴)*(?:产业|行业|领域|方向|赛道|集群)/;

/**
 * The numeric conditions of one part of a sentence, folded.
 * @param share - what a bare 比例 is the share of
 * @param inherited - what the part before measured: 不低于2000万元、不超过4亿元 says it once
 */
export const readNumbers = (
  part: string,
  inherited: NumericField | null,
  share: NumericField | null = null,
): NumericReading[] => {
  const readings: NumericReading[] = [];
  let from = 0;
  let unit: QuantityUnit | null = null;
  let subject = inherited;
  for (const quantity of readQuantities(part)) {
    // 近三年, 上一年度, 两年内: when, not how much.
    if (quantity.range === null && quantity.unit === "month") continue;
    // 四个产业方向之一: how many the list before it has.
    if (quantity.range === null && FIELDS_LISTED.test(part.slice(quantity.end))) continue;
    const before = part.slice(from, quantity.start);
    const last = readings.at(-1);
    // 达到1亿元、5亿元、10亿元: steps of one condition, of which the lowest is asked for.
    if (last?.range?.min != null && last.range.max === null && /^(?:、|和|或|及)\s*$/.test(before)) {
      const isStep =
        last.field === null ? unit === quantity.unit : UNITS_OF[last.field].includes(quantity.unit);
      const min = Math.min(last.range.min, quantity.value);
      if (isStep && (quantity.range === null || quantity.range.min !== null)) {
        readings[readings.length - 1] = { ...last, end: quantity.end, range: { ...last.range, min } };
        from = quantity.end;
        continue;
      }
    }
    const after = part.slice(quantity.end);
    const measured = measuredField(before, after, quantity.unit);
    let field = measured?.field ?? null;
    // 5件以上发明专利: what is counted stands behind.
    const counted = measured?.isBehind === true ? (/^[^，；。、]{0,14}/.exec(after)?.[0].length ?? 0) : 0;
    const end = quantity.end + (/(?:企业|单位|机构|公司)$/.test(after.slice(0, counted)) ? 0 : counted);
    if (inherited === "rdSpending" && quantity.unit === "percent" && sharesOfRevenue(before))
      field = "rdRatio";
    if (share !== null && quantity.unit === "percent" && BARE_SHARE.test(before)) field = share;
    if (field === null && subject !== null && UNITS_OF[subject].includes(quantity.unit)) {
      // Nothing of weight may stand between the subject and the number that it is said of.
      if (/^[^一-龥]*(?:但|且|并|同时|或|和|以及|应|须|需|至|到|在)*$/.test(before)) field = subject;
    }
    // 一年内, 近两年内 without a word for what lasts so long: when, not how much.
    const isFrame =
      field === null &&
      quantity.unit === "month" &&
      quantity.range?.max != null &&
      quantity.range.min === null;
    if (isFrame && /^(?:近|最近|过去|之?前|申[请报]前|在)?$/.test(before.trim())) continue;
    const known = field === "other" ? null : field;
    const range =
      quantity.range ?? (quantity.unit === "percent" ? detachedRange(before, quantity.value) : null);
    readings.push({ start: from, end, field: known, range });
    ({ unit } = quantity);
    if (known !== null) subject = known;
    from = end;
  }
  return readings;
};
