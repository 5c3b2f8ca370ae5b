import { segmentsOf } from "./clause-text.ts";
import type { ReadingContext } from "./eligibility.ts";
import { readLead, readText } from "./eligibility.ts";
import { statesCondition } from "./eligibility-kind.ts";
import { withWindow } from "./with-window.ts";
import { behindGift, giftLabel } from "./gift-words.ts";
import type { Offer } from "./measure.ts";
import { offerSteps } from "./offer-steps.ts";
import { GIVEN, WITHOUT_SUM, commaParts, givingParts, hasSum } from "./giving-parts.ts";
import { ownTerm } from "./own-term.ts";
import { readQuantities } from "./read-quantities.ts";
import { readSentence } from "./read-sentence.ts";
import type { FirstTier } from "./read-tiers.ts";
import { firstTier, nextTier } from "./read-tiers.ts";
import type { NumericField, Requirement, TextSpan } from "./requirement.ts";
import { allOf, conditionsOf } from "./requirement.ts";

/** A cap on what was given before: no offer of its own. */
const CAP =
  /^\s*(?:同一|单个|单家|每家|每户|每个|累计|最高|年度|全年|合计|总额|原则上|已享受|不重复|其中，?最高)/;
/** A sentence that leaves it to others, or speaks of money that is no one's yet. */
const REMOTE =
  /^\s*(?:同一|以上)|不重复|不叠加|就高不|(?:不得|不再|不予|不能|不可)[^，。]{0,8}(?:享受|给予|支持|申请|申报|奖励|补贴|扶持)|^\s*(?:为|为了)(?:做好|贯彻|落实|规范|加强|进一步|深入|加快|支持|推动|促进)[^。]*(?:工作|通知|制定|如下|办法|措施)|现将|制定本|^\s*(?:鼓励|引导|推动|支持)(?:有条件的)?(?:各|地方|区县|市县|银行|金融机构|社会|园区|各类?金融)|有条件的(?:地方|地区|区|市|县)|设立[^，。]{0,20}(?:资金|基金)|资金规模|安排[^，。]{0,12}资金|罚款|处罚|^\s*[一-龥]{0,4}[省市区县][一-龥、]{2,24}(?:局|委|办|中心|部门)负责/;

/** 政府投资基金投资的除外: a sentence of its own behind what is given. */
const LEFT_OUT = /^[^，。；：\d]{4,40}除外$/;

/** 支持条件：… as a sentence of the clause that says 支持标准：… too. */
const LABELLED =
  /^\s*(?:支持|申报|申请|奖励|补贴|补助|资助|扶持|享受|基本)?(?:的)?(?:条件|对象|主体)[：:]\s*/;

/** Where the words that describe who is given something end, and those that say what begin. */
const SPLIT = new RegExp(
  `(?:，|的，|分别|按照?|一次性|每年|每月|连续|每家|最高|优先|直接|再|可(?=享受|申请)|${GIVEN})`,
  "u",
);

/** The words between 对 and what is given; else all that stand before it. */
const addressed = (text: string, sentence: TextSpan, givenAt: TextSpan): TextSpan | null => {
  const before = text.slice(sentence.start, givenAt.start);
  const lead =
    /(?:^|[，。；：])\s*(?:（[一二三四五六七八九十\d]+）)?(?:凡是|凡|对于|对)(?!接|应|照|外|标|口)/.exec(
      before,
    );
  if (lead !== null) return { start: sentence.start + lead.index + lead[0].length, end: givenAt.start };
  const own = text.slice(givenAt.start, givenAt.end);
  const inside = /^\s*(?:对于|对|给予|凡是?)(?!接|应|照|外|标|口)/.exec(own);
  if (inside !== null) {
    const rest = own.slice(inside[0].length);
    const to = SPLIT.exec(rest)?.index ?? 0;
    const names = /企业|单位|机构|高校|个人|人才|主体|组织|者|的$/.test(rest.slice(0, to));
    if (
      to > 1 &&
      (names || !inside[0].includes("给予")) &&
      !(inside[0].includes("给予") && /\d/.test(rest.slice(0, to)))
    ) {
      const start = givenAt.start + inside[0].length;
      return { start, end: start + to };
    }
  }
  const conditional =
    /^(?!\s*(?:给予|予以|发放))[^，。]*?的(?=给予|予以|一次性|按|最高|奖励|补贴|补助|资助|可享受|每|，)/.exec(
      own,
    );
  const end = conditional === null ? givenAt.start : givenAt.start + conditional[0].length;
  const plain = conditional === null && givenAt.start === sentence.start ? (SPLIT.exec(own)?.index ?? 0) : 0;
  return end + plain > sentence.start ? { start: sentence.start, end: end + plain } : null;
};

/** What a purpose names is no condition: 为支持企业做大做强，对…; 鼓励企业上市。 */
const PURPOSE =
  /^\s*(?:为|为了|通过|围绕|大力|积极)?(?:支持|鼓励|引导|推动|加大|促进|加快|培育|落实|强化)[^，。]*，(?=[^，。]*(?:对|凡|的))/;

const sizeOf = (text: string, span: TextSpan | null): number => {
  if (span === null) return 0;
  const sums = readQuantities(text.slice(span.start, span.end));
  const money = sums.filter(({ unit }) => unit === "yuan").map(({ value }) => value);
  return money.length > 0 ? Math.max(...money) : Math.max(0, ...sums.map(({ value }) => value));
};

const trimmedSpan = (text: string, { start, end }: TextSpan): TextSpan => {
  const words = text.slice(start, end);
  const lead = words.length - words.replace(/^[\s，：、；]+/, "").length;
  return { start: start + lead, end: start + words.replace(/[\s，：、；]+$/, "").length };
};

const lastField = (requirement: Requirement | null): NumericField | null => {
  const last =
    requirement === null
      ? undefined
      : conditionsOf(requirement).findLast(({ test }) => test.kind === "number");
  return last?.test.kind === "number" ? last.test.field : null;
};

const present = (requirement: Requirement | null): readonly Requirement[] =>
  requirement === null ? [] : [requirement];

const LISTING = /列入|纳入|认定|入选|评为|获评/;

/** What the first offer of a clause says of whom holds for those that only name a step of their own. */
const withAddressee = (
  text: string,
  own: Requirement | null,
  first: Requirement | null,
): Requirement | null => {
  if (first === null || own === null) return own ?? first;
  if (conditionsOf(own).some(({ addressee }) => addressee)) return own;
  const listing = ({ start, end }: TextSpan): boolean => LISTING.test(text.slice(start, end));
  // 首次列入国家级名单的，奖励40万元；首次列入市级名单的，奖励15万元: one list is not asked for beside the other.
  const isListed = conditionsOf(own).some((each) => listing(each));
  const inherited = conditionsOf(first)
    .filter((each) => (each.addressee && !(isListed && listing(each))) || each.test.kind === "place")
    .map((condition) => ({ kind: "condition", condition }) as const);
  return allOf([...inherited, own]);
};

/**
 * What a stretch of text gives, and to whom: one offer for each sum with conditions of its own.
 * @returns `promised`: whether something is owed (a sum, a share, a tax), not only announced
 */
export const readOffers = (
  context: ReadingContext,
  span: TextSpan,
): { readonly offers: readonly Offer[]; readonly promised: boolean } => {
  const { text } = context;
  const offers: Offer[] = [];
  const labelled: Requirement[] = [];
  let promised = false;
  let first: Requirement | null = null;
  let inherited: NumericField | null = context.inherited ?? null;
  let tier: FirstTier | null = null;
  for (const segment of segmentsOf(text, span)) {
    const named = giftLabel(text.slice(segment.start, segment.end));
    const sentence = { start: segment.start + named, end: segment.end };
    const words = text.slice(sentence.start, sentence.end);
    if (REMOTE.test(words) || (offers.length > 0 && CAP.test(words))) continue;
    // 高新技术企业奖励。 names what the sentences behind it give.
    const isHead =
      words.trim().length <= 16 &&
      !hasSum(words) &&
      !WITHOUT_SUM.test(words) &&
      (!/[对的可，]|给予|予以/.test(words) ||
        /^\s*对[^，的]{2,12}的(?:奖补|奖励|补贴|补助|支持|资助|扶持)$/.test(words));
    if (isHead) continue;
    const label = LABELLED.exec(words);
    if (label !== null) {
      const start = sentence.start + label[0].length;
      labelled.push(...present(readSentence(text, start, sentence.end, context)));
      continue;
    }
    const parts = commaParts(text, sentence);
    const giving = givingParts(parts, /^\s*对/.test(words));
    const from = giving === null ? undefined : parts[giving.first];
    const to = giving === null ? undefined : parts[giving.last];
    if (from === undefined || to === undefined) {
      if (LEFT_OUT.test(words)) labelled.push(...present(readText(context, sentence)));
      else if (statesCondition(words))
        labelled.push(...present(readSentence(text, sentence.start, sentence.end, context)));
      continue;
    }
    const whole = { start: from.start, end: to.end };
    const offering = trimmedSpan(text, sentence);
    const isSum = hasSum(text.slice(whole.start, whole.end));
    const place = addressed(text, sentence, whole);
    let own: Requirement | null = null;
    if (place !== null) {
      const purpose = PURPOSE.exec(text.slice(place.start, place.end))?.[0].length ?? 0;
      const asked = { start: behindGift(text, place.start + purpose, place.end), end: place.end };
      // 每招用1人补贴1500元 says how much, not whom.
      // 对首轮流片费用给予40%补贴: what is paid for.
      const isRate = /^\s*每(?!年|月)|^\s*[^的\d企单机]{2,12}(?:费用?|租金|利息|保费|支出)\s*$/.test(
        text.slice(asked.start, asked.end),
      );
      own = isRate
        ? null
        : /下列|(?<![元万亿人名%年月件项个）])以下|如下/.test(text.slice(asked.start, asked.end))
          ? readLead(context, asked)
          : readSentence(text, asked.start, asked.end, { ...context, inherited });
    }
    own = withWindow(context, parts[0], place, own, whole);
    const support = trimmedSpan(text, {
      start: place !== null && place.end > whole.start ? place.end : whole.start,
      end: whole.end,
    });
    promised ||= isSum || WITHOUT_SUM.test(words);
    const next: Requirement | null =
      tier === null || place === null ? null : nextTier(text, tier, place, own);
    const requirement: Requirement | null = next ?? withAddressee(text, own, first);
    // Steps of one thing are one offer: a step that does not fit denies none of the others.
    const stated: TextSpan = next === null || tier === null ? offering : tier.sentence;
    if (next === null) tier = firstTier(text, offering, requirement);
    first ??= own;
    inherited = lastField(own) ?? inherited;
    const stepped = requirement === null ? null : offerSteps(text, stated, support, requirement);
    if (stepped === null) {
      const amount = isSum ? support : null;
      offers.push({ requirement, sentence: stated, support, amount, size: sizeOf(text, amount) });
    } else offers.push(...stepped);
  }
  labelled.push(...present(ownTerm(text, span)));
  if (labelled.length === 0) return { offers, promised };
  const asked = allOf(labelled);
  const all = offers.map((offer) => ({
    ...offer,
    requirement: offer.requirement === null ? asked : allOf([asked, offer.requirement]),
  }));
  return { offers: all, promised };
};
