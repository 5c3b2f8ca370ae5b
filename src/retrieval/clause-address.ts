import { CHINESE_NUMERAL, parseChineseNumeral } from "../policy/chinese-numerals.ts";
import type { Clause } from "../policy/clause.ts";
import { walkClauses } from "../policy/clause.ts";

/** One step of a spoken address: 第五部分 → { level: "part", number: 5 }. */
export interface AddressStep {
  readonly level: "part" | "chapter" | "section" | "article" | "item" | "subitem" | "attachment";
  /** −1: the last one. */
  readonly number: number;
  /** As it stands in the question. */
  readonly text: string;
}

const NUMBER = `(?:${CHINESE_NUMERAL}{1,6}|[0-9]{1,4})`;
const STEP = new RegExp(
  [
    `第\\s?[（(]?\\s?(?<number>${NUMBER})\\s?[）)]?\\s?(?<unit>部分|大部分|编|章|节|条|款|项|点|小点|大点)`,
    `[（(](?<bracketed>${NUMBER})[）)]`,
    `附件\\s?(?<attachment>${NUMBER})`,
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
  款: "item",
  项: "item",
  点: "item",
  小点: "subitem",
};

/** The address steps that a question names, outermost first as spoken; empty where it names none. */
export const readAddress = (question: string): AddressStep[] => {
  const steps: AddressStep[] = [];
  for (const match of question.normalize("NFKC").matchAll(STEP)) {
    const { number, unit, bracketed, attachment, comma, last } = match.groups ?? {};
    const text = match[0];
    if (last !== undefined) {
      steps.push({ level: LEVEL_OF_UNIT[last] ?? "article", number: -1, text });
      continue;
    }
    const value = parseChineseNumeral(number ?? bracketed ?? attachment ?? comma ?? "");
    if (value === null || value === 0) continue;
    if (attachment !== undefined) steps.push({ level: "attachment", number: value, text });
    else if (bracketed !== undefined) steps.push({ level: "item", number: value, text });
    else if (comma !== undefined) steps.push({ level: "part", number: value, text });
    else steps.push({ level: LEVEL_OF_UNIT[unit ?? ""] ?? "item", number: value, text });
  }
  // “最后一条（第50条）”: the number is the surer of two names for one step.
  return steps.filter(
    (step) => step.number !== -1 || !steps.some((other) => other !== step && other.level === step.level),
  );
};

/** The numbering families that a spoken unit can mean: a plan's 第五部分 is its 五、, its 第39条 its 39. */
const FAMILIES_OF_LEVEL: Readonly<Record<AddressStep["level"], readonly RegExp[]>> = {
  part: [/^第.+(编|篇|部分)$/, new RegExp(`^${CHINESE_NUMERAL}+、$`)],
  chapter: [/^第.+章$/, new RegExp(`^${CHINESE_NUMERAL}+、$`)],
  section: [/^第.+节$/, new RegExp(`^[（(]${CHINESE_NUMERAL}+[）)]`)],
  article: [
    /^第.+条$/,
    /^[0-9０-９]+[.．、]$/,
    new RegExp(`^[（(]${CHINESE_NUMERAL}+[）)]`),
    new RegExp(`^${CHINESE_NUMERAL}+、$`),
  ],
  item: [new RegExp(`^[（(]${CHINESE_NUMERAL}+[）)]`), /^[0-9０-９]+[.．、]$/, /^[（(][0-9０-９]+[）)]/],
  subitem: [/^[0-9０-９]+[.．、]$/, /^[（(][0-9０-９]+[）)]/],
  attachment: [/^附件/],
};

const numberOfMarker = (marker: string): number | null =>
  parseChineseNumeral(marker.normalize("NFKC").replaceAll(/[第编篇章节条部分附件()（）.．、\s]/g, ""));

interface Place {
  readonly clause: Clause;
  readonly ancestors: readonly Clause[];
}

const findStep = (step: AddressStep, below: readonly Place[]): Place[] => {
  for (const family of FAMILIES_OF_LEVEL[step.level]) {
    const members = below.filter(({ clause }) => clause.marker !== null && family.test(clause.marker));
    if (members.length === 0) continue;
    if (step.number === -1) return members.slice(-1);
    const found = members.filter(({ clause }) => numberOfMarker(clause.marker ?? "") === step.number);
    if (found.length > 0) return found;
  }
  return [];
};

/** The clauses of a document that an address means, outermost step first; empty where there is none. */
export const findByAddress = (clauses: readonly Clause[], steps: readonly AddressStep[]): Place[] => {
  let places: Place[] = [...walkClauses(clauses)];
  let below = places;
  for (const step of steps) {
    places = findStep(step, below);
    if (places.length === 0) return [];
    below = places.flatMap(({ clause, ancestors }) => [
      ...walkClauses(clause.children, [...ancestors, clause]),
    ]);
  }
  return places;
};
