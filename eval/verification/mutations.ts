import { tag } from "jieba-wasm";
import { numbersIn } from "../../src/verification/number-lock.ts";

/** Every way in which one kind of mistake can be made in a sentence; none leaves its meaning as it was. */
export interface Mutation {
  readonly kind: string;
  /** @param others - sentences of the same document, from which a wrong number, date or subject may come */
  readonly apply: (sentence: string, others: readonly string[]) => readonly string[];
}

/** The sentence with each single match exchanged; `null` leaves a match as it is. */
const each = (
  sentence: string,
  pattern: RegExp,
  exchange: (match: RegExpMatchArray) => string | null,
): string[] =>
  [...sentence.matchAll(pattern)].flatMap((match) => {
    const other = exchange(match);
    return other === null || match.index === undefined
      ? []
      : [sentence.slice(0, match.index) + other + sentence.slice(match.index + match[0].length)];
  });

interface Word {
  readonly word: string;
  readonly tag: string;
  readonly start: number;
  readonly end: number;
}

const wordsOf = (sentence: string): Word[] => {
  let at = 0;
  return tag(sentence, true).map(({ word, tag: part }: { word: string; tag: string }) => {
    const start = at;
    at += word.length;
    return { word, tag: part, start, end: at };
  });
};

const exchangeWord = (sentence: string, from: string, to: string): string[] =>
  wordsOf(sentence)
    .filter(({ word }) => word === from)
    .map(({ start, end }) => sentence.slice(0, start) + to + sentence.slice(end));

/** Modal words: each is exchanged for each other one that says something else. */
const MODALS = ["应当", "可以", "不得", "鼓励", "支持", "探索", "必须", "须", "要", "允许", "禁止"] as const;
const SAME_MODALS = new Set(["必须须", "须必须", "不得禁止", "禁止不得", "可以允许", "允许可以"]);

const modalSteps = (sentence: string): string[] =>
  MODALS.flatMap((from) =>
    MODALS.filter((to) => to !== from && !SAME_MODALS.has(from + to)).flatMap((to) =>
      exchangeWord(sentence, from, to),
    ),
  );

const swapIn = (sentence: string, first: Word, second: Word): string =>
  sentence.slice(0, first.start) +
  second.word +
  sentence.slice(first.end, second.start) +
  first.word +
  sentence.slice(second.end);

/** Nouns on both sides of a verb change places: who does what to whom is another. */
const swappedNouns = (sentence: string): string[] => {
  const words = wordsOf(sentence);
  const nouns = words.filter(({ word, tag: part }) => part.startsWith("n") && word.length >= 2);
  const swapped: string[] = [];
  for (const [at, first] of nouns.entries()) {
    for (const second of nouns.slice(at + 1, at + 4)) {
      const between = words.filter(({ start }) => start >= first.end && start < second.start);
      const hasVerb = between.some(({ word, tag: part }) => part === "v" && word.length >= 2);
      const hasBreak = /[，。；：、“”（）《》]/.test(sentence.slice(first.end, second.start));
      if (!hasVerb || hasBreak || first.word.includes(second.word) || second.word.includes(first.word))
        continue;
      swapped.push(swapIn(sentence, first, second));
    }
  }
  return swapped;
};

/** The words between two commas in another order. */
const garbled = (sentence: string): string[] =>
  sentence.split(/(?<=[，。；])/).flatMap((part, at, parts) => {
    const words = wordsOf(part).filter(({ word }) => /\p{Script=Han}/u.test(word));
    // Fewer words, or a list, may say the same in another order.
    if (words.length < 7 || /[、和及与]/.test(part)) return [];
    const turned = [
      ...words.filter((_, index) => index % 2 === 1),
      ...words.filter((_, index) => index % 2 === 0),
    ]
      .map(({ word }) => word)
      .join("");
    return [[...parts.slice(0, at), `${turned}，`, ...parts.slice(at + 1)].join("")];
  });

const SCOPES: readonly (readonly [RegExp, readonly string[]])[] = [
  [/之一/g, ["全部", ""]],
  [/全部|所有(?!者|权|制)|一切/g, ["部分", "个别"]],
  [/(?<![成大])部分(?=\p{Script=Han})/gu, ["全部", "所有"]],
  [/一批|若干|多项|多家/g, ["全部", "所有", "唯一一个"]],
  [/(?<=[^年人平])均(?=[可须由应为按])/g, ["之一"]],
  [/各(?=地区|部门|单位|级|园区|有关)/g, ["任一", "个别", "某"]],
  [/任何/g, ["部分", "个别"]],
  [/原则上/g, ["一律", ""]],
  [/主要(?=由|包括|经费|来自)/g, ["全部", "仅"]],
  [/特别是|尤其是/g, ["仅限"]],
  [/重点(?=支持|推进|开展|关注|突破)/g, ["仅"]],
];

const scopes = (sentence: string): string[] =>
  SCOPES.flatMap(([pattern, others]) => others.flatMap((other) => each(sentence, pattern, () => other)));

const ANTONYMS: readonly (readonly [string, string])[] = [
  ["增长", "下降"],
  ["扩大", "缩小"],
  ["加强", "削弱"],
  ["提高", "降低"],
  ["增加", "减少"],
  ["境内", "境外"],
  ["国内", "国外"],
  ["超过", "不足"],
  ["放宽", "收紧"],
  ["上级", "下级"],
  ["公开", "保密"],
  ["优先", "最后"],
  ["建立", "撤销"],
  ["促进", "阻碍"],
  ["有利于", "不利于"],
  ["统一", "分散"],
  ["免征", "征收"],
  ["批准", "否决"],
  ["同意", "反对"],
  ["之前", "之后"],
  ["以上", "以下"],
  ["最高", "最低"],
  ["不超过", "不少于"],
  ["大型", "小型"],
  ["事前", "事后"],
  ["合法", "非法"],
  ["首次", "末次"],
  ["长期", "短期"],
  ["定期", "不定期"],
];

const antonyms = (sentence: string): string[] =>
  ANTONYMS.flatMap(([one, other]) => [
    ...exchangeWord(sentence, one, other),
    ...exchangeWord(sentence, other, one),
  ]);

const BODIES =
  /国务院办公厅|财政部|科技部|教育部|科学技术部|工业和信息化部|国家发展改革委|市场监管部门|国家粮食局|国家医保局|税务机关|应急部|市政府|省级人民政府|国务院/g;
const OTHER_BODIES = ["商务部", "北京市公安局", "国家统计局", "上海市人民政府"];
const PLACES = /北京|海南|河北|雄安|乌鲁木齐|石河子|深圳|天津|海淀|昌平|顺义|新疆|广东/g;
const OTHER_PLACES = ["上海", "四川", "武汉"];

const names = (sentence: string): string[] => [
  ...OTHER_BODIES.flatMap((body) => each(sentence, BODIES, () => body)),
  ...OTHER_PLACES.flatMap((place) => each(sentence, PLACES, () => place)),
  ...each(sentence, /《[^《》]{4,}》/g, () => "《企业技术创新促进条例》"),
  ...each(sentence, /(?<=由)(?=\p{Script=Han}{2})/gu, () => "王建国同志会同"),
  `根据张明的意见，${sentence}`,
  `经上海市人民政府批准，${sentence}`,
];

const documentNumbers = (sentence: string): string[] => [
  ...each(sentence, /〔(\d{4})〕(\d+)号/g, ([, year, number]) => `〔${year}〕${Number(number) + 1}号`),
  ...each(sentence, /〔(\d{4})〕(\d+)号/g, ([, year, number]) => `〔${Number(year) - 1}〕${number}号`),
  ...each(sentence, /(\p{Script=Han}+)(?=〔\d{4}〕)/gu, () => "国办函"),
  `根据国发〔2016〕35号文件，${sentence}`,
];

const numberKinds = new Set(["quantity", "range", "fraction"]);

const otherNumbers = (sentence: string): string[] => {
  const numbers = numbersIn(sentence).filter(({ kind }) => numberKinds.has(kind));
  return numbers.flatMap((number) =>
    numbers
      .filter((other) => other.key !== number.key)
      .map((other) => sentence.slice(0, number.start) + other.text + sentence.slice(number.end)),
  );
};

const digits = (sentence: string): string[] =>
  numbersIn(sentence)
    .filter(({ kind }) => numberKinds.has(kind) || kind === "date")
    .flatMap(({ start, end, text }) => {
      const at = text.search(/[1-8]/);
      if (at < 0) return [];
      const digit = String(Number(text[at]) + 1);
      return [
        sentence.slice(0, start) + text.slice(0, at) + digit + text.slice(at + 1) + sentence.slice(end),
      ];
    });

const yearsElsewhere = (sentence: string, others: readonly string[]): string[] => {
  const own = new Set(sentence.match(/\d{4}(?=年)/g));
  const elsewhere = [...new Set(others.flatMap((other) => other.match(/\d{4}(?=年)/g) ?? []))].filter(
    (year) => !own.has(year),
  );
  return [
    ...elsewhere.slice(0, 4).flatMap((year) => each(sentence, /\d{4}(?=年)/g, () => year)),
    ...(own.size === 0 ? elsewhere.slice(0, 1).map((year) => `到${year}年，${sentence}`) : []),
  ];
};

const datesExchanged = (sentence: string): string[] => {
  const dates = numbersIn(sentence).filter(({ kind }) => kind === "date");
  return dates.slice(1).flatMap((second, at) => {
    const first = dates[at];
    if (first === undefined || first.key === second.key) return [];
    return [
      sentence.slice(0, first.start) +
        second.text +
        sentence.slice(first.end, second.start) +
        first.text +
        sentence.slice(second.end),
    ];
  });
};

const lead = (text: string): string | null =>
  /^(\p{Script=Han}{3,14}?)(?=要|应当|可以|不得|负责|应)/u.exec(text)?.[1] ?? null;

/** The subject of another sentence of the document in the place of this one's. */
const otherSubject = (sentence: string, others: readonly string[]): string[] => {
  const own = lead(sentence);
  if (own === null) return [];
  return [...new Set(others.flatMap((other) => lead(other) ?? []))]
    .filter((other) => !other.includes(own) && !own.includes(other) && !sentence.includes(other))
    .slice(0, 3)
    .map((other) => other + sentence.slice(own.length));
};

const nounsOf = (text: string): Word[] =>
  wordsOf(text).filter(({ word, tag: part }) => /^n[^r]?$/.test(part) && word.length >= 2);

/** A noun of the sentence exchanged for one of another sentence of the document. */
const otherNoun = (sentence: string, others: readonly string[]): string[] => {
  const foreign = others.flatMap((other) => nounsOf(other).map(({ word }) => word));
  return nounsOf(sentence).flatMap(({ word, start, end }, at) => {
    const other = foreign[(at * 7 + sentence.length) % Math.max(1, foreign.length)];
    if (
      other === undefined ||
      sentence.includes(other) ||
      other.includes(word) ||
      /[^\p{Script=Han}]/u.test(other)
    )
      return [];
    return [sentence.slice(0, start) + other + sentence.slice(end)];
  });
};

const INVENTED = [
  "，并给予税收减免",
  "，违者罚款",
  "，期限为三年",
  "，由财政全额补贴",
  "，须提前备案",
  "，个人不得申请",
  "，外资企业除外",
];

const invented = (sentence: string): string[] =>
  sentence.endsWith("。") ? INVENTED.map((addition) => `${sentence.slice(0, -1)}${addition}。`) : [];

const CONDITIONS =
  /(?:对)?(?:符合条件的|具备条件的|有条件的)|经[^，。、]{2,14}(?:批准|同意|审核)(?:后)?，?|按(?:照)?(?:有关)?规定|(?<=^|，|。)在[^，。]{2,20}(?:前提下|情况下|条件下|基础上)，|，[^，。]{2,16}除外|依法(?!依规|治)/g;

const DENIAL =
  /不得(?=\p{Script=Han})|不予|不能|(?<![不除])不(?=可同时|设|缴|纳|收|再|征|发|题|刻|正式|以|用|要求|实行|超过)|尚未|未(?=[^来能])|非(?=法|独生|首套|营利)|禁止|严禁/gu;

const denialDropped = (sentence: string): string[] =>
  each(sentence, DENIAL, ([word]) =>
    word === "不得" || word === "不能"
      ? "可以"
      : word === "禁止" || word === "严禁"
        ? "允许"
        : word === "不予"
          ? "予以"
          : "",
  );

const DENIABLE =
  /支持(?!力度|政策|体系|作用)|鼓励|允许|应当(?!予)|可以|(?<!不)可(?=申请|享受|根据)|建立(?!健全)|开展|实行|适用|属于|包括|推进|负责(?!人|同志)/g;

const denialAdded = (sentence: string): string[] =>
  each(sentence, DENIABLE, ([word]) => (word.startsWith("可") ? `不${word}` : `不${word}`));

const modalDropped = (sentence: string): string[] =>
  each(
    sentence,
    /(?<=^|[，；。])(?:鼓励(?!和|、)|支持(?!力度|和)|探索(?!和|性)|力争|争取|试点|优先)|可以(?=根据|由|采用|选择)|(?<=\p{Script=Han})可(?=根据|申请|按|由|向)/gu,
    () => "",
  );

export const MUTATIONS: readonly Mutation[] = [
  {
    kind: "万/亿",
    apply: (text) => [
      ...each(text, /(?<=\d|多|余)万(?!众|企)/g, () => "亿"),
      ...each(text, /(?<=\d|多|余)亿/g, () => "万"),
    ],
  },
  {
    kind: "%/倍",
    apply: (text) => [...each(text, /(?<=\d)[%％]/g, () => "倍"), ...each(text, /(?<=\d)倍/g, () => "%")],
  },
  { kind: "digit", apply: digits },
  { kind: "number of the same sentence", apply: otherNumbers },
  { kind: "year from elsewhere", apply: yearsElsewhere },
  { kind: "dates exchanged", apply: datesExchanged },
  { kind: "negation dropped", apply: denialDropped },
  { kind: "negation added", apply: denialAdded },
  { kind: "modality exchanged", apply: modalSteps },
  { kind: "modality dropped", apply: modalDropped },
  { kind: "quantifier", apply: scopes },
  { kind: "condition dropped", apply: (text) => each(text, CONDITIONS, () => "") },
  { kind: "subject and object", apply: swappedNouns },
  { kind: "other subject", apply: otherSubject },
  { kind: "other noun", apply: otherNoun },
  { kind: "antonym", apply: antonyms },
  { kind: "invented name", apply: names },
  { kind: "invented document number", apply: documentNumbers },
  { kind: "invented addition", apply: invented },
  { kind: "garbled", apply: garbled },
];
