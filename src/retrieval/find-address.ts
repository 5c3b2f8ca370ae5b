import type { Clause } from "../policy/clause.ts";
import { walkClauses } from "../policy/clause.ts";
import type { AddressStep } from "./clause-address.ts";
import {
  ARABIC,
  ENUMERATIONS,
  labelledNumber,
  paragraphNumber,
  readMarker,
  SHAPES_OF_LEVEL,
  WRITTEN_OUT,
} from "./marker-shapes.ts";
import type { Shape } from "./marker-shapes.ts";

/** A clause that an address means, with its ancestors, outermost first. */
export interface AddressedClause {
  readonly clause: Clause;
  readonly ancestors: readonly Clause[];
}

interface Place extends AddressedClause {
  /** For the first 款, which is the article's own text: what belongs to it, and not to a later 款. */
  readonly children?: readonly Clause[];
}

const shapeOf = (clause: Clause): Shape | null => readMarker(clause)?.shape ?? null;

const isNumbered = (step: AddressStep, { clause }: Place): boolean => {
  const marker = readMarker(clause);
  if (marker === null) return false;
  if (step.path !== undefined) return marker.path === step.path.join(".");
  return marker.number === step.number && marker.suffix === (step.suffix ?? null);
};

const byPosition = (members: readonly Place[], number: number): Place[] => {
  const found = members.at(number < 0 ? number : number - 1);
  return found === undefined ? [] : [found];
};

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
    const shape = shapeOf(clause);
    return shape !== null && ARABIC.has(shape) === (step.script === "arabic");
  });
  return alike.length === 0 ? places : alike;
};

/** Below a clause already named: the nearest with that number, whatever it is called; else the nth of its children. */
const findBelow = (step: AddressStep, scope: Scope): Place[] => {
  const shapes = SHAPES_OF_LEVEL[step.level];
  const isCandidate = ({ clause }: Place): boolean => {
    const shape = shapeOf(clause);
    if (shape === null) return false;
    return shapes.includes(shape) || (shapes.includes("bracket") && ENUMERATIONS.has(shape));
  };
  const candidates = scope.below.filter((place) => isCandidate(place));
  const children = directly(scope).filter((place) => isCandidate(place));
  if (step.number < 0) return byPosition(children.length > 0 ? children : candidates, step.number);
  const found = candidates.filter((place) => isNumbered(step, place));
  if (found.length > 0) {
    const fitting = found.filter(({ clause }) => shapes.includes(shapeOf(clause) ?? "编"));
    return shallowest(inScript(step, scope, fitting.length > 0 ? fitting : found));
  }
  // （十三）…（十七） below 六、: its 第二节 is （十四）.
  const [first] = children;
  const isContinued = first !== undefined && (readMarker(first.clause)?.number ?? 1) > 1;
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
    const members = below.filter(({ clause }) => shapeOf(clause) === shape);
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

/** Paragraphs and dash items without a number of their own: the nth of the clause named before. */
const findUnnumbered = (step: AddressStep, scope: Scope): Place[] => {
  const members = directly(scope).filter(({ clause }) =>
    step.level === "dash"
      ? clause.kind === "dash"
      : clause.kind === "paragraph" && paragraphNumber(clause) === null,
  );
  if (step.number < 0) return byPosition(members, step.number);
  return members.filter(({ clause }) => labelledNumber(clause) === step.number);
};

const findStep = (step: AddressStep, scope: Scope): Place[] => {
  if (step.level === "plain" || step.level === "dash") return findUnnumbered(step, scope);
  const articles = (scope.parents ?? []).filter(({ clause }) => clause.kind === "article");
  if (step.level === "paragraph" && articles.length > 0) return findParagraph(step.number, articles);
  const isExact = step.path !== undefined || step.level.startsWith("attach");
  if (scope.parents === null || isExact) return findAnywhere(step, scope);
  const written = SHAPES_OF_LEVEL[step.level].filter((shape) => WRITTEN_OUT.has(shape));
  const isWritten = scope.below.some(({ clause }) => written.some((shape) => shapeOf(clause) === shape));
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
