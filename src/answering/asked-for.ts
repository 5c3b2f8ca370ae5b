/** The kinds of value that a question can ask for. */
export type QuantityKind =
  | "money"
  | "percent"
  | "count"
  | "duration"
  | "date"
  | "day"
  | "area"
  | "phone"
  | "number";

/** What shape of answer a question asks for. */
export interface AskedFor {
  /** Kinds of value asked for; empty for questions that ask for no value. */
  readonly quantities: readonly QuantityKind[];
  readonly agency: boolean;
  readonly list: boolean;
  readonly definition: boolean;
  readonly yesNo: boolean;
  readonly comparison: boolean;
  /** Why-questions state what they ask about as a fact. */
  readonly why: boolean;
}

const QUANTITY_QUESTIONS: readonly (readonly [QuantityKind, RegExp])[] = [
  ["phone", /电话|联系方式|热线|手机号|传真|号码是/],
  ["area", /面积|占地|多少(?:平方|公顷|亩)|多少?平[米方]/],
  [
    "percent",
    /百分之几|几个(?:百分)?点|百分比|比例|占比|比重|税率|几分之几|利率|增长率|增速|占了多少|percent|proportion|share of/i,
  ],
  [
    "money",
    /多少(?:万|亿|万亿)*(?:元|美元|钱|欧元)|多少[万亿](?=[，。？?]|$)|多少[^，。？?多少]{0,6}(?:贷款|补贴|补助|资金|经费|奖励|资助|奖金)|多少钱|几个钱|几(?:百|千)?[万亿](?![年天人家个])|金额|成交额|(?:收入|资金|补贴|预算|投资|奖励|规模|额度|租金|学费|投资额|贷款|费用)[^，。？?]{0,8}(?:多少|多大|几)|多少[^，。？多少]{0,6}费|(?:工本费|手续费|服务费|收费|费用|价格|单价|租金)[^，。？?]{0,4}(?:是|要)?多少|how much|value of|budget/i,
  ],
  ["day", /几月|几号|几日|哪[一几二两三]?天|具体日期|日期/],
  ["date", /什么时候|何时|哪一?年|到期(?:时间|日|了?[吗没呢]|[？?]|$)|when|which year/i],
  [
    "duration",
    /几年|(?<!哪)几天|几(?:个(?:月|星期|小时|工作日)|星期|小时|工作日)|多久|多长时间|多少(?:年|天|个?(?:月|星期|小时|工作日))|有效期|how long/i,
  ],
  [
    "count",
    /(?:多少|几)(?:余|多)?(?:家|名|位|个|项|件|人|所|种|只|支|次|条|倍|处|类|届|大|方面|批|部门)|how many/i,
  ],
  ["number", /多少|多大|(?<!好)几(?![乎何])|数量|数目/],
];

/** How each kind of value is written in a document. */
const QUANTITY_VALUES: Readonly<Record<QuantityKind, RegExp>> = {
  phone: /\d{3,4}[-—－]?\d{7,8}|1[3-9]\d{9}|(?<!\d)(?:1[02]\d{3}|9[56]\d{3,4})(?!\d)/,
  area: /[\d.]+\s?(?:万|亿)?\s?(?:平方米|平方公里|公顷|亩|㎡)/,
  percent: /[\d.]+\s?[%％]|分之|[\d.]+\s?倍|百分点|百分之|基点|[\d.]+\s?[:：∶]\s?[\d.]+/,
  money:
    /[\d.]+\s?(?:余|多)?\s?(?:万亿|亿|万|千|百)?\s?(?:元|美元|人民币|欧元)|[一二三四五六七八九十百千]+(?:万亿|亿|万)元/,
  day: /\d{1,2}\s?月|\d{1,2}\s?日/,
  date: /次[月年日]|当[月日]|之日|届满|\d{4}\s?年|\d{1,2}\s?月|\d{1,2}\s?日|“?十[一二三四]?五”?时期/,
  duration:
    /每(?:半年|年|季度?|月|周|天|日)|(?<![\d月])\d{1,3}\s?日(?![期报常])|[一二三四五六七八九十两\d]+个[\u4E00-\u9FFF]{0,2}年度|(?<!\d)\d{1,3}\s?[（(]?(?:个?工作日|日内|日以内|个月|年|天|周|小时|分钟)|[一二三四五六七八九十两]+(?:个?月|年|个?(?:工作)?日|天|周|小时)/,
  count:
    /\d+(?:\.\d+)?\s?(?:-|—|至)?\s?\d*\s?(?:余|多)?(?:万|亿)?(?:余|多)?\s?(?:家|名|位|个|项|件|人|所|种|只|支|次|条|倍|批|处|类|届)|[一二三四五六七八九十两百千]+(?:家|名|位|个|项|件|大|类|种|所|方面|条|支|届)/,
  number:
    /[\d.]+|[一二三四五六七八九十百千万亿]+(?:家|名|位|个|项|件|大|类|种|所|年|倍|日|天|月|周|次|台|届|元|亩|分)/,
};

/** Numbers that name something and count nothing: 十九大, 三中全会, 第五条, 国发〔2019〕5号, 2035年. */
const NAMING_NUMBERS =
  /(?:十[一二三四五六七八九]?|二十)大(?=[和、，。报精以会的])|[一二三四五六七八九十]+[届中](?:全会|[一二三四五六七八九十]+中全会)|前[二三四五六七八九十\d]+名|第[〇零一二三四五六七八九十百千\d]+[条章节款项届次批号]?|〔\d{4}〕\d+号|^(?:[（(]?[一二三四五六七八九十\d]+[）)、.])/g;
const YEARS = /(?:19|20)\d{2}\s?年?/g;

/** Whether a text holds a value of the kind. */
export const holdsQuantity = (text: string, kind: QuantityKind): boolean => {
  const folded = text.normalize("NFKC");
  const valued = kind === "phone" ? folded : folded.replaceAll(NAMING_NUMBERS, " ");
  const isCounted = kind === "number" || kind === "count" || kind === "duration";
  return QUANTITY_VALUES[kind].test(isCounted ? valued.replaceAll(YEARS, " ") : valued);
};

const YES_NO =
  /(?:吗|(?<![什怎多那这])么)\s?[？?]?$|能不能|可不可以|是不是|有没有|会不会|是否|支不支持|能否|可否|行不行|要不要|用不用|不[？?]?$|^(?:can|does|do|is|are|may)\b/i;

/** Reads what a question asks for from its words. */
export const readAskedFor = (question: string): AskedFor => {
  const found = QUANTITY_QUESTIONS.filter(([, pattern]) => pattern.test(question)).map(([kind]) => kind);
  const list =
    /哪些|哪几|哪[二两三四五六七八九十]|包括|都有|列出|几(?:方面|项|个|大类|条|种)是|分别是|有什么措施|what are|which measures|list/i.test(
      question,
    );
  const yesNo = YES_NO.test(question);
  // 几 in a yes-no question is no number asked for: 几家公司想结伴参展，支持吗.
  const isIndefinite = yesNo && !/多少|多大|百分之几|几分之几/.test(question);
  // “几” alone counts what is listed; a more exact kind says more than the bare number.
  const exact = found.filter(
    (kind) =>
      !(isIndefinite && (kind === "number" || kind === "count")) && (kind !== "number" || found.length === 1),
  );
  return {
    quantities: list && exact.every((kind) => kind === "number" || kind === "count") ? [] : exact,
    agency:
      /谁|哪(?:个|些|几个|两个|家|几家|两家|一家|级)?(?:主管|牵头|责任|负责)?(?:部门|单位|机构|机关|部委|委办局?|政府)|什么(?:部门|单位|机构|机关)|哪(?:家|几家|两家)(?:负责|牵头|主管|管)|牵头的(?:是|为)?哪|(?:负责|牵头|主管)的是哪|who\b|which (?:authority|department|agency)/i.test(
        question,
      ),
    list,
    definition:
      /什么是|是什么意思|指的?是什么|指什么|什么叫|全称|的定义|是指|指的?是哪|what is (?:a|an|the)?\s?["“]?\w+["”]?\??$/i.test(
        question,
      ),
    yesNo,
    comparison:
      /不同|区别|差别|变化|对比|比较|新旧|前后两|分别怎么|各[由自]|两份|一样不一样|一不一样|是不是一样|一样吗|一致吗|哪个(?:更)?(?:短|长|多|少|高|低|早|晚|大|小|严|宽)/.test(
        question,
      ),
    why: /为什么|为何|为啥|怎么会|why\b/i.test(question),
  };
};
