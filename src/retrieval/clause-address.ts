import { CHINESE_NUMERAL, parseChineseNumeral } from "../policy/chinese-numerals.ts";
import type { Clause } from "../policy/clause.ts";
import { walkClauses } from "../policy/clause.ts";

/** One step of a spoken address: 第五部分 → { level: "part", number: 5 }. */
export interface AddressStep {
  readonly level:
    | "part"
    | "chapter"
    | "section"
    | "article"
    | "paragraph"
    | "item"
    | "subitem"
    | "decimal"
    | "attachment"
    | "attached-table";
  /** −1: the last one. */
  readonly number: number;
  /** The sub-number of 第五条之一. */
  readonly suffix?: number;
  /** All numbers of a decimal: 4.2.1 → [4, 2, 1]. */
  readonly path?: readonly number[];
  /** As it stands in the question. */
  readonly text: string;
}

const NUMBER = `(?:${CHINESE_NUMERAL}{1,6}|[0-9]{1,4})`;
const DECIMAL = "[0-9]{1,2}(?:\\.[0-9]{1,2}){1,4}";
const STEP = new RegExp(
  [
    // 第4.2条, 4.2.1节, 4.2.1; 4.2 alone is an amount.
    `第\\s?(?<decimal>${DECIMAL})(?![0-9.])`,
    `(?<![0-9.])(?<loose>${DECIMAL})(?=[节条款点（(])`,
    `(?<![0-9.])(?<deep>[0-9]{1,2}(?:\\.[0-9]{1,2}){2,4})(?![0-9.])`,
    `第\\s?[（(]?\\s?(?<number>${NUMBER})\\s?[）)]?\\s?(?<unit>部分|大部分|编|章|节|条|款|项|目|点|小点|大点)(?:之(?<suffix>${NUMBER}))?`,
    `[（(](?<bracketed>${NUMBER})[）)]`,
    `附(?<attached>件|录|表|图)\\s?(?<attachment>${NUMBER})`,
    // The only attachment has no number.
    `附(?<only>件|录|表)(?=[的中里]?(?:第|[（(]|${CHINESE_NUMERAL}{1,3}、))`,
    `(?<comma>${CHINESE_NUMERAL}{1,4})、(?=[（(]|第|$)`,
    `最后一?(?<last>条|章|节|部分|项)`,
  ].join("|"),
  "g",
);

const LEVEL_OF_UNIT: Readonly<Record<string, AddressStep["level"]>> = {
  部分: "part",
  大部分: "part",
  大点: "part",
  编: "part",
  章: "chapter",
  节: "section",
  条: "article",
  款: "paragraph",
  项: "item",
  点: "item",
  目: "subitem",
  小点: "subitem",
};

const levelOfAttachment = (kind: string): AddressStep["level"] =>
  kind === "件" || kind === "录" ? "attachment" : "attached-table";

const readStep = (match: RegExpExecArray): AddressStep | null => {
  const { number, unit, suffix, bracketed, attached, attachment, only, comma, last } = match.groups ?? {};
  const text = match[0];
  const decimal = match.groups?.["decimal"] ?? match.groups?.["loose"] ?? match.groups?.["deep"];
  if (decimal !== undefined) {
    const path = decimal.split(".").map(Number);
    return { level: "decimal", number: path.at(-1) ?? 0, path, text };
  }
  if (last !== undefined) return { level: LEVEL_OF_UNIT[last] ?? "article", number: -1, text };
  if (only !== undefined) return { level: levelOfAttachment(only), number: -1, text };
  const value = parseChineseNumeral(number ?? bracketed ?? attachment ?? comma ?? "");
  if (value === null || value === 0) return null;
  if (attached !== undefined) return { level: levelOfAttachment(attached), number: value, text };
  if (bracketed !== undefined) return { level: "item", number: value, text };
  if (comma !== undefined) return { level: "part", number: value, text };
  const sub = suffix === undefined ? null : parseChineseNumeral(suffix);
  const level = LEVEL_OF_UNIT[unit ?? ""] ?? "item";
  return { level, number: value, text, ...(sub === null ? {} : { suffix: sub }) };
};

/** The address steps that a question names, outermost first as spoken; empty where it names none. */
export const readAddress = (question: string): AddressStep[] => {
  const steps = [...question.normalize("NFKC").matchAll(STEP)].flatMap((match) => readStep(match) ?? []);
  // “最后一条（第50条）”: the number is the surer of two names for one step.
  return steps.filter(
    (step) => step.number !== -1 || !steps.some((other) => other !== step && other.level === step.level),
  );
};

const ITEMS: readonly RegExp[] = [
  new RegExp(`^[（(]${CHINESE_NUMERAL}+[）)]`),
  /^[0-9０-９]+[.．、]$/,
  /^[（(][0-9０-９]+[）)]/,
];
const SUBITEMS: readonly RegExp[] = [/^[0-9０-９]+[.．、]$/, /^[（(]?[0-9０-９]+[）)]/, /^[①-⑳]/];

/** The numbering families that a spoken unit can mean: a plan's 第五部分 is its 五、, its 第39条 its 39. */
const FAMILIES_OF_LEVEL: Readonly<Record<AddressStep["level"], readonly RegExp[]>> = {
  part: [/^第.+(编|篇|部分)$/, new RegExp(`^${CHINESE_NUMERAL}+、$`)],
  chapter: [/^第.+章(之.+)?$/, new RegExp(`^${CHINESE_NUMERAL}+、$`)],
  section: [/^第.+节$/, new RegExp(`^[（(]${CHINESE_NUMERAL}+[）)]`)],
  article: [
    /^第.+条(之.+)?$/,
    /^[0-9０-９]+[.．、]$/,
    new RegExp(`^[（(]${CHINESE_NUMERAL}+[）)]`),
    new RegExp(`^${CHINESE_NUMERAL}+、$`),
  ],
  // Outside articles people say 款 and 项 for the same.
  paragraph: ITEMS,
  item: ITEMS,
  subitem: SUBITEMS,
  decimal: [/^[0-9０-９]+([.．][0-9０-９]+)+/],
  attachment: [/^附(件|录|$)/],
  "attached-table": [/^附[表图]/],
};

const MARKER_SUFFIX = new RegExp(`之(${NUMBER})$`);

const numberOfMarker = (marker: string): number | null =>
  parseChineseNumeral(
    marker
      .normalize("NFKC")
      .replace(MARKER_SUFFIX, "")
      .replaceAll(/[第编篇章节条部分附件录表图()（）.．、\s]/g, ""),
  );

const suffixOfMarker = (marker: string): number | null =>
  parseChineseNumeral(MARKER_SUFFIX.exec(marker.normalize("NFKC"))?.[1] ?? "");

interface Place {
  readonly clause: Clause;
  readonly ancestors: readonly Clause[];
  /** For the first 款, which is the article's own text: what belongs to it, and not to a later 款. */
  readonly children?: readonly Clause[];
}

const isNumbered = (step: AddressStep, { clause }: Place): boolean => {
  const marker = clause.marker ?? "";
  if (step.path !== undefined) {
    return marker.normalize("NFKC").replace(/[.、]$/, "") === step.path.join(".");
  }
  return numberOfMarker(marker) === step.number && suffixOfMarker(marker) === (step.suffix ?? null);
};

const PARAGRAPH_LABEL = new RegExp(`第(${CHINESE_NUMERAL}+)款$`);

/** Which 款 of its article a clause is; null for what is none. */
const paragraphNumber = ({ kind, label }: Clause): number | null =>
  kind === "paragraph" ? parseChineseNumeral(PARAGRAPH_LABEL.exec(label)?.[1] ?? "") : null;

/** The 款 of the articles just named: the article's own text is the first, the paragraphs below it are the others. */
const findParagraph = (number: number, articles: readonly Place[]): Place[] => {
  return articles.flatMap(({ clause, ancestors }): Place[] => {
    const later = clause.children.find((each) => paragraphNumber(each) === number);
    if (later !== undefined) return [{ clause: later, ancestors: [...ancestors, clause] }];
    const own = clause.children.filter((each) => each.kind !== "paragraph");
    return number === 1 ? [{ clause, ancestors, children: own }] : [];
  });
};

const findStep = (step: AddressStep, below: readonly Place[]): Place[] => {
  for (const family of FAMILIES_OF_LEVEL[step.level]) {
    const members = below.filter(({ clause }) => clause.marker !== null && family.test(clause.marker));
    if (members.length === 0) continue;
    if (step.number === -1) return members.slice(-1);
    const found = members.filter((place) => isNumbered(step, place));
    if (found.length > 0) return found;
  }
  return [];
};

/** The clauses of a document that an address means, outermost step first; empty where there is none. */
export const findByAddress = (clauses: readonly Clause[], steps: readonly AddressStep[]): Place[] => {
  let places: Place[] = [...walkClauses(clauses)];
  let below: readonly Place[] = places;
  let articles: readonly Place[] = [];
  for (const step of steps) {
    places =
      step.level === "paragraph" && articles.length > 0
        ? findParagraph(step.number, articles)
        : findStep(step, below);
    if (places.length === 0) return [];
    articles = places.filter(({ clause }) => clause.kind === "article");
    below = places.flatMap(({ clause, ancestors, children }) => [
      ...walkClauses(children ?? clause.children, [...ancestors, clause]),
    ]);
  }
  return places;
};
