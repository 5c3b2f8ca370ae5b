import type { TextSpan } from "./requirement.ts";

/** Founded between two days, both included. Offsets into the part. */
export interface FoundingReading extends TextSpan {
  readonly from: string | null;
  readonly to: string | null;
}

const DAY = String.raw`(?<year>\d{4})年(?:(?<month>\d{1,2})月(?:(?<day>\d{1,2})日)?)?`;
/** 注册证, 商标注册, 质押登记 and 设立研发机构 found no company. */
const FOUNDED =
  "(?:成立(?!工会|党|研发|分公司|子公司)|(?<!商标|专利|软著|著作权|版权|域名|产品|器械|药品|耗材|兽药|农药|品种|国际|境外|海外)注册(?!证|商标|资本|资金|会计师|备案证|批件|批准|审批|受理|申报)|(?<![境海]外|跨境)设立(?!博士|院士|研发|研究|技术|工程|实验|分支|分公司|子公司|境外|海外|门店|直营|首店|工作站|基地|平台|中心)|(?<!著作权|软著|版权|质押|抵押|备案|成果|合同|作品|产权|商标|品种|产品|药品|失业|不动产)登记|创办|创立|落户|迁入)";
const DATE = new RegExp(
  `(?<lead>${FOUNDED}[^，；。\\d]{0,10}|)(?:在|于|自)?${DAY}(?:（(?<note>不?含)[^）]{0,8}）)?(?<end>底|末)?(?<side>\\s?(?:以后|之后|后|起|以来|以前|之前|前))(?:（(?<note2>不?含)[^）]{0,8}）)?(?<tail>[^，；。\\d]{0,12})`,
  "gu",
);

const TO = "(?:至|到|—|–|-|－|~)";
/** 成立时间为2023年1月1日至2026年10月31日; 2023年1月1日至2026年10月31日期间注册. */
const BETWEEN = new RegExp(
  `(?<lead>${FOUNDED}[^，；。\\d]{0,8}|)(?:在|于|自)?(?<from>\\d{4})年(?<fromMonth>\\d{1,2})月(?<fromDay>\\d{1,2})日${TO}(?<to>\\d{4})年(?<toMonth>\\d{1,2})月(?<toDay>\\d{1,2})日(?:之间|期间|以内|内)?(?<tail>${FOUNDED}|)`,
  "gu",
);

const FOUNDED_BEHIND = new RegExp(`^[^，；。\\d]{0,10}?${FOUNDED}`, "u");

const lastOfMonth = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();
const iso = (year: number, month: number, day: number): string =>
  new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);

/**
 * 2022年1月1日以后注册, 于2023年12月31日前成立: the days of founding that a part of a sentence asks for. 以后, 以前 and 起
 * include the day, 前 and 后 too, as such texts mean it, unless （不含） stands there.
 */
export const readFounding = (part: string): FoundingReading[] => {
  const found: FoundingReading[] = [];
  for (const match of part.matchAll(BETWEEN)) {
    const { lead, tail, from, fromMonth, fromDay, to, toMonth, toDay } = match.groups ?? {};
    if (lead === "" && tail === "") continue;
    found.push({
      start: match.index,
      end: match.index + match[0].length,
      from: iso(Number(from), Number(fromMonth), Number(fromDay)),
      to: iso(Number(to), Number(toMonth), Number(toDay)),
    });
  }
  for (const match of part.matchAll(DATE)) {
    const { lead = "", tail = "", year = "", month, day, end, side = "", note, note2 } = match.groups ?? {};
    const behind = match.index + match[0].length - tail.length;
    // In the whole part: whether 注册 is that of a 注册证 is told by what follows.
    const founded = FOUNDED_BEHIND.exec(part.slice(behind));
    if (lead === "" && founded === null) continue;
    const y = Number(year);
    const open = note === "不含" || note2 === "不含";
    const stop = lead !== "" || founded === null ? behind : behind + founded[0].length;
    const place = { start: match.index, end: stop };
    if (/前/.test(side)) {
      const m = month === undefined ? 12 : Number(month);
      const d = day === undefined ? lastOfMonth(y, m) : Number(day);
      // 2023年以前 without 底 means before the year begins.
      const whole = day !== undefined || end !== undefined;
      const to = whole ? iso(y, m, d - (open ? 1 : 0)) : iso(y, month === undefined ? 1 : m, 0);
      found.push({ ...place, from: null, to });
    } else {
      const m = Number(month ?? 1);
      const from =
        end === undefined ? iso(y, m, Number(day ?? 1) + (open ? 1 : 0)) : iso(y, Number(month ?? 12), 31);
      found.push({ ...place, from, to: null });
    }
  }
  return found;
};
