import { core } from "./assign-eligibility.ts";
import type { Condition, OrganisationKind, Requirement } from "./requirement.ts";

const COMPANY: readonly OrganisationKind[] = ["enterprise"];
const ANY_BODY: readonly OrganisationKind[] = ["enterprise", "institution", "university"];
/** 经认定的…, 评为…的, 符合前条条件的…: refers to what the conditions of the document make of an applicant. */
const REFERS =
  /(?:首次|新|经|获得?|被|通过)?(?:申请)?(?:认定|评定|评为|评选|获评|列入|入选|入库|纳入)|符合(?:前[条款]|上述|本(?:办法|细则|措施)|第[一二三四五六七八九十]+条)/;
/** What is paid for is no title: 高新技术企业奖励 is applied for by those that have the title. */
const PAID = /奖励|补贴|补助|资助|奖补|资金|贴息|返还|支持|扶持|贷款/;

const isReference = (text: string, { test, start, end }: Condition, names: readonly string[]): boolean => {
  const words = text.slice(start, end);
  if (/^符合(?:前[条款]|上述)[^，。]{0,12}(?:条件|规定|要求)的?/.test(words) && test.kind === "unread")
    return true;
  if (!names.some((name) => words.includes(name))) return false;
  if (test.kind === "group") return true;
  return test.kind === "unread" && REFERS.test(words);
};

/**
 * A requirement without the conditions that only name what the document itself makes of an applicant (经认定的总部企业): that
 * follows from the conditions it lists. The kind of applicant stands in their place.
 * @param targets - what the clauses on who may apply say is applied for
 */
export const withoutDefined = (
  text: string,
  requirement: Requirement,
  targets: readonly string[],
): Requirement => {
  const names = targets
    .filter((target) => !PAID.test(target))
    .map((target) =>
      core(target)
        .replace(/^(?![省市区县])[一-龥]{1,6}?[省市区县](?=[一-龥]{4})/, "")
        .replace(/^(?:国家级|省级|市级|区级|国家|省|市|区)/, ""),
    )
    .filter((name) => name.length >= 2);
  if (targets.length === 0) return requirement;
  const swap = (each: Requirement): Requirement => {
    if (each.kind !== "condition") return { ...each, of: each.of.map((inner) => swap(inner)) };
    const { condition } = each;
    if (condition.negated || !isReference(text, condition, names)) return each;
    const kinds = /企业/.test(text.slice(condition.start, condition.end)) ? COMPANY : ANY_BODY;
    return {
      kind: "condition",
      condition: { ...condition, test: { kind: "organisation", kinds }, addressee: true },
    };
  };
  return swap(requirement);
};
