import { questionWords } from "../retrieval/question-terms.ts";

/** 分别 / 各是: what follows is asked of every item before it. */
const EACH = /分别|各自?(?=[是为由有在给能可要达占减扣补奖多几按交付算])/;
/** 分别怎么说 compares what documents say; it is one question. */
const COMPARES = /^(?:怎么|如何|是怎么|是如何|有什么|有何)(?:说|讲|规定|表述|要求|提|不同|区别|差别)/;
const LONGEST_ITEM = 30;
const SHORTEST_ITEM = 2;
const MOST_ITEMS = 5;
/** What the first item says once for all of them: 三级公立医院绩效考核：, 2015年的, 专项附加扣除的 */
const SHARED = /^.{0,40}?[：:]|^(?:到|截至)?(?:19|20)\d{2}\s?年(?:的|，|底|末)?|^[^、和与]{2,24}的(?=.{2,})/;
/** A的贷款和B的贷款，: each item says for itself whose it is. */
const EACH_SAYS_WHOSE = /^[^、和与，,]{2,24}的[^、和与，,]+[、和与跟][^、，,]{2,24}的[^，,]*[，,]/;
const AGENCY = /(?:部|局|委|院|办|署|厅|会|政府|银行)$/;
const GRADE = /[级类型期档批]$/;
const JOINS: ReadonlySet<string> = new Set(["和", "与", "跟", "及", "以及"]);

const splitItems = (list: string): string[] => {
  const byMark = list.split("、").map((part) => part.trim());
  const last = byMark.pop() ?? "";
  // 和 joins two items only where it is a word of its own: 工业和信息化部 is one name.
  const words = questionWords(last);
  const joins = words.flatMap((word, index) => (JOINS.has(word) ? [index] : []));
  const [join] = joins;
  if (join === undefined || joins.length > 1 || words.join("") !== last) return [...byMark, last];
  const first = words.slice(0, join).join("");
  const second = words.slice(join + 1).join("");
  if (AGENCY.test(second) && !AGENCY.test(first)) return [...byMark, last];
  // 国家级和省级示范企业: what is said once at the end belongs to both.
  const grade = GRADE.exec(first)?.[0];
  const at = grade === undefined ? -1 : second.indexOf(grade);
  return [...byMark, at < 0 ? first : first + second.slice(at + 1), second];
};

/** Parts the items from what is asked of each: A、B，2019年 / A和B的目标. */
const partSubject = (before: string): { readonly list: string; readonly about: string } => {
  const comma = /[，,](?=[^、，,]*$)/.exec(before)?.index ?? -1;
  if (comma > 0) return { list: before.slice(0, comma), about: before.slice(comma + 1) };
  const of = before.lastIndexOf("的");
  const isOfLast = of > Math.max(before.lastIndexOf("、"), before.lastIndexOf("和"));
  return isOfLast ? { list: before.slice(0, of), about: before.slice(of) } : { list: before, about: "" };
};

/**
 * One question for each of several things that are asked the same (A、B和C分别在几月完成 → A在几月完成, …); the
 * message alone where it asks nothing of that form.
 */
export const distributeItems = (message: string): string[] => {
  const each = EACH.exec(message);
  if (each === null) return [message];
  const rest = message.slice(each.index + each[0].length).trim();
  if (rest.replaceAll(/[？?]/g, "").length < 2 || COMPARES.test(rest)) return [message];
  const before = message.slice(0, each.index);
  const shared = EACH_SAYS_WHOSE.test(before) ? "" : (SHARED.exec(before)?.[0] ?? "");
  const { list, about } = partSubject(before.slice(shared.length));
  const items = splitItems(list);
  const areItems =
    items.length > 1 &&
    items.length <= MOST_ITEMS &&
    items.every((item) => item.length >= SHORTEST_ITEM && item.length <= LONGEST_ITEM);
  return areItems ? items.map((item) => `${shared}${item}${about}${rest}`) : [message];
};
