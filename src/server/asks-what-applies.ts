import { declineByKind } from "../answering/decline.ts";
import { readProfile } from "../matching/read-profile.ts";
import type { ConversationTurn } from "../policy/answer.ts";

const MEASURES =
  "(?:政策|补贴|补助|扶持|奖励|优惠|资助|奖补|资金|项目|支持措施|措施|贷款贴息|贴息|减免|福利|资质认定|认定)";
const WHICH = "(?:哪些|哪几个|什么|啥|哪种|哪类|多少种?|几个)";
const MAY = "(?:能|可以|可|够|有资格|符合条件)";
const GET = "(?:申请|申报|享受|享有|领取?|拿到?|获得|得到|适用|争取|申领|报)";
const OURS =
  /我们|我公司|我司|本公司|我的(?:公司|企业|店|工厂)|我(?=[能可在是有开办想也还这家适符])|适合我|适用于?我|咱们?|我厂|本企业|本单位/;

/** Asked for what applies, not for what one of them says. */
const ASKS = [
  new RegExp(
    `${WHICH}[^，。？?]{0,12}${MEASURES}[^，。？?]{0,10}(?:适用|适合|符合|匹配)[^，。？?]{0,4}(?:我|咱|本)`,
  ),
  new RegExp(`${MAY}[^，。？?]{0,6}${GET}[^，。？?]{0,6}${WHICH}[^，。？?]{0,10}${MEASURES}`),
  new RegExp(
    `(?:有|看看|查查)?${WHICH}[^，。？?]{0,10}${MEASURES}[^，。？?]{0,6}(?:是)?[^，。？?]{0,8}${MAY}[^，。？?]{0,4}${GET}`,
  ),
  new RegExp(
    `(?:适用|适合|符合)[^，。？?]{0,4}(?:我|咱|本)[^，。？?]{0,8}的?${MEASURES}[^，。？?]{0,4}(?:有|是)?${WHICH}`,
  ),
  new RegExp(`${MAY}${GET}${WHICH}(?:[呢吗啊？?。]|$)`),
  new RegExp(`(?:有没有|有无|有)(?:适用|适合|符合)[^，。？?]{0,4}(?:我|咱|本)[^，。？?]{0,8}的${MEASURES}`),
  new RegExp(`符合${WHICH}${MEASURES}[^，。？?]{0,2}的?(?:申请|申报)?条件`),
  new RegExp(
    `(?:有没有|有无)[^，。？?]{0,10}${MEASURES}[^，。？?]{0,6}(?:适用|适合|${MAY}[^，。？?]{0,4}${GET})`,
  ),
];

const GIFTS_ENGLISH =
  "(?:polic(?:y|ies)|subsid(?:y|ies)|grants?|incentives?|funding|programmes?|programs?|support(?: measures?)?|measures?|tax breaks?|rewards?|benefits?)";
const OURS_ENGLISH = "(?:we|i|us|me|(?:my|our)(?: \\w+){0,3})";
/** Which policies can my company apply for? What subsidies are we eligible for? */
const ASKS_ENGLISH = [
  new RegExp(
    `\\b(?:which|what)(?: \\w+){0,3} ${GIFTS_ENGLISH}(?: \\w+){0,2} (?:can|could|may|do|does|are|is|would) (?:there for )?${OURS_ENGLISH}\\b`,
    "i",
  ),
  new RegExp(
    `\\b(?:which|what)(?: \\w+){0,3} ${GIFTS_ENGLISH} (?:apply|applies|is available|are available|fit|fits) (?:to|for)? ?${OURS_ENGLISH}\\b`,
    "i",
  ),
  new RegExp(
    `\\b(?:is|are) there (?:any )?(?:\\w+ ){0,2}${GIFTS_ENGLISH} (?:for|that) ${OURS_ENGLISH}\\b`,
    "i",
  ),
  new RegExp(`\\bwhat can ${OURS_ENGLISH} apply for\\b`, "i"),
];
const OURS_IN_ENGLISH = /\b(?:we|our|us|my|i|me)\b/i;

const isAsked = (question: string): boolean =>
  [...ASKS, ...ASKS_ENGLISH].some((pattern) => pattern.test(question));

/** Something of the one who asks, as companies describe themselves in a conversation. */
const describes = (question: string): boolean => OURS.test(question) || OURS_IN_ENGLISH.test(question);

/** Asks for something, or names a clause, a document or what one of them states. */
const ASKS_MORE =
  /[？?吗呢]|什么|哪|如何|怎么|是否|多少|为什么|依据|条件|规定|介绍|列出|政策|《|第[一二三四五六七八九十百零\d]+[编章节条款项部]|(?:比例|标准|流程|程序|材料|期限|时间|时限|额度|办法|细则|条例|全文|原文)$/;
/** 有, 没有, 不是: the answer to a question with two answers. */
const SAYS_OF_OURSELVES =
  /^(?:我们|我司|公司|企业)?(?:都|也|还|目前|暂时|已经?)?(?:没有?|有|无|不|未|是|对|会|在|属于|从事|主营|获得|通过|拥有|具备)/;

/** 3000万, 两年多, 今年3月: the bare answer to a question for a number or a day. */
const NUMBER_ALONE =
  /^(?:大?约|大概|差不多|不到|超过|近|今年|去年|前年)*[\d一二两三四五六七八九十百千万亿.,]+[\s余多来]*(?:万|亿|元|块|人|名|位|个|年|月|日|天|岁|项|件|家|%|％|平方米|平米|㎡)*(?:左右|上下|多|以上|以下)?[。！]?$/;

/** Only facts: what a reader answers to the question for a fact that is missing. */
const isFact = (question: string, asOf: string): boolean =>
  question.length <= 60 &&
  !ASKS_MORE.test(question.trim()) &&
  declineByKind(question) === null &&
  (SAYS_OF_OURSELVES.test(question.trim()) ||
    NUMBER_ALONE.test(question.trim()) ||
    Object.keys(readProfile({ description: question }, asOf).sources).length > 0);

/** What a conversation asks to be matched with: everything that the one who asks said of themselves. */
export interface MatchingQuestion {
  readonly description: string;
}

/** `哪些政策适用于我` in a question, without the facts beside it. */
const withoutAsking = (question: string): string =>
  question
    .split(/(?<=[，。；！？?!\n])/)
    .map((part) => {
      if (!isAsked(part)) return part;
      const cut = part.search(
        new RegExp(
          `(?:想(?:问|了解|知道)|请问)?(?:我们?(?:公司)?)?(?:还|都|又)?(?:${MAY}[^，。？?]{0,6}${GET}|有没有|有无|有?${WHICH})`,
        ),
      );
      return cut > 0 ? part.slice(0, cut) : "";
    })
    .join("，")
    .replace(/[，。；！？?!\s]*，/g, "，");

/**
 * Whether the last turn of a conversation asks which policies apply to the one who asks (or adds a fact to such a
 * question), and what has been said of them; null where it asks something else.
 * @param asOf - `YYYY-MM-DD`
 */
export const asksWhatApplies = (
  question: string,
  history: readonly ConversationTurn[],
  asOf: string,
): MatchingQuestion | null => {
  const said = history.flatMap(({ role, content }) => (role === "user" ? [content] : []));
  const before = said.at(-1);
  const isOwn = describes(question) || said.some((turn) => describes(turn));
  const starts = isAsked(question) && isOwn;
  const goesOn =
    before !== undefined &&
    isFact(question, asOf) &&
    asksWhatApplies(before, withoutLast(history), asOf) !== null;
  if (!starts && !goesOn) return null;
  const facts = [...said.slice(-4), question].map((turn) => withoutAsking(turn).trim());
  return {
    description: facts
      .filter((turn) => turn !== "")
      .join("。")
      .slice(0, 4_000),
  };
};

/** The conversation before the last turn of the user. */
const withoutLast = (history: readonly ConversationTurn[]): readonly ConversationTurn[] =>
  history.slice(
    0,
    history.findLastIndex(({ role }) => role === "user"),
  );
