import type { Clause } from "../policy/clause.ts";
import type { FoundEligibility, FoundOffer } from "./collect-clauses.ts";
import type { Requirement } from "./requirement.ts";
import { choiceOf, conditionsOf } from "./requirement.ts";

/** What is applied for in several ways in one document is told apart by name. */
const GENERIC_TARGET =
  /^(?:本|该|上述|专项|资金|扶持|奖励|补贴|支持|政策|项目|企业|单位)|专项资金|扶持资金|奖补资金/;

const isInside = (inner: Clause, outer: Clause): boolean =>
  inner.start >= outer.start && inner.wholeEnd <= outer.wholeEnd;

/** The widest part of the document whose offers a clause on who may apply is about: its nearest ancestor that has any. */
const scopeOf = ({ clause, ancestors }: FoundEligibility, offers: readonly FoundOffer[]): Clause | null =>
  ancestors.findLast((ancestor) =>
    offers.some((offer) => isInside(offer.clause, ancestor) && !isInside(offer.clause, clause)),
  ) ?? null;

export const core = (target: string): string =>
  target.replace(/(?:认定|评定|备案|奖励|补贴|资助|支持|项目|企业|的|称号)+$/, "");

const mentions = (text: string, { clause, ancestors }: FoundOffer, target: string): boolean =>
  [clause, ...ancestors].some((each) =>
    text.slice(each.start, each === clause ? each.wholeEnd : each.end).includes(core(target)),
  );

/** 属于…领域的企业，标准放宽至…: for whom it holds, the relaxed number stands beside the usual one. */
export const relaxed = (requirement: Requirement, relaxation: Requirement): Requirement => {
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

/** …不享受第五条补贴: rules out from one article alone; its marker, or null. */
const ofArticle = (text: string, { kind, clause }: FoundEligibility): string | null =>
  kind !== "exclusions"
    ? null
    : (/不(?:再|得|予|能)?(?:享受|适用|执行|申[请报])(?:本[^，。；]{1,4})?(?<article>第[一二三四五六七八九十百\d]+条)(?![、和及至])/u.exec(
        text.slice(clause.start, clause.end),
      )?.groups?.["article"] ?? null);

const standsIn = ({ clause, ancestors }: FoundOffer, article: string): boolean =>
  [clause, ...ancestors].some(({ marker }) => marker === article);

/** Keeps the conditions of clauses on who may apply beside the offers that they are about. */
export const assignEligibility = (
  text: string,
  offers: readonly FoundOffer[],
  eligibility: readonly FoundEligibility[],
): {
  readonly assigned: Map<FoundOffer, FoundEligibility[]>;
  readonly loose: FoundEligibility[];
  /** Exclusions that hold for the whole document. */
  readonly general: FoundEligibility[];
} => {
  const assigned = new Map<FoundOffer, FoundEligibility[]>(offers.map((offer) => [offer, []]));
  const loose: FoundEligibility[] = [];
  const general: FoundEligibility[] = [];
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
    const article = ofArticle(text, found);
    const isSpecific = target !== null && !GENERIC_TARGET.test(target) && rivals.length > 0;
    const own =
      article !== null
        ? within.filter((offer) => standsIn(offer, article))
        : isSpecific
          ? within.filter((offer) => offer.clause === found.clause || mentions(text, offer, target))
          : within.filter(
              (offer) => offer.isRecognition !== true || offer.clause === found.clause || !found.isPrimary,
            );
    if (own.length === 0 && article === null) loose.push(found);
    else if (found.kind === "exclusions" && scope === null && article === null) general.push(found);
    for (const offer of own) assigned.get(offer)?.push(found);
  }
  return { assigned, loose, general };
};
