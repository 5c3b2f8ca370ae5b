import type { Deadline, MeasureDetails } from "./measure.ts";
import type { TextSpan } from "./requirement.ts";

const NAME =
  "[一-龥]{1,24}?(?:（[一-龥]{1,6}）[一-龥]{0,20}?)?(?:局|委员会|委|厅|办公室|办|中心|部门|部|处|科|政府|机构|窗口)";
const BODY = `${NAME}(?:(?:会同|[、和及])${NAME})*`;
const LABELS =
  "责任单位|责任部门|牵头单位|牵头部门|主管部门|受理部门|受理单位|受理机构|实施部门|负责部门|责任处室|主责单位|办理部门|承办部门|主办单位";

const DEPARTMENTS = [
  new RegExp(`(?:${LABELS})(?:[为：]|\\n)+\\s*(?<it>[^）\\n。；，]+)`, "du"),
  new RegExp(`由(?<it>${BODY})(?:常年|统一|负责|具体|集中)*(?:受理|承担)`, "du"),
  new RegExp(`(?:^|[，。；：\\s])(?<it>(?!由|本|申请|申报)${BODY})(?:负责|牵头)?(?:组织)?受理`, "du"),
  new RegExp(`向(?<it>${BODY})(?:提出|提交|申报|申请|报送|递交)`, "du"),
  new RegExp(`由(?<it>${BODY})(?:负责(?!解释|修订)|牵头|组织|统筹|审核)`, "du"),
  new RegExp(`(?:^|[，。；：\\s])(?<it>(?!由|本)${BODY})(?:负责(?!人|解释)|牵头)`, "du"),
];
const DATE = String.raw`(?<year>\d{4})年\s?(?<month>\d{1,2})月\s?(?<day>\d{1,2})日`;
/** 2026年3月15日至4月30日: the year stands before the first day alone. */
const SAME_YEAR = String.raw`(?<year>\d{4})年\s?\d{1,2}月\s?\d{1,2}日(?:起)?(?:至|到|—|-|–|~|～)\s?(?<month>\d{1,2})月\s?(?<day>\d{1,2})日`;
const DEADLINES = [
  new RegExp(`(?<it>(?:截止|截至)[^。；\\n\\d]{0,14}${DATE}[^。；，\\n]{0,12})`, "du"),
  new RegExp(
    `(?:申报|受理|申请|提交|报送)[^。；\\n]{0,40}?(?<it>${DATE}(?:\\s?\\d{1,2}[:：时]\\d{0,2}分?)?(?:之?前|截止|止|为止))`,
    "du",
  ),
  new RegExp(
    `(?:申报|受理|申请)(?:时间|期限|日期)[：:为]?\\s*[^。；\\n]{0,40}?(?:至|到|—|-|–|~|～)\\s?(?<it>${DATE}[^。；，\\n]{0,6})`,
    "du",
  ),
  new RegExp(
    `(?:申报|受理|申请|征集|报名)(?:时间|期限|日期)[：:为]?\\s*[^。；\\n]{0,12}?(?<it>${SAME_YEAR}[^。；，\\n]{0,6})`,
    "du",
  ),
  new RegExp(
    `(?<it>${DATE}(?:\\s?\\d{1,2}[:：时]\\d{0,2}分?)?(?:之?前|截止)[^。；\\n]{0,30}(?:提交|报送|申报|递交|填报|申请))`,
    "du",
  ),
  new RegExp(
    `(?:执行|实施|有效)(?:期|期限|时间)[：:为]\\s*[^。；\\n]{0,24}?(?:至|到|—|-|–|~|～)\\s?(?<it>${DATE})`,
    "du",
  ),
  // Every year, or counted from what happens: no day of the calendar.
  /截止(?:日期|时间)?(?:为|：|是)?(?<it>(?:每年|当年|次年|每季度)[^。；，\n]{2,20}日)/du,
  /(?<it>(?:每年|每季度|每月)[^。；，\n]{0,14}\d{1,2}日(?:至|到|—|-)[^。；，\n]{0,10}\d{1,2}日)[^。；\n]{0,12}(?:受理|申报|申请)/du,
  /(?<it>自[^。；\n]{2,30}之日起[^。；，\n]{1,10}(?:内|前))[^。；\n]{0,30}(?:申请|申报|提出|提交)/du,
];
const MATERIALS = [
  /(?:申报|申请|提交|报送|所需|应提交|需提交)(?:的)?(?:以下)?(?:材料|资料)[为：]\s*(?<it>[^。\n]{2,300})/du,
];
const PLACES = [
  /(?:办理地点|受理地点|报送地址|提交地点|申报地点|联系地址|受理地址|地址)[：]\s*(?<it>[^\n。；]{4,80})/du,
];
const PHONES = [
  /(?:联系电话|咨询电话|电话|联系方式|服务热线)[：]?\s*(?<it>(?:\d{3,4}[-—－]?)?\d{7,8}(?:[-—转、，/]\d{1,8})*|1\d{10}|12345)/du,
];

/** The groups of the first pattern that matches `text.slice(span)`, with the place of the group `it`. */
const firstMatch = (
  text: string,
  { start, end }: TextSpan,
  patterns: readonly RegExp[],
): { readonly span: TextSpan; readonly groups: Readonly<Record<string, string | undefined>> } | null => {
  const slice = text.slice(start, end);
  for (const pattern of patterns) {
    const match = pattern.exec(slice);
    const place = match?.indices?.groups?.["it"];
    if (match === null || place === undefined) continue;
    const [from, to] = place;
    const found = slice.slice(from, to);
    const lead = found.length - found.trimStart().length;
    return {
      span: { start: start + from + lead, end: start + from + found.trimEnd().length },
      groups: match.groups ?? {},
    };
  }
  return null;
};

const deadlineIn = (text: string, span: TextSpan): Deadline | null => {
  const found = firstMatch(text, span, DEADLINES);
  if (found === null) return null;
  const { year, month = "", day = "" } = found.groups;
  if (year === undefined) return { ...found.span, day: null };
  return { ...found.span, day: `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}` };
};

/** What `text.slice(span)`, folded, says of where, when and with what to apply. */
export const detailsIn = (text: string, span: TextSpan): MeasureDetails => ({
  department: firstMatch(text, span, DEPARTMENTS)?.span ?? null,
  deadline: deadlineIn(text, span),
  materials: firstMatch(text, span, MATERIALS)?.span ?? null,
  place: firstMatch(text, span, PLACES)?.span ?? null,
  phone: firstMatch(text, span, PHONES)?.span ?? null,
});

/** The nearer details, completed by those of what surrounds them. */
export const completeDetails = (near: MeasureDetails, far: MeasureDetails): MeasureDetails => ({
  department: near.department ?? far.department,
  deadline: near.deadline ?? far.deadline,
  materials: near.materials ?? far.materials,
  place: near.place ?? far.place,
  phone: near.phone ?? far.phone,
});
