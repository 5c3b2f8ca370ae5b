import type { Requirement, TextSpan } from "./requirement.ts";

const DAY = (name: string): string =>
  `(?<${name}Year>20\\d{2})年(?<${name}Month>\\d{1,2})月(?<${name}Day>\\d{1,2})日`;
const TERM = new RegExp(
  `(?<=^|[。；\\n])\\s*(?<it>(?:本|该|此|上述)(?:条|款|项|政策|措施|补贴|补助|奖励|资助)[^，。；\\d]{0,8}?(?:(?:执行|实施|施行|受理|申报|申请|享受|兑现)(?:期限|时间|期)?|有效期限?|期限)(?:延续|延长|暂定|为|：)*(?:(?:自|从)?${DAY("from")}起?)?(?:至|到|截至|截止[到至]?)${DAY("to")}(?:止|为止)?)(?=[。；，\\n]|$)`,
  "du",
);
/** Before any policy that is still read. */
const EVER = "2000-01-01";

const dayOf = (groups: Readonly<Record<string, string | undefined>>, name: string): string | null => {
  const [year, month = "", day = ""] = ["Year", "Month", "Day"].map((part) => groups[`${name}${part}`]);
  return year === undefined ? null : `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
};

/** 本条政策执行至2025年12月31日: the days for which a clause says that it holds; null where it has none of its own. */
export const ownTerm = (text: string, { start, end }: TextSpan): Requirement | null => {
  const match = TERM.exec(text.slice(start, end));
  const it = match?.indices?.groups?.["it"];
  const to = match === null ? null : dayOf({ ...match.groups }, "to");
  if (match === null || it === undefined || to === null) return null;
  const test = { kind: "window", from: dayOf({ ...match.groups }, "from") ?? EVER, to } as const;
  const place = { start: start + it[0], end: start + it[1] };
  return { kind: "condition", condition: { ...place, test, negated: false, addressee: false } };
};
