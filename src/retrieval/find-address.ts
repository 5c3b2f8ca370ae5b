import { CHINESE_NUMERAL, parseChineseNumeral } from "../policy/chinese-numerals.ts";
import type { Clause } from "../policy/clause.ts";
import { walkClauses } from "../policy/clause.ts";
import type { AddressLevel, AddressStep } from "./clause-address.ts";

/** A clause that an address means, with its ancestors, outermost first. */
export interface AddressedClause {
  readonly clause: Clause;
  readonly ancestors: readonly Clause[];
}

interface Place extends AddressedClause {
  /** For the first 款, which is the article's own text: what belongs to it, and not to a later 款. */
  readonly children?: readonly Clause[];
}

/** How a document writes the number of a clause. */
type Shape =
  | "编"
  | "章"
  | "节"
  | "条"
  | "comma"
  | "bracket"
  | "arabic"
  | "arabic-bracket"
  | "circled"
  | "whole"
  | "decimal"
  | "attachment"
  | "attached-table";

const SHAPES: readonly (readonly [Shape, RegExp])[] = [
  ["circled", /^[①-⑳⑴-⒇]/],
  ["编", /^第.+(?:编|篇|部分)$/],
  ["章", /^第.+章(?:之.+)?$/],
  ["节", /^第.+节$/],
  ["条", /^第.+条(?:之.+)?$/],
  ["comma", new RegExp(`^${CHINESE_NUMERAL}+[、.．]$`)],
  ["bracket", new RegExp(`^[（(]${CHINESE_NUMERAL}+[）)]`)],
  ["arabic", /^[0-9０-９]+[.．、)）]$/],
  ["arabic-bracket", /^[（(][0-9０-９]+[）)]/],
  ["whole", /^[0-9０-９]+$/],
  ["decimal", /^[0-9０-９]+(?:[.．][0-9０-９]+)+/],
  ["attachment", /^附(?:件|录|$)/],
  ["attached-table", /^附[表图]/],
];

const shapeOf = (marker: string | null): Shape | null =>
  marker === null ? null : (SHAPES.find(([, pattern]) => pattern.test(marker))?.[0] ?? null);

/**
 * What a unit can mean, the likeliest first: a plan's 第五部分 is its 五、, its 第39条 its 39. A document that
 * writes the first of them itself (第五条) means nothing else by it.
 */
const SHAPES_OF_LEVEL: Readonly<Record<AddressLevel, readonly Shape[]>> = {
  part: ["编", "comma", "whole", "章"],
  chapter: ["章", "comma", "whole"],
  section: ["节", "bracket", "decimal"],
  article: ["条", "arabic", "bracket", "comma", "decimal"],
  // Outside articles people say 款 and 项 for the same.
  paragraph: ["bracket", "arabic", "arabic-bracket"],
  item: ["bracket", "arabic", "arabic-bracket", "circled", "comma", "decimal"],
  point: ["arabic", "bracket", "arabic-bracket", "circled", "comma", "decimal"],
  subitem: ["arabic", "arabic-bracket", "circled", "bracket"],
  bracketed: ["bracket", "arabic-bracket", "arabic"],
  bare: ["arabic", "arabic-bracket"],
  decimal: ["decimal"],
  attachment: ["attachment"],
  "attached-table": ["attached-table"],
  dash: [],
  plain: [],
};
/** Units of which a document that uses them at all writes every one so. */
const WRITTEN_OUT: ReadonlySet<Shape> = new Set(["编", "章", "节", "条"]);
const ENUMERATIONS: ReadonlySet<Shape> = new Set([
  "comma",
  "bracket",
  "arabic",
  "arabic-bracket",
  "circled",
  "decimal",
]);
const ARABIC: ReadonlySet<Shape> = new Set(["arabic", "arabic-bracket", "circled", "whole", "decimal"]);

const SUFFIX = new RegExp(`之(${CHINESE_NUMERAL}{1,6}|[0-9]{1,4})$`);

/** The number of a marker; of a decimal the last one. */
const numberOfMarker = (marker: string): number | null => {
  const bare = marker.normalize("NFKC").replace(SUFFIX, "");
  const decimal = /^[0-9.]+\.([0-9]+)$/.exec(bare)?.[1];
  if (decimal !== undefined) return Number(decimal);
  return parseChineseNumeral(bare.replaceAll(/[第编篇章节条部分附件录表图()（）.．、\s]/g, ""));
};

const suffixOfMarker = (marker: string): number | null =>
  parseChineseNumeral(SUFFIX.exec(marker.normalize("NFKC"))?.[1] ?? "");

const isNumbered = (step: AddressStep, { clause }: Place): boolean => {
  const marker = clause.marker ?? "";
  if (step.path !== undefined) return marker.normalize("NFKC").replace(/[.、]$/, "") === step.path.join(".");
  return numberOfMarker(marker) === step.number && suffixOfMarker(marker) === (step.suffix ?? null);
};

const byPosition = (members: readonly Place[], number: number): Place[] => {
  const found = members.at(number < 0 ? number : number - 1);
  return found === undefined ? [] : [found];
};

const PARAGRAPH_LABEL = new RegExp(`第(${CHINESE_NUMERAL}+)款$`);

/** Which 款 of its article a clause is; null for what is none. */
const paragraphNumber = ({ kind, label }: Clause): number | null =>
  kind === "paragraph" ? parseChineseNumeral(PARAGRAPH_LABEL.exec(label)?.[1] ?? "") : null;

/** The 款 of the articles just named: the article's own text is the first, the paragraphs below it are the others. */
const findParagraph = (number: number, articles: readonly Place[]): Place[] =>
  articles.flatMap(({ clause, ancestors }): Place[] => {
    const paragraphs = clause.children.filter((each) => paragraphNumber(each) !== null);
    const wanted = number < 0 ? (paragraphNumber(paragraphs.at(number) ?? clause) ?? 1) : number;
    const later = paragraphs.find((each) => paragraphNumber(each) === wanted);
    if (later !== undefined) return [{ clause: later, ancestors: [...ancestors, clause] }];
    const own = clause.children.filter((each) => each.kind !== "paragraph");
    return wanted === 1 ? [{ clause, ancestors, children: own }] : [];
  });

/** What lies below the clauses named so far. */
interface Scope {
  /** Null before the first step: the whole document. */
  readonly parents: readonly Place[] | null;
  readonly below: readonly Place[];
  /** The steps before. */
  readonly steps: readonly AddressStep[];
}

const directly = ({ parents, below }: Scope): readonly Place[] => {
  if (parents === null)
    return below.filter(({ ancestors }) => ancestors.every(({ marker }) => marker === null));
  const above = new Set(parents.map(({ clause }) => clause));
  return below.filter(({ ancestors }) => {
    const parent = ancestors.at(-1);
    return parent !== undefined && above.has(parent);
  });
};

const shallowest = (places: readonly Place[]): Place[] => {
  const least = Math.min(...places.map(({ ancestors }) => ancestors.length));
  return places.filter(({ ancestors }) => ancestors.length === least);
};

/** 第二部分第3条: where the part's number is Chinese, an Arabic one tells which of two is meant. */
const inScript = (step: AddressStep, { steps }: Scope, places: readonly Place[]): readonly Place[] => {
  if (steps.every(({ script }) => script === step.script)) return places;
  const alike = places.filter(({ clause }) => {
    const shape = shapeOf(clause.marker);
    return shape !== null && ARABIC.has(shape) === (step.script === "arabic");
  });
  return alike.length === 0 ? places : alike;
};

/** Below a clause already named: the nearest with that number, whatever it is called; else the nth of its children. */
const findBelow = (step: AddressStep, scope: Scope): Place[] => {
  const shapes = SHAPES_OF_LEVEL[step.level];
  const isCandidate = ({ clause }: Place): boolean => {
    const shape = shapeOf(clause.marker);
    if (shape === null) return false;
    return shapes.includes(shape) || (shapes.includes("bracket") && ENUMERATIONS.has(shape));
  };
  const candidates = scope.below.filter((place) => isCandidate(place));
  const children = directly(scope).filter((place) => isCandidate(place));
  if (step.number < 0) return byPosition(children.length > 0 ? children : candidates, step.number);
  const found = candidates.filter((place) => isNumbered(step, place));
  if (found.length > 0) {
    const fitting = found.filter(({ clause }) => shapes.includes(shapeOf(clause.marker) ?? "编"));
    return shallowest(inScript(step, scope, fitting.length > 0 ? fitting : found));
  }
  // （十三）…（十七） below 六、: its 第二节 is （十四）.
  const [first] = children;
  const isContinued = first !== undefined && (numberOfMarker(first.clause.marker ?? "") ?? 1) > 1;
  return isContinued && step.level !== "bracketed" && step.level !== "bare"
    ? byPosition(children, step.number)
    : [];
};

/** The shapes that a step can mean, those first that look as its number is written: 第5项 is a 5., 第（5）条 a （五）. */
const likelyShapes = ({ level, script, inBrackets }: AddressStep): readonly Shape[] => {
  const shapes = SHAPES_OF_LEVEL[level];
  const isLike = (shape: Shape): boolean => {
    if (WRITTEN_OUT.has(shape)) return true;
    if (inBrackets) return shape === "bracket" || shape === "arabic-bracket";
    return script === "arabic" && shape === "arabic";
  };
  return [...shapes.filter((shape) => isLike(shape)), ...shapes.filter((shape) => !isLike(shape))];
};

/** In the whole document: the likeliest meaning of which there is one; 第三条 of an opinion may be its 三、. */
const findAnywhere = (step: AddressStep, { below }: Scope): Place[] => {
  let first: Place[] = [];
  for (const shape of likelyShapes(step)) {
    const members = below.filter(({ clause }) => shapeOf(clause.marker) === shape);
    if (members.length === 0) continue;
    const found =
      step.number < 0 ? byPosition(members, step.number) : members.filter((place) => isNumbered(step, place));
    if (WRITTEN_OUT.has(shape) && SHAPES_OF_LEVEL[step.level][0] === shape) return found;
    // Of several （三） none is meant more than another; the one 三、 is.
    if (
      first.length === 0 ||
      (first.length > 1 && found.length === 1 && shape === "comma" && !step.inBrackets)
    )
      first = found;
  }
  return first;
};

const LABELLED = new RegExp(`第(\\d+|${CHINESE_NUMERAL}+)[段项]$`);

/** Paragraphs and dash items without a number of their own: the nth of the clause named before. */
const findUnnumbered = (step: AddressStep, scope: Scope): Place[] => {
  const members = directly(scope).filter(({ clause }) =>
    step.level === "dash"
      ? clause.kind === "dash"
      : clause.kind === "paragraph" && paragraphNumber(clause) === null,
  );
  if (step.number < 0) return byPosition(members, step.number);
  return members.filter(
    ({ clause }) => parseChineseNumeral(LABELLED.exec(clause.label)?.[1] ?? "") === step.number,
  );
};

const findStep = (step: AddressStep, scope: Scope): Place[] => {
  if (step.level === "plain" || step.level === "dash") return findUnnumbered(step, scope);
  const articles = (scope.parents ?? []).filter(({ clause }) => clause.kind === "article");
  if (step.level === "paragraph" && articles.length > 0) return findParagraph(step.number, articles);
  const isExact = step.path !== undefined || step.level.startsWith("attach");
  if (scope.parents === null || isExact) return findAnywhere(step, scope);
  const written = SHAPES_OF_LEVEL[step.level].filter((shape) => WRITTEN_OUT.has(shape));
  const isWritten = scope.below.some(({ clause }) =>
    written.some((shape) => shapeOf(clause.marker) === shape),
  );
  return isWritten ? findAnywhere(step, scope) : findBelow(step, scope);
};

/** The clauses of a document that an address means, in text order; empty where there is none. */
export const findByAddress = (
  clauses: readonly Clause[],
  address: readonly AddressStep[],
): AddressedClause[] => {
  let scope: Scope = { parents: null, below: [...walkClauses(clauses)], steps: [] };
  for (const step of address) {
    const places = findStep(step, scope);
    if (places.length === 0) return [];
    scope = {
      parents: places,
      below: places.flatMap(({ clause, ancestors, children }) => [
        ...walkClauses(children ?? clause.children, [...ancestors, clause]),
      ]),
      steps: [...scope.steps, step],
    };
  }
  return address.length === 0 ? [] : [...(scope.parents ?? [])];
};
