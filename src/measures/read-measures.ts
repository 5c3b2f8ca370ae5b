import type { Clause } from "../policy/clause.ts";
import { walkClauses } from "../policy/clause.ts";
import type { PolicyDocument } from "../policy/document.ts";
import { documentArea } from "./area.ts";
import { ownSpan } from "./clause-text.ts";
import { collectClauses } from "./collect-clauses.ts";
import type { FoundEligibility, FoundOffer } from "./collect-clauses.ts";
import { completeDetails, detailsIn } from "./details.ts";
import type { ReadingContext } from "./eligibility.ts";
import { foldText } from "./fold-text.ts";
import type { Area, Measure, MeasureDetails } from "./measure.ts";
import type { Requirement, TextSpan } from "./requirement.ts";
import { allOf, choiceOf, conditionsOf } from "./requirement.ts";
import { isServiceItem, readServiceItem } from "./service-item.ts";
import { supportForms } from "./support-forms.ts";

/** What is applied for in several ways in one document is told apart by name. */
const GENERIC_TARGET =
  /^(?:本|该|上述|专项|资金|扶持|奖励|补贴|支持|政策|项目|企业|单位)|专项资金|扶持资金|奖补资金/;

const headingOf = (clause: Clause | undefined): string | null => {
  const heading = clause?.heading ?? null;
  return heading === null || heading.trim() === "" ? null : heading.trim();
};

const titleOf = (document: PolicyDocument, { clause, ancestors }: FoundOffer): string => {
  const heading = headingOf(clause);
  if (heading !== null && heading.length <= 60) return heading;
  const own = ownSpan(document.text, clause);
  const [first = ""] = document.text.slice(own.start, own.end).split("\n");
  const lead = /^(.{4,30}?)[。：]/.exec(first)?.[1];
  if (lead !== undefined && !/[，；]/.test(lead)) return lead;
  const above = ancestors
    .filter(({ kind }) => kind !== "title" && kind !== "attachment")
    .map((each) => headingOf(each))
    .findLast((each) => each !== null && each !== document.title && each.length <= 60);
  return above ?? document.title;
};

const isInside = (inner: Clause, outer: Clause): boolean =>
  inner.start >= outer.start && inner.wholeEnd <= outer.wholeEnd;

/** The widest part of the document whose offers a clause on who may apply is about: its nearest ancestor that has any. */
const scopeOf = ({ clause, ancestors }: FoundEligibility, offers: readonly FoundOffer[]): Clause | null =>
  ancestors.findLast((ancestor) =>
    offers.some((offer) => isInside(offer.clause, ancestor) && !isInside(offer.clause, clause)),
  ) ?? null;

const core = (target: string): string =>
  target.replace(/(?:认定|评定|备案|奖励|补贴|资助|支持|项目|企业|的|称号)+$/, "");

const mentions = (text: string, { clause, ancestors }: FoundOffer, target: string): boolean =>
  [clause, ...ancestors].some((each) =>
    text.slice(each.start, each === clause ? each.wholeEnd : each.end).includes(core(target)),
  );

const requirementOf = (parts: readonly (Requirement | null)[]): Requirement | null => {
  const present = parts.filter((part) => part !== null);
  return present.length === 0 ? null : allOf(present);
};

/** The document without what its offers say, so that one offer's department is not taken for another's. */
const withoutOffers = (text: string, offers: readonly FoundOffer[]): string => {
  let rest = text;
  for (const { clause } of offers) {
    const { start, wholeEnd } = clause;
    rest = rest.slice(0, start) + " ".repeat(wholeEnd - start) + rest.slice(wholeEnd);
  }
  return rest;
};

const namesPlace = (requirements: readonly (Requirement | null)[]): boolean =>
  requirements.some(
    (requirement) =>
      requirement !== null &&
      conditionsOf(requirement).some(({ test }) => test.kind === "place" && !test.names.includes("中国")),
  );

/** 属于…领域的企业，标准放宽至…: for whom it holds, the relaxed number stands beside the usual one. */
const relaxed = (requirement: Requirement, relaxation: Requirement): Requirement => {
  const number = conditionsOf(relaxation).find(({ test }) => test.kind === "number");
  const swap = (each: Requirement): Requirement => {
    if (each.kind !== "condition") return { ...each, of: each.of.map((inner) => swap(inner)) };
    const { test } = each.condition;
    const isSame =
      test.kind === "number" &&
      number?.test.kind === "number" &&
      test.field === number.test.field &&
      (test.range.min === null) === (number.test.range.min === null);
    return isSame ? choiceOf([each, relaxation]) : each;
  };
  return swap(requirement);
};

/** Keeps the conditions of clauses on who may apply beside the offers that they are about. */
const assign = (
  text: string,
  offers: readonly FoundOffer[],
  eligibility: readonly FoundEligibility[],
): { readonly assigned: Map<FoundOffer, FoundEligibility[]>; readonly loose: FoundEligibility[] } => {
  const assigned = new Map<FoundOffer, FoundEligibility[]>(offers.map((offer) => [offer, []]));
  const loose: FoundEligibility[] = [];
  const entitlements = offers.filter(({ kind }) => kind === "entitlement");
  const hasConditions = eligibility.some(
    ({ kind, requirement }) => kind === "conditions" && requirement !== null,
  );
  for (const found of eligibility) {
    // What a word means in a document is not asked for beside the conditions that are listed.
    if (found.kind === "definition" && hasConditions) continue;
    if (found.kind === "relaxation") continue;
    const scope = scopeOf(found, entitlements);
    const within = entitlements.filter(({ clause }) => scope === null || isInside(clause, scope));
    const rivals = eligibility.filter(
      (other) =>
        other !== found &&
        other.target !== null &&
        other.target !== found.target &&
        scopeOf(other, entitlements) === scope,
    );
    const { target } = found;
    const isSpecific = target !== null && !GENERIC_TARGET.test(target) && rivals.length > 0;
    const own = isSpecific
      ? within.filter((offer) => offer.clause === found.clause || mentions(text, offer, target))
      : within.filter(
          (offer) => offer.isRecognition !== true || offer.clause === found.clause || !found.isPrimary,
        );
    if (own.length === 0) loose.push(found);
    for (const offer of own) assigned.get(offer)?.push(found);
  }
  return { assigned, loose };
};

interface Surroundings {
  readonly document: PolicyDocument;
  readonly text: string;
  readonly area: Area | null;
  readonly details: (clause: Clause, ancestors: readonly Clause[]) => MeasureDetails;
}

const measureOf = (
  { document, text, area, details }: Surroundings,
  found: FoundOffer,
  requirement: Requirement | null,
): Measure => {
  const { clause, ancestors, offers, kind } = found;
  const { start, end } = found.sentence ?? clause;
  // What only lists conditions is about what the document is about.
  const title = found.isRecognition === true ? document.title : titleOf(document, found);
  const supported = offers.map(({ support }) => text.slice(support.start, support.end)).join(" ");
  const local = namesPlace([requirement, ...offers.map((offer) => offer.requirement)]);
  return {
    documentId: document.documentId,
    clauseId: clause.clauseId,
    title,
    kind,
    start,
    end,
    requirement,
    offers,
    forms: supportForms(`${title} ${supported}`),
    validity: clause.validity ?? null,
    area: local ? null : area,
    ...details(clause, ancestors),
  };
};

/** Clauses on who may apply in a document that names no sum: what is applied for is the recognition itself. */
const recognitions = (loose: readonly FoundEligibility[]): FoundOffer[] => {
  const primary = loose.filter(({ isPrimary, requirement }) => isPrimary && requirement !== null);
  const shown =
    primary.length > 0
      ? primary
      : loose.filter(({ kind, requirement }) => kind === "conditions" && requirement !== null);
  const byTarget = Map.groupBy(shown, ({ target }) => target ?? "");
  return [...byTarget.values()].flatMap((same): FoundOffer[] => {
    const [first] = same;
    if (first === undefined) return [];
    const requirement = requirementOf([
      ...same.map((each) => each.requirement),
      ...loose.filter((each) => !shown.includes(each)).map((each) => each.requirement),
    ]);
    const { clause, ancestors } = first;
    const support: TextSpan = { start: clause.start, end: clause.end };
    return [
      {
        clause,
        ancestors,
        kind: "entitlement",
        isRecognition: true,
        base: requirement,
        offers: [{ requirement: null, sentence: support, support, amount: null, size: 0 }],
      },
    ];
  });
};

const serviceItems = (document: PolicyDocument, context: ReadingContext): Measure[] => {
  const found: Measure[] = [];
  for (const { clause } of walkClauses(document.clauses)) {
    const span = { start: clause.start, end: clause.wholeEnd };
    if (!isServiceItem(context.text.slice(span.start, span.end))) continue;
    if (clause.children.some((child) => isServiceItem(context.text.slice(child.start, child.wholeEnd))))
      continue;
    const measure = readServiceItem(context, document.documentId, clause, span);
    if (measure !== null) found.push(measure);
  }
  const [first] = document.clauses;
  if (found.length > 0 || first === undefined) return found;
  // One item as a file: each of its lines is a clause.
  const whole = readServiceItem(context, document.documentId, first, { start: 0, end: context.text.length });
  return whole === null ? [] : [whole];
};

/** Everything that a document offers, with who is addressed and under which conditions, read from its clauses alone. */
export const readMeasures = (document: PolicyDocument): Measure[] => {
  const text = foldText(document.text);
  const area = documentArea(document);
  const jurisdiction =
    document.jurisdiction === "全国" ? null : (document.jurisdiction ?? area?.name ?? null);
  const context: ReadingContext = { text, jurisdiction };
  if (isServiceItem(text)) return serviceItems(document, context);
  const { offers, eligibility } = collectClauses(document, context);
  const { assigned, loose } = assign(text, offers, eligibility);
  const remaining = withoutOffers(text, offers);
  const whole = { start: 0, end: text.length };
  const far = detailsIn(remaining, whole);
  const details = (clause: Clause, ancestors: readonly Clause[]): MeasureDetails =>
    ancestors
      .toReversed()
      .reduce(
        (near, { start, wholeEnd: end }) => completeDetails(near, detailsIn(remaining, { start, end })),
        detailsIn(text, { start: clause.start, end: clause.wholeEnd }),
      );
  const around: Surroundings = {
    document,
    text,
    area,
    details: (clause, ancestors) => completeDetails(details(clause, ancestors), far),
  };
  const relaxations = eligibility.flatMap(({ kind, requirement }) =>
    kind === "relaxation" && requirement !== null ? [requirement] : [],
  );
  const measures = offers.map((found) => {
    const asked = (assigned.get(found) ?? []).map(({ requirement }) => requirement);
    const requirement = requirementOf([...asked, found.base]);
    return measureOf(
      around,
      found,
      requirement === null ? null : relaxations.reduce((kept, each) => relaxed(kept, each), requirement),
    );
  });
  const isRecognising = loose.length > 0 && !/规划|纲要/.test(document.title);
  if (isRecognising) {
    for (const found of recognitions(loose.filter(({ kind }) => kind !== "relaxation")))
      measures.push(measureOf(around, found, found.base));
  }
  return measures;
};
