import type { Clause } from "../policy/clause.ts";
import type { PolicyDocument } from "../policy/document.ts";
import { ownSpan } from "./clause-text.ts";
import type { EligibilityKind, ReadingContext } from "./eligibility.ts";
import { eligibilityKind, readEligibility, readListed, readText } from "./eligibility.ts";
import type { Offer } from "./measure.ts";
import { readDirections } from "./read-directions.ts";
import { readOffers } from "./read-offers.ts";
import type { Requirement } from "./requirement.ts";

interface Placed {
  readonly clause: Clause;
  readonly ancestors: readonly Clause[];
}

/** A clause that offers something. */
export interface FoundOffer extends Placed {
  readonly kind: "entitlement" | "direction";
  /** What all its offers ask for. */
  readonly base: Requirement | null;
  readonly offers: readonly Offer[];
  /** What is offered is the recognition itself. */
  readonly isRecognition?: boolean;
}

/** A clause that says who may apply, or who may not. */
export interface FoundEligibility extends Placed {
  readonly kind: EligibilityKind;
  readonly requirement: Requirement | null;
  /** What it says one applies for, or null. */
  readonly target: string | null;
  /** Whether it lists conditions, rather than saying to whom the document applies. */
  readonly isPrimary: boolean;
}

/** Documents that plan and guide: what they promise without a sum is a direction. */
const PLANNING = /规划|纲要|行动计划|工作要点|指导意见|工作方案|意见|实施方案|总体方案|批复/;
const SKIPPED: ReadonlySet<Clause["kind"]> = new Set(["title", "contents", "footnote"]);
const LIST_FOLLOWS = /(?:以下|下列|如下)[^。；]{0,16}标准|标准(?:如下)?[：]?$|分档|分级|分类|[：]$/;
const CONDITIONS_FOLLOW =
  /(?:符合|具备|满足|达到|有)(?:以下|下列|如下)[^。：]{0,24}(?:条件|要求|标准|之一|情形)/;
const NOT_CONDITIONS =
  /^(?:申报|申请|所需|提交)?(?:的)?(?:材料|资料|程序|流程|时间|方式|地点)|材料(?:清单)?[：]?$/;
const TARGETS =
  /(?:申请|申报|认定为?|评定为?|参评)(?<target>[^，。；：]{2,24}?)(?:认定|评定|备案|资格)?(?:的|应|须|需|，|：|条件)|^(?<heading>[^，。；：]{2,24}?)(?:的)?(?:认定|评定|申报|申请|评价)(?:条件|标准)/u;

const targetOf = (words: string): string | null => {
  const groups = TARGETS.exec(words)?.groups;
  const target = (groups?.["target"] ?? groups?.["heading"] ?? "").trim();
  return target.length < 2 || /^(?:企业|单位|机构|主体|应|的|项目|基本|条件)/.test(target) ? null : target;
};

/** The clauses of a document that offer something and those that say to whom, in text order. */
export const collectClauses = (
  document: PolicyDocument,
  context: ReadingContext,
): { readonly offers: readonly FoundOffer[]; readonly eligibility: readonly FoundEligibility[] } => {
  const { text } = context;
  const isPlanning = PLANNING.test(document.title) && !/若干措施|办法|细则/.test(document.title);
  const offers: FoundOffer[] = [];
  const eligibility: FoundEligibility[] = [];
  const wordsOf = (clause: Clause): string => {
    const { start, end } = ownSpan(text, clause);
    return text.slice(start, end);
  };
  const offersIn = (clause: Clause): readonly Offer[] => {
    const { offers: found, promised } = readOffers(context, ownSpan(text, clause));
    return promised || !isPlanning ? found : [];
  };
  const holdsOffer = (clause: Clause): boolean =>
    offersIn(clause).length > 0 || clause.children.some((child) => holdsOffer(child));
  const isOther = (clause: Clause): boolean =>
    NOT_CONDITIONS.test(wordsOf(clause).slice(0, 20)) || holdsOffer(clause) || SKIPPED.has(clause.kind);

  const visit = (clause: Clause, ancestors: readonly Clause[]): void => {
    const below = [...ancestors, clause];
    const descend = (): void => {
      for (const child of clause.children) visit(child, below);
    };
    if (SKIPPED.has(clause.kind)) {
      descend();
      return;
    }
    const words = wordsOf(clause);
    const own = offersIn(clause);
    const kind = eligibilityKind(text, clause);
    if (own.length > 0 && kind !== "exclusions") {
      const listed = CONDITIONS_FOLLOW.test(words) && clause.children.some((child) => !isOther(child));
      const base = listed ? readListed(context, clause, words, isOther) : null;
      const tiers = LIST_FOLLOWS.test(words) ? clause.children.flatMap((child) => offersIn(child)) : [];
      const first = own[0]?.requirement ?? null;
      offers.push({
        clause,
        ancestors,
        kind: "entitlement",
        base: base ?? (tiers.length > 0 ? first : null),
        offers: tiers.length > 0 && !listed ? tiers : own,
      });
      if (!listed && tiers.length === 0) descend();
      return;
    }
    // 第二章 认定条件: a heading above clauses that say it themselves.
    const isHeading =
      clause.children.some((child) => eligibilityKind(text, child) !== null) && words.length < 20;
    if (kind !== null && !isHeading) {
      const requirement = readEligibility(context, clause, isOther);
      eligibility.push({
        clause,
        ancestors,
        kind,
        requirement,
        target: targetOf(words.slice(0, 60)),
        isPrimary: kind === "conditions" && /条件|要求|标准|应|须|需/.test(words.slice(0, 80)),
      });
      for (const child of clause.children) if (holdsOffer(child)) visit(child, below);
      return;
    }
    const gives = /[：]$/.test(words) && /奖励|补贴|补助|资助|给予|支持|分档|标准/.test(words);
    if (
      gives &&
      LIST_FOLLOWS.test(words) &&
      !clause.children.some((child) => /^(?:对|凡|支持|鼓励)/.test(wordsOf(child)))
    ) {
      const tiers = clause.children.flatMap((child) => offersIn(child));
      if (tiers.length > 0) {
        const base = /对|凡|的(?:企业|单位|机构)/.test(words)
          ? readText(context, ownSpan(text, clause))
          : null;
        offers.push({ clause, ancestors, kind: "entitlement", base, offers: tiers });
        return;
      }
    }
    const directions = readDirections(context, ownSpan(text, clause));
    if (directions.length > 0)
      offers.push({ clause, ancestors, kind: "direction", base: null, offers: directions });
    descend();
  };
  for (const clause of document.clauses) visit(clause, []);
  return { offers, eligibility };
};
