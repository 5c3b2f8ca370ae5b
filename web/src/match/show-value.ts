import type { DraftField } from "./profile-draft.ts";
import { FIELD_KINDS } from "./profile-draft.ts";
import type { MatchTexts } from "./match-texts.ts";

const number = (value: number): string => value.toLocaleString("zh-CN", { maximumFractionDigits: 4 });

const organisationName = (value: string, texts: MatchTexts): string =>
  new Map(Object.entries(texts.organisations)).get(value) ?? value;

/** A value of a profile for reading: money in 万元 or 亿元, organisations by name. */
export const showValue = (
  field: DraftField,
  value: string | number | readonly string[],
  texts: MatchTexts,
): string => {
  if (typeof value === "number") {
    if (FIELD_KINDS[field] !== "money") return `${number(value)} ${texts.units[field] ?? ""}`.trimEnd();
    return value >= 100_000_000
      ? `${number(value / 100_000_000)} ${texts.hundredMillionYuan}`
      : `${number(value / 10_000)} ${texts.tenThousandYuan}`;
  }
  if (field === "organisation" && typeof value === "string") return organisationName(value, texts);
  return typeof value === "string" ? value : value.join("、");
};
