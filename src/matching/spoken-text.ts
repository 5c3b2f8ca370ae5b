const TENTHS: Readonly<Record<string, string>> = {
  一: "1",
  二: "2",
  两: "2",
  三: "3",
  四: "4",
  五: "5",
  六: "6",
  七: "7",
  八: "8",
  九: "9",
  半: "5",
};
const FOUNDED =
  "(?:成立|(?<!商标|专利|软著|著作权|版权|域名|产品|器械|药品|会员|账号)注册(?!商标|会计|建筑师|工程师|资本|资金)|创立|创办|设立|开办|建厂|拿的?(?:营业)?执照|办的?(?:营业)?执照|落户)";

/** Numbers that are said in another way than they are written; of these words each keeps its meaning and its place. */
const SPOKEN: readonly (readonly [RegExp, (...groups: readonly string[]) => string])[] = [
  // 1.2个亿
  [/(\d)\s?个(?=[万亿])/g, (_all, digit = "") => digit],
  // 20多场, 1200多户, 800多万
  [
    /(?<![\d.]|超过|近|快|接近|不到)(\d+(?:\.\d+)?)(?:多|余)(?=[万亿]|场|户|家|项|件|次|平|亩|款|篇|台|名|位|个)/g,
    (_all, digits = "") => `超过${digits}`,
  ],
  // 八个多月
  [/([\d一二两三四五六七八九十]+)个多月/g, (_all, digits = "") => `${digits}个月多`],
  // 八成五, 九成多
  [
    /([一二两三四五六七八九1-9])成([一二三四五六七八九半]?)(多?)(?![立品果功本员交都为熟长分效绩套型就份语])/g,
    (_all, tens = "", ones = "", more = "") =>
      `${more === "" ? "" : "超过"}${TENTHS[tens] ?? tens}${ones === "" ? "0" : (TENTHS[ones] ?? "")}%`,
  ],
  // 19年在…注册
  [
    new RegExp(
      `(^|[，。；！？\\s是于在]|我们|公司|企业|厂)([0-2]\\d)年(?!之?前|以前|多|来|以?内|间|以?后|了|里|左右|以?上)(?=(?:\\d{1,2}月)?[^，。；\\d]{0,16}?${FOUNDED})`,
      "gu",
    ),
    (_all, before = "", year = "") => `${before}20${year}年`,
  ],
  // 专职搞研发的28个人, 研发人员只有9个
  [/(?:搞|做|干|从事)?研发(?:工作)?的?(?:有|是)?(?=\d+\s?[个名]?人)/g, () => "研发人员"],
  [/(?:搞|做|干|从事)研发(?:工作)?的(?:有|是)?(?=\d+\s?[个名](?=$|[，。；、]))/g, () => "研发人员"],
  [/挨(过|了)?罚/g, (_all, when = "") => `受${when}处罚`],
  [/((?:人员|员工|职工)[^，。；\d]{0,4}\d+)个(?![一-龥])/g, (_all, counted = "") => `${counted}名`],
];

/** A description with numbers that are only spoken (八成五, 1.2个亿, 19年注册) as they are written. */
export const spokenText = (text: string): string =>
  SPOKEN.reduce((written, [pattern, write]) => written.replace(pattern, write), text);
