import { parseChineseNumeral } from "../policy/chinese-numerals.ts";
import { firstDay, lastDay } from "../policy/partial-date.ts";
import type { Founding } from "./facts.ts";
import { placeName } from "./places.ts";

const HIRED =
  /(?:新招用?|招聘?|吸纳|录用)[了过]?[^，。；\d]{0,24}?(?<count>\d+|[一二两三四五六七八九十]+)[个名位人](?!月|年)/u;

/** How many people a description says were newly hired, or null. */
export const hiresIn = (text: string): number | null => {
  const said = HIRED.exec(text);
  const count = said?.groups?.["count"];
  if (said === null || count === undefined || !/新|今年|本年|当年/.test(said.input.slice(0, said.index + 2)))
    return null;
  return /^\d+$/.test(count) ? Number(count) : parseChineseNumeral(count);
};

const GRADUATED =
  /(?:(?<year>\d{4})年(?:(?<month>\d{1,2})月)?|(?<word>今年|去年|前年)(?:(?<month2>\d{1,2})月)?)[^，。；\d]{0,10}毕业/u;
const AGO: Readonly<Record<string, number>> = { 今年: 0, 去年: 1, 前年: 2 };

/** The days between which the person who describes themselves left university; null where it is not said. */
export const graduationIn = (text: string, asOf: string): Founding | null => {
  const groups = GRADUATED.exec(text)?.groups;
  if (groups === undefined) return null;
  const { year, month = groups["month2"], word } = groups;
  const own = year ?? String(Number(asOf.slice(0, 4)) - (AGO[word ?? ""] ?? 0));
  const day = month === undefined ? own : `${own}-${month.padStart(2, "0")}`;
  return { from: firstDay(day), to: lastDay(day) };
};

const LAID_OFF = /裁(?:员(?:率|比例|了|掉了?)?|了|掉了?|减了?)[^\d，。；]{0,6}(?<rate>\d+(?:\.\d+)?)[%％]/u;

/** The share of the staff that a description says was laid off, in percent, or null. */
export const layoffRateIn = (text: string): number | null => {
  const rate = LAID_OFF.exec(text)?.groups?.["rate"];
  return rate === undefined ? null : Number(rate);
};

const TAXED = [
  /(?:税务登记|税务关系|税收|纳税|税务|户管)地?[^，。；]{0,14}?(?<![不没未非]|没有|不是)(?:在|于)(?<place>[^，。；]{2,14})/u,
  /(?<![不没未非]|没有|不是)在(?<place>[^，。；]{2,10}?)(?:办理|完成|进行)?了?[^，。；]{0,6}税务登记/u,
  /税(?:款|收|费)?(?:也|都|就|一直|主要|现在)*(?:交|缴|纳|解缴)(?:在|到|给了?)(?<place>[^，。；]{2,10})/u,
  /(?<![不没未非]|没有|不是)在(?<place>[^，。；]{2,12}?)(?:依法)?(?:注册|登记|经营)?(?:、|和|并|及)?(?:依法)?(?:纳税|缴税|交税)/u,
];

/** 都在高新区, 都在园区: the zone of its seat, named short. */
const ZONE = /^(?:本|我们?|这个)?(?<zone>高新区|经开区|开发区|园区|新区|保税区|科学城)/u;

/** Where the company is, as it says itself. */
const HERE = /^(?:本地|当地|这边|这里|区里|县里|园区里|同一?个?地方)/;

/** The last part of a place's name, without what kind it is: 通州 of 北京市通州区. */
const districtOf = (seat: string): string =>
  (seat.split(/(?<=[省市])(?=.)/).at(-1) ?? seat).replace(/(?<=.{2})[区县市]$/, "");

/**
 * Where a description says that taxes are paid, or null.
 * @param seat - where the company has its seat
 */
export const taxRegionIn = (text: string, seat: string | null): string | null => {
  for (const pattern of TAXED) {
    const place = pattern.exec(text)?.groups?.["place"];
    // 税务登记也在通州: of several places of that name the one where the seat is.
    if (place !== undefined && seat !== null && place.startsWith(districtOf(seat))) return seat;
    const name = place === undefined ? null : placeName(place);
    if (name !== null) return name;
    if (place !== undefined && seat !== null && HERE.test(place)) return seat;
    const zone = ZONE.exec(place ?? "")?.groups?.["zone"];
    if (zone !== undefined && seat?.endsWith(zone) === true) return seat;
  }
  return null;
};
