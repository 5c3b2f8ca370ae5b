import type { PartialDate } from "../../policy/partial-date.ts";

/** A period of validity with the words that state it. */
export interface FoundPeriod {
  readonly effectiveFrom: PartialDate | null;
  readonly effectiveTo: PartialDate | null;
}

const YEAR = "((?:19|20)\\d{2})\\s?年?";
const PERIOD_IN_TITLE = new RegExp(`[（(]\\s?${YEAR}\\s?[—–－~至-]{1,2}\\s?${YEAR}\\s?[)）]`);
const PERIOD_IN_TEXT = new RegExp(
  `(?:实施年限|规划期|实施期限|有效期)(?:为|是|自)?${YEAR}(?:至|到|—|-)${YEAR}`,
);
const EFFECTIVE_FROM = /自\s?(\d{4})\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日起(?:施行|实施|生效)/;

const day = (match: RegExpExecArray): string =>
  `${match[1]}-${(match[2] ?? "1").padStart(2, "0")}-${(match[3] ?? "1").padStart(2, "0")}`;

/** The period that a title (（2024—2027年）) or the text (实施年限为…, 自…起施行) states; null where none does. */
export const findPeriod = (title: string, text: string): FoundPeriod => {
  const period = PERIOD_IN_TITLE.exec(title) ?? PERIOD_IN_TEXT.exec(text);
  const from = EFFECTIVE_FROM.exec(text);
  return {
    effectiveFrom: from !== null ? day(from) : (period?.[1] ?? null),
    effectiveTo: period?.[2] ?? null,
  };
};
