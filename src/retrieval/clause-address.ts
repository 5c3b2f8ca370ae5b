import { CHINESE_NUMERAL, parseChineseNumeral } from "../policy/chinese-numerals.ts";

/** What a step of a spoken address is called; the rest is told by the shapes of the document's own markers. */
export type AddressLevel =
  | "part"
  | "chapter"
  | "section"
  | "article"
  | "paragraph"
  | "item"
  | "point"
  | "subitem"
  | "bracketed"
  | "bare"
  | "decimal"
  | "attachment"
  | "attached-table"
  | "dash"
  | "plain";

/** One step of a spoken address: 第五部分 → { level: "part", number: 5 }. */
export interface AddressStep {
  readonly level: AddressLevel;
  /** Counted from 1; −1: the last one, −2: the one before it. */
  readonly number: number;
  /** The sub-number of 第五条之一. */
  readonly suffix?: number;
  /** All numbers of a decimal: 4.2.1 → [4, 2, 1]. */
  readonly path?: readonly number[];
  /** How its number is written. */
  readonly script: "chinese" | "arabic";
  /** 第（五）条: the number stands in brackets, as it does in print. */
  readonly inBrackets: boolean;
  /** As it stands in the question. */
  readonly text: string;
}

const NUMBER = `(?:${CHINESE_NUMERAL}{1,6}|[0-9]{1,4})`;
const DECIMAL = "[0-9]{1,2}(?:\\.[0-9]{1,2}){1,4}";
/** Words that begin like a unit: 第一项目, 第二条件, 第三节点, 第三章程, 第二点位. */
const UNIT =
  "大部分|小部分|部分|大方面|编|篇|章(?!程)|小节|节(?![点能日约])|大条|条(?![件例码约款])|款(?!项)|大项|小项|项(?!目)|目(?![标录的前])|大点|小点|点(?![位子])|问(?!题)|段(?!落?时)|自然段";
const ASKED_OF = "讲|说|规定|是什么|的内容|怎么|里|中";
const STEP = new RegExp(
  [
    // 第4.2条, 4.2.1节, 4.2.1; 4.2 alone is an amount unless it is asked what it says.
    `第\\s?(?<decimal>${DECIMAL})(?![0-9.])(?:条|节|款|点|部分)?`,
    `(?<![0-9.])(?<loose>${DECIMAL})(?=\\s?(?:[节条款点(]|部分|${ASKED_OF}))`,
    `(?<![0-9.])(?<deep>[0-9]{1,2}(?:\\.[0-9]{1,2}){2,4})(?![0-9.])`,
    `第\\s?\\(?\\s?(?<ordinal>${NUMBER})\\s?\\)?\\s?个?附(?<numbered>件|录|表)`,
    `(?<back>倒数)?第\\s?\\(?\\s?(?<number>${NUMBER})\\s?\\)?\\s?(?:个(?=大|小|部分))?(?<unit>${UNIT})(?:之(?<suffix>${NUMBER}))?`,
    `\\((?<bracketed>${CHINESE_NUMERAL}{1,4}|[0-9]{1,3})\\)`,
    // 附件二、（一）: the second part of the only attachment, which has no number.
    `附(?<attached>件|录|表|图)\\s?\\(?\\s?(?<attachment>${NUMBER}(?!\\s?、\\s?[(第0-9]))\\s?\\)?`,
    `附(?<only>件|录|表)(?=[的中里,\\s]{0,3}(?:第|\\(${NUMBER}\\)|${CHINESE_NUMERAL}{1,3}、)|[的里中,\\s()《》]*(?:$|内容|原文|讲|说|规定|怎么规定|是什么|有什么))`,
    `(?<!第)(?<comma>${CHINESE_NUMERAL}{1,4})\\s?、\\s?(?=\\(|第|$|[0-9]{1,3}(?:$|[^0-9]))`,
    // 三（二）, 6（15）39: an address as a citation prints it, or nearly so.
    `(?<![0-9第.])(?<lead>${NUMBER})(?=\\(${NUMBER}\\))`,
    `(?<=[)、]\\s?)(?<tail>[0-9]{1,3})(?![0-9.]*(?:[0-9%亿万千百元年月日家个人名倍]|-[0-9]))[.、]?(?:条|项|点)?`,
    `[“"]?——?[”"]?\\s?第\\s?(?<dash>${NUMBER})\\s?项`,
    `最后一?(?<last>条|章|节|部分|项|点|款|段)`,
  ].join("|"),
  "g",
);

const LEVEL_OF_UNIT: Readonly<Record<string, AddressLevel>> = {
  部分: "part",
  大部分: "part",
  大方面: "part",
  大点: "part",
  大项: "part",
  大条: "part",
  编: "part",
  篇: "part",
  章: "chapter",
  节: "section",
  小节: "section",
  小部分: "section",
  条: "article",
  // 政策问答: 第五问 is its 五、.
  问: "article",
  款: "paragraph",
  项: "item",
  点: "point",
  目: "subitem",
  小点: "subitem",
  小项: "subitem",
  段: "plain",
  自然段: "plain",
};

const levelOfAttachment = (kind: string): AddressLevel =>
  kind === "件" || kind === "录" ? "attachment" : "attached-table";

const scriptOf = (numeral: string): AddressStep["script"] => (/^[0-9]/.test(numeral) ? "arabic" : "chinese");

const readStep = (match: RegExpExecArray): AddressStep | null => {
  const groups = match.groups ?? {};
  const text = match[0];
  const decimal = groups["decimal"] ?? groups["loose"] ?? groups["deep"];
  if (decimal !== undefined) {
    const path = decimal.split(".").map(Number);
    return { level: "decimal", number: path.at(-1) ?? 0, path, script: "arabic", inBrackets: false, text };
  }
  const { last, only } = groups;
  if (last !== undefined || only !== undefined) {
    const level = only === undefined ? (LEVEL_OF_UNIT[last ?? ""] ?? "article") : levelOfAttachment(only);
    return { level, number: -1, script: "chinese", inBrackets: false, text };
  }

  const kind = groups["attached"] ?? groups["numbered"];
  const levels: readonly (readonly [string | undefined, AddressLevel])[] = [
    [groups["number"], LEVEL_OF_UNIT[groups["unit"] ?? ""] ?? "item"],
    [groups["attachment"] ?? groups["ordinal"], levelOfAttachment(kind ?? "件")],
    [groups["bracketed"], "bracketed"],
    [groups["comma"] ?? groups["lead"], "part"],
    [groups["tail"], "bare"],
    [groups["dash"], "dash"],
  ];
  const [numeral = "", level = "item"] = levels.find(([given]) => given !== undefined) ?? [];
  const value = parseChineseNumeral(numeral);
  if (value === null || value === 0) return null;
  const { suffix, back } = groups;
  const sub = suffix === undefined ? null : parseChineseNumeral(suffix);
  return {
    level,
    number: back === undefined ? value : -value,
    script: scriptOf(numeral),
    inBrackets: text.includes("("),
    text,
    ...(sub === null ? {} : { suffix: sub }),
  };
};

/** Steps that can stand for one another: 第三条和第五条 name two places, 第三条第（五）项 one. */
const sameKind = (a: AddressStep, b: AddressStep): boolean => a.level === b.level && a.script === b.script;

/**
 * The addresses that a question names, each with its steps, outermost first as spoken; empty where it names none.
 * 第三条第（一）项和第（二）项 are two, both below 第三条. Parts of the question that name documents are to be
 * blanked before.
 */
export const readAddresses = (question: string): AddressStep[][] => {
  const text = question.normalize("NFKC");
  let found = [...text.matchAll(STEP)].flatMap((match) => {
    const step = readStep(match);
    return step === null ? [] : [{ step, start: match.index, end: match.index + match[0].length }];
  });
  // “最后一条（第50条）”: the number is the surer of two names for one step.
  found = found.filter(
    ({ step }) =>
      step.number !== -1 || !found.some((other) => other.step !== step && other.step.level === step.level),
  );
  const addresses: AddressStep[][] = [];
  let current: AddressStep[] = [];
  let end = 0;
  for (const each of found) {
    const isJoined = /[和与及、或]/.test(text.slice(end, each.start));
    const repeated = isJoined ? current.findIndex((step) => sameKind(step, each.step)) : -1;
    if (repeated !== -1) {
      addresses.push(current);
      current = current.slice(0, repeated);
    }
    current = [...current, each.step];
    end = each.end;
  }
  return current.length === 0 ? [] : [...addresses, current];
};

/** How an address stood in the question. */
export const spokenAddress = (steps: readonly AddressStep[]): string =>
  steps.map(({ text }) => text).join("");
