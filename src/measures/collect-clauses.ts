import type { Clause } from "../policy/clause.ts";
import { walkClauses } from "../policy/clause.ts";
import type { PolicyDocument } from "../policy/document.ts";
import { ownSpan } from "./clause-text.ts";
import { adoptItems } from "./adopt-items.ts";
import type { EligibilityKind } from "./eligibility-kind.ts";
import { BARE_NUMBER, EXCEPTS, FACES, eligibilityKind } from "./eligibility-kind.ts";
import type { ReadingContext } from "./eligibility.ts";
import { readEligibility, readLead, readListed } from "./eligibility.ts";
import type { Offer } from "./measure.ts";
import { readDirections } from "./read-directions.ts";
import { readOffers } from "./read-offers.ts";
import { measuredField } from "./numeric-fields.ts";
import type { NumericField, Requirement, TextSpan } from "./requirement.ts";
import { allOf, conditionsOf } from "./requirement.ts";

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
  /** The one sentence of the clause that offers it, where others offer something else. */
  readonly sentence?: TextSpan | null;
  /** What is offered is the recognition itself. */
  readonly isRecognition?: boolean;
  /** What is recognised, as far as the clause names it. */
  readonly target?: string | null;
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
const CONDITIONS_FOLLOW =
  /(?:应|须|需|必须|同时)当?(?:同时)?(?:具备|满足|符合|达到)(?:[：:]|$)|(?:符合|具备|满足|达到|有|属于)(?:以下|下列|如下)[^。：]{0,24}(?:条件|要求|标准|之一|情形)/;
const NOT_CONDITIONS =
  /^(?:申报|申请|所需|提交)?(?:的)?(?:材料|资料|程序|流程|时间|方式|地点)|材料(?:清单)?[：]?$/;
const TARGETS =
  /(?:申请|申报|认定为?|评定为?|参评)(?<target>[^，。；：]{2,24}?)(?:认定|评定|备案|资格)?(?:的|应|须|需|，|：|条件)|^(?<heading>[^，。；：]{2,24}?)(?:的)?(?:认定|评定|申报|申请|评价)(?:条件|标准)/u;

/** A heading that a plan of a city has only above conditions of its own. */
const OWN_CONDITIONS =
  /^(?:申报|申请|认定|支持|扶持|奖励|遴选|入选|基本)(?:的)?(?:基本|具体)?(?:条件|对象|范围|主体)(?:和条件|及条件)?[：:。]?$/;

/** 总部企业应当符合下列条件: what the conditions make of an applicant. */
const DEFINES =
  /^(?<subject>[^，。：；]{2,14}?)(?:应当?|须|需|必须)(?:同时)?(?:符合|具备|满足)(?:以下|下列|如下)/u;

const targetOf = (words: string): string | null => {
  const groups = TARGETS.exec(words)?.groups;
  const subject = DEFINES.exec(words)?.groups?.["subject"];
  const target = (groups?.["target"] ?? groups?.["heading"] ?? subject ?? "").trim();
  return target.length < 2 || /^(?:企业|单位|机构|主体|应|的|项目|基本|条件)/.test(target) ? null : target;
};

/** 申请认定…的企业应…: what is applied for is a title. */
const RECOGNISES = /^[^，。]{0,6}(?:申请|申报|参加)?[^，。]{0,10}(?:认定|列入|评定|入库|评为|备案|纳入)/;

/** What the clauses above say for the offers below them. */
interface Above {
  readonly base: Requirement | null;
  readonly measured: NumericField | null;
}
const NOTHING_ABOVE: Above = { base: null, measured: null };

const ANNOUNCED =
  /^(?:按|按照)(?:以下|下列|如下)标准[^。]*(?:给予|发放|予以|补贴|补助|奖励)[^。]*[：]$|(?:给予|发放)[^。]*标准(?:如下|为)[：]$/;

/** 单个企业每年补贴金额不超过60万元，补贴期限不超过3年。: of what other clauses give. */
const LIMIT =
  /^(?:同一|单个|单家|每家|每户)(?:企业|单位|项目|机构)[^，。给]{0,8}(?:补贴|奖励|补助|支持|资助|扶持)(?:金额|资金|总额|总金额|额度)[^，。；]*(?:不超过|最高|不高于)[^，。；]*(?:，(?:补贴|奖励|补助|支持|资助|享受)[^，。；]{0,6}(?:期限|时间|年限)[^，。；]*)?[。；]?$/;

/** A paragraph that follows the numbered items of a clause. */
const isBehindList = (clause: Clause, child: Clause): boolean =>
  child.kind === "paragraph" &&
  clause.children.some(({ kind, start }) => kind === "numbered" && start < child.start);

/** The clauses of a document that offer something and those that say to whom, in text order. */
export const collectClauses = (
  document: PolicyDocument,
  context: ReadingContext,
): { readonly offers: readonly FoundOffer[]; readonly eligibility: readonly FoundEligibility[] } => {
  const { text } = context;
  // A district's 若干意见 that gives sums is no plan.
  const sums = text.match(/(?:给予|奖励|补贴|补助|资助)[^。]{0,40}\d\s*万元/g)?.length ?? 0;
  const isPlanning =
    PLANNING.test(document.title) &&
    !/若干措施|办法|细则/.test(document.title) &&
    (sums < 3 || document.jurisdiction === "全国");
  const isLocal = document.jurisdiction !== "全国" && !/^国务院|^国家|^中共中央/.test(document.title);
  const offers: FoundOffer[] = [];
  const eligibility: FoundEligibility[] = [];
  const wordsOf = (clause: Clause): string => {
    const { start, end } = ownSpan(text, clause);
    return text.slice(start, end);
  };
  // What plans and opinions say of conditions is mostly a task for others, not a condition of theirs.
  const kindOf = (clause: Clause, words: string): EligibilityKind | null => {
    const isBare =
      isLocal && !clause.children.some((child) => !SKIPPED.has(child.kind)) && BARE_NUMBER.test(words);
    const told = SKIPPED.has(clause.kind) ? null : eligibilityKind(text, clause);
    const kind = told ?? (isBare ? "conditions" : null);
    const states =
      CONDITIONS_FOLLOW.test(words) ||
      /^本[^，。]{1,10}适用/.test(words) ||
      (isLocal && OWN_CONDITIONS.test(words.trim()));
    return isPlanning && kind !== null && !states ? null : kind;
  };
  const readOwn = (clause: Clause, above: Above): ReturnType<typeof readOffers> =>
    readOffers({ ...context, inherited: above.measured }, ownSpan(text, clause));
  const offersIn = (clause: Clause, above: Above = NOTHING_ABOVE): readonly Offer[] => {
    const words = wordsOf(clause);
    if (LIMIT.test(words)) return [];
    const { offers: read, promised } = readOwn(clause, above);
    // 劳务派遣单位不属于补贴范围 gives nothing.
    const found = promised
      ? read
      : read.filter(({ sentence }) => !EXCEPTS.test(text.slice(sentence.start, sentence.end)));
    // 按以下标准给予补贴： is owed as the sums below it say.
    if (ANNOUNCED.test(words) && eligibilityKind(text, clause) === null)
      return found.length > 0 ? found : announced(clause);
    if (promised && !FACES.test(wordsOf(clause).replace(/。$/, ""))) return found;
    // Without a sum it is an offer only of an authority near at hand, to someone that the sentence addresses.
    const addressed = found.filter(
      ({ requirement }) =>
        requirement !== null && conditionsOf(requirement).some(({ addressee }) => addressee),
    );
    const counts = !isPlanning && isLocal && eligibilityKind(text, clause) === null;
    // 二、补贴标准: a heading offers nothing.
    const isHeading = clause.children.length > 0 && !/[，。；]/.test(wordsOf(clause));
    return counts && !isHeading ? addressed : [];
  };
  const announced = (clause: Clause): readonly Offer[] => {
    const sentence = ownSpan(text, clause);
    return [{ requirement: null, sentence, support: sentence, amount: null, size: 0 }];
  };
  const holdsOffer = (clause: Clause): boolean =>
    offersIn(clause).length > 0 || clause.children.some((child) => holdsOffer(child));
  const isOther = (clause: Clause): boolean =>
    behind.has(clause) ||
    NOT_CONDITIONS.test(wordsOf(clause).slice(0, 20)) ||
    holdsOffer(clause) ||
    SKIPPED.has(clause.kind);

  /** What the clause announces holds for the offers below it: 按上年度研发投入分档确定： */
  const aboveOf = (clause: Clause, words: string, own: readonly Offer[]): Above => {
    if (!/[：]$/.test(words)) return NOTHING_ABOVE;
    const measured = measuredField(words, "", "yuan")?.field ?? null;
    const lead = /对|凡|的(?:企业|单位|机构)/.test(words) ? readLead(context, ownSpan(text, clause)) : null;
    return { base: own[0]?.requirement ?? lead, measured: measured === "other" ? null : measured };
  };

  const tree = adoptItems(text, document.clauses);
  const behind = new Set<Clause>();
  for (const { clause } of walkClauses(tree))
    for (const child of clause.children) if (isBehindList(clause, child)) behind.add(child);

  const visit = (clause: Clause, ancestors: readonly Clause[], above: Above): void => {
    const below = [...ancestors, clause];
    const words = wordsOf(clause);
    const own = SKIPPED.has(clause.kind) ? [] : offersIn(clause, above);
    const kind = kindOf(clause, words);
    const descend = (next: Above): void => {
      for (const child of clause.children) visit(child, below, next);
    };
    if (SKIPPED.has(clause.kind)) {
      descend(NOTHING_ABOVE);
      return;
    }
    if (own.length > 0 && kind !== "exclusions") {
      const listed = CONDITIONS_FOLLOW.test(words) && clause.children.some((child) => !isOther(child));
      const base = listed ? readListed(context, clause, words, isOther) : null;
      const tiered =
        !listed && /[：]$/.test(words) && clause.children.some((child) => offersIn(child).length > 0);
      if (!tiered) {
        const all = [base, above.base].filter((each) => each !== null);
        const shared = all.length === 0 ? null : allOf(all);
        const bySentence = listed ? [own] : [...Map.groupBy(own, ({ sentence }) => sentence.start).values()];
        for (const same of bySentence) {
          const sentence = bySentence.length > 1 ? (same[0]?.sentence ?? null) : null;
          offers.push({ clause, ancestors, kind: "entitlement", base: shared, offers: same, sentence });
        }
      }
      // What stands behind the list is no item of it.
      if (listed)
        for (const child of clause.children)
          if (isBehindList(clause, child)) visit(child, below, NOTHING_ABOVE);
      if (!listed) descend(tiered ? aboveOf(clause, words, own) : NOTHING_ABOVE);
      return;
    }
    // 第二章 认定条件: a heading above clauses that say it themselves.
    const isHeading =
      !CONDITIONS_FOLLOW.test(words) &&
      clause.children.some((child) => eligibilityKind(text, child) !== null) &&
      // Beside items that say nothing of their own it is a list like others.
      clause.children.every((child) => child.kind !== "numbered" || eligibilityKind(text, child) !== null) &&
      words.length < 20;
    if (kind !== null && !isHeading) {
      const requirement = readEligibility(context, clause, isOther);
      const target = targetOf(words.slice(0, 60));
      const isPrimary = kind === "conditions" && /条件|要求|标准|应|须|需/.test(words.slice(0, 80));
      eligibility.push({ clause, ancestors, kind, requirement, target, isPrimary });
      if (isPrimary && RECOGNISES.test(words.slice(0, 60))) {
        const support = { start: clause.start, end: clause.end };
        const offer = { requirement: null, sentence: support, support, amount: null, size: 0 };
        offers.push({
          clause,
          ancestors,
          kind: "entitlement",
          base: null,
          offers: [offer],
          isRecognition: true,
          target,
        });
      }
      for (const child of clause.children)
        if (holdsOffer(child) || behind.has(child)) visit(child, below, NOTHING_ABOVE);
      return;
    }
    const directions = readDirections(context, ownSpan(text, clause));
    if (directions.length > 0)
      offers.push({ clause, ancestors, kind: "direction", base: null, offers: directions });
    descend(aboveOf(clause, words, []));
  };
  for (const clause of tree) visit(clause, [], NOTHING_ABOVE);
  return { offers, eligibility };
};
