import { expect, it } from "vitest";
import { describedParts } from "./described-parts.ts";
import { plainWords } from "./plain-words.ts";
import { takeRepayment } from "./repayment-verdict.ts";

const judge = (asked: string, description: string) =>
  takeRepayment(plainWords(asked))?.judge({
    parts: describedParts(description, "2026-11-22"),
    staff: null,
    research: null,
  }).verdict;

it.each([
  ["今年2月本息全部还清", "met"],
  ["贷了200万，今年3月已经连本带息还清", "met"],
  ["现在每个月付利息，本金还没还", "unmet"],
  ["贷款还剩50万没还", "unmet"],
  ["利息已经结清", "unknown"],
  ["老贷款还清了，新的那笔贷款本金还没还", "unknown"],
  ["准备明年把贷款还清", "unknown"],
  ["没有逾期", "unknown"],
])("tells whether a loan is repaid: %s", (description, verdict) => {
  expect(judge("贷款本息已还清", description)).toBe(verdict);
});

it("takes no other claim", () => {
  expect(judge("按期偿还贷款本息并通过验收", "本息还清")).toBeUndefined();
});
