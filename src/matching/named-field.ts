import { industryWithin, ownIndustriesIn } from "../measures/industries.ts";
import type { Facts } from "./facts.ts";
import { denies } from "./plain-words.ts";

/** 食用菌加工: what is worked on, and how. */
const FIELD = /^(?<what>[一-龥]{2,6}?)(?<how>生产|加工|流通|种植|养殖|制造|销售)$/u;
/** What else may be named in the list between them. */
const BETWEEN = "(?:(?:生产|加工|流通|种植|养殖|制造|销售)(?:、|和|及|或者?))*";
/** Nothing narrower may stand behind. */
const BEHIND = "(?=(?:类|型|业|行业|领域)*(?:的)?(?:企业|单位|公司|为主|、|和|或|$))";

/**
 * The field of business, as it was filled in, that the words of a condition name: 食用菌加工 for 果蔬、水产、食用菌加工类企业 and
 * for 以农产品生产、加工为主业; undefined where they name none of them.
 */
export const namedField = ({ sources }: Facts, words: string): string | undefined => {
  if (sources.industries?.from !== "field" || denies(words) || /\d/.test(words)) return undefined;
  if (!/(?:企业|为主营?业?务?|为主业)(?:的)?$/.test(words)) return undefined;
  return sources.industries.text.split("、").find((field) => {
    const { what, how } = FIELD.exec(field)?.groups ?? {};
    if (what === undefined || how === undefined) return false;
    const isGrown = ownIndustriesIn(field).some(({ name }) => industryWithin(name).has("农业"));
    return [what, ...(isGrown ? ["农产品"] : [])].some((each) =>
      new RegExp(
        `(?:^|[^一-龥非]|以|为|从事|主营|、)${each}${BETWEEN}${how}(?:[、和或者及](?:生产|加工|流通|农业休闲服务|服务))*${BEHIND}`,
        "u",
      ).test(words),
    );
  });
};
