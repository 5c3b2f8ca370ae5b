import type { Clause } from "../policy/clause.ts";
import { walkClauses } from "../policy/clause.ts";
import type { PolicyDocument } from "../policy/document.ts";
import { documentArea } from "./area.ts";
import { ownSpan } from "./clause-text.ts";
import { assignEligibility, core, relaxed } from "./assign-eligibility.ts";
import { collectClauses } from "./collect-clauses.ts";
import type { FoundEligibility, FoundOffer } from "./collect-clauses.ts";
import { completeDetails, detailsIn } from "./details.ts";
import type { ReadingContext } from "./eligibility.ts";
import { foldText } from "./fold-text.ts";
import type { Area, Measure, MeasureDetails, Offer } from "./measure.ts";
import type { Requirement, TextSpan } from "./requirement.ts";
import { allOf } from "./requirement.ts";
import { withoutDefined } from "./without-defined.ts";
import { withoutOwnTitle } from "./own-title.ts";
import { isServiceItem, readServiceItem } from "./service-item.ts";
import { supportForms } from "./support-forms.ts";

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

/** Whether a requirement says in all its branches where its addressees must be. */
const holdsPlace = (requirement: Requirement): boolean => {
  if (requirement.kind === "all") return requirement.of.some((each) => holdsPlace(each));
  if (requirement.kind === "choice") return requirement.of.every((each) => holdsPlace(each));
  const { test, negated } = requirement.condition;
  return test.kind === "place" && !negated && !test.names.includes("中国");
};

const namesPlace = (requirements: readonly (Requirement | null)[]): boolean =>
  requirements.some((requirement) => requirement !== null && holdsPlace(requirement));

interface Surroundings {
  readonly document: PolicyDocument;
  readonly text: string;
  readonly area: Area | null;
  readonly details: (clause: Clause, ancestors: readonly Clause[]) => MeasureDetails;
}

const AWARDED = /(?:首次|新|经|获得?|通过)(?:申请)?(?:认定|列入|评定|入库|入选|评为)/;

/** What other clauses give to whom this one recognises: 首次认定为…的，给予30万元。 */
const awardsOf = (text: string, { clause, target }: FoundOffer, all: readonly FoundOffer[]): Offer[] => {
  const awards = all
    .filter(
      (other) => other.clause !== clause && other.isRecognition !== true && other.kind === "entitlement",
    )
    .flatMap(({ offers }) => offers)
    .filter(({ sentence, size }) => size > 0 && AWARDED.test(text.slice(sentence.start, sentence.end)))
    .map((offer) => ({ ...offer, support: offer.sentence }));
  const named = awards.filter(
    ({ sentence }) => target != null && text.slice(sentence.start, sentence.end).includes(core(target)),
  );
  return named.length > 0 ? named : awards;
};

const measureOf = (
  { document, text, area, details }: Surroundings,
  found: FoundOffer,
  requirement: Requirement | null,
  all: readonly FoundOffer[],
): Measure => {
  const { clause, ancestors, offers, kind } = found;
  const { start, end } = found.sentence ?? clause;
  // What only lists conditions is about what the document is about.
  const title = found.isRecognition === true ? document.title : titleOf(document, found);
  const supported = offers.map(({ support }) => text.slice(support.start, support.end)).join(" ");
  const asked = offers.map((offer) => offer.requirement);
  const local = namesPlace([requirement]) || asked.every((each) => namesPlace([each]));
  return {
    documentId: document.documentId,
    clauseId: clause.clauseId,
    title,
    kind,
    start,
    end,
    requirement,
    offers,
    awards: found.isRecognition === true ? awardsOf(text, found, all) : [],
    forms: supportForms(`${title} ${supported}`),
    validity: clause.validity ?? null,
    area: local ? null : area,
    ...(kind === "direction"
      ? detailsIn(text, { start: clause.start, end: clause.wholeEnd })
      : details(clause, ancestors)),
  };
};

/** Clauses on who may apply in a document that names no sum: what is applied for is the recognition itself. */
const recognitions = (
  loose: readonly FoundEligibility[],
  general: readonly FoundEligibility[],
): FoundOffer[] => {
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
      ...[...loose.filter((each) => !shown.includes(each)), ...general].map((each) => each.requirement),
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
  const issued = document.jurisdiction === "全国" ? null : document.jurisdiction;
  const isNarrower = area !== null && issued !== null && area.name.startsWith(issued);
  const jurisdiction = isNarrower ? area.name : (issued ?? area?.name ?? null);
  const zone =
    area !== null && !/[省市县]$|(?<!开发|高新|新|园|示范|自贸|经开|保税|合作)区$/.test(area.name)
      ? area.name
      : null;
  const context: ReadingContext = { text, jurisdiction, zone };
  if (isServiceItem(text)) return serviceItems(document, context);
  const { offers, eligibility } = collectClauses(document, context);
  const { assigned, loose, general } = assignEligibility(text, offers, eligibility);
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
    const own = assigned.get(found) ?? [];
    const targets = own.flatMap(({ kind, target }) =>
      kind === "conditions" && target !== null ? [target] : [],
    );
    const known = (each: Requirement): Requirement => withoutDefined(text, each, targets);
    const asked = own.flatMap((each) => (each.requirement === null ? [] : [known(each.requirement)]));
    const requirement = requirementOf([...asked, found.base]);
    const all = found.offers.map((offer) => ({
      ...offer,
      requirement: offer.requirement === null ? null : known(offer.requirement),
    }));
    return measureOf(
      around,
      { ...found, offers: withoutOwnTitle(document.title, all, asked) },
      requirement === null ? null : relaxations.reduce((kept, each) => relaxed(kept, each), requirement),
      offers,
    );
  });
  const isRecognising = loose.length > 0 && !/规划|纲要|行动计划|意见|方案|批复|^国务院/.test(document.title);
  if (isRecognising) {
    for (const found of recognitions(
      loose.filter(({ kind }) => kind !== "relaxation"),
      general,
    ))
      measures.push(measureOf(around, found, found.base, offers));
  }
  return measures;
};
