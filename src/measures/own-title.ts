import type { Offer } from "./measure.ts";
import type { OrganisationKind, Requirement } from "./requirement.ts";
import { conditionsOf } from "./requirement.ts";

/** Documents that say how a title is obtained, not what is paid to those that have it. */
const OBTAINING = /认定|申报|培育|评选|遴选|入库|评定|评价|评审|评估/;
const PAYING = /资金|奖补|奖励|补贴|补助|资助|兑现|扶持/;
const COMPANY: readonly OrganisationKind[] = ["enterprise"];
const ANY_BODY: readonly OrganisationKind[] = ["enterprise", "institution", "university"];

/** Asks for the kind of applicant in place of the title that the document itself gives. */
const withoutTitle = (requirement: Requirement, title: string, brought: readonly string[]): Requirement => {
  if (requirement.kind !== "condition")
    return { ...requirement, of: requirement.of.map((inner) => withoutTitle(inner, title, brought)) };
  const { test } = requirement.condition;
  const names = test.kind === "qualification" ? test.names : test.kind === "group" ? [test.name] : [];
  const isOwn = names.some((name) => !brought.includes(name) && title.includes(name.replace(/企业$/, "")));
  if (!isOwn) return requirement;
  const kinds = names.some((name) => name.endsWith("企业")) ? COMPANY : ANY_BODY;
  return {
    kind: "condition",
    condition: { ...requirement.condition, test: { kind: "organisation", kinds } },
  };
};

/**
 * 首次入选的瞪羚企业 in the document that says how to become one: having the title follows from the conditions.
 * @param title - of the document
 * @param asked - what its clauses on who may apply ask for
 */
export const withoutOwnTitle = (
  title: string,
  offers: readonly Offer[],
  asked: readonly Requirement[],
): readonly Offer[] => {
  if (asked.length === 0 || !OBTAINING.test(title) || PAYING.test(title)) return offers;
  const conditions = asked.flatMap((each) => conditionsOf(each));
  // A title that the conditions themselves ask for is one that an applicant must bring.
  const brought = conditions.flatMap(({ test }) => (test.kind === "qualification" ? test.names : []));
  return offers.map((offer) => ({
    ...offer,
    requirement: offer.requirement === null ? null : withoutTitle(offer.requirement, title, brought),
  }));
};
