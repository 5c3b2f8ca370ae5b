/** What sums of a company are of, each with the words for it. */
const MEASURES: readonly RegExp[] = [
  /营业收入|营收|销售|收入|产值|卖了/,
  /纳税|税收|税额|税款|缴税|交税/,
  /研发/,
  /投资|投入|投了/,
  /资产/,
  /利润|盈利|赚/,
  /出口/,
  /贷款|贷了|借款|融资/,
  /租金|房租/,
  /保费/,
];

/**
 * Whether a sum that is said may be the one that is asked for: not where what is asked and what is said are of different
 * matters (纳税总额 and 营业收入).
 */
export const maySayMeasure = (asked: string, said: string): boolean => {
  const wanted = MEASURES.filter((words) => words.test(asked));
  const given = MEASURES.filter((words) => words.test(said));
  return wanted.length === 0 || given.length === 0 || given.some((words) => wanted.includes(words));
};
