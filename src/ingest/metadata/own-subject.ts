/** The kinds of documents that speak of themselves as 本办法, 本通知 …; 以上政策 is said of oneself too. */
const SELF =
  /^(?:其中)?(?:本|上述|以上)(?!条(?!例)|款|项(?!目)|章(?!程)|节|法院|院|级|市|省|区|县|单位|部门|年|月|日|人|届|次|期|季)[^，。；：]{1,24}$/;
/** 本办法第五条, 本法所称…, 本条例规定的…: a part or a matter of the document, not the document. */
const PART =
  /第[〇○零一二三四五六七八九十百千\d]+(?:[编章节条款项]|部分)|所称|规定的|施行前|实施前|的(?!修改|修订)/;
/** …现予公布，| …印发给你们，| */
const PROMULGATED = /(?:公布|发布|印发|颁布|通过|批准|同意|转发|下发)(?:施行|实施|给你们|执行)?$/;
// An article's marker has a blank after it; 第一条自…起施行 speaks of an article.
const LEADING_MARKER =
  /^(?:第[〇○零一二三四五六七八九十百千]+条(?:之[一二三四五六七八九十]+)?(?=[\s\u3000]|本)|[一二三四五六七八九十]+[、.．]|[（(][一二三四五六七八九十\d]+[）)]|\d+(?:\.\d+)*[.．、]?)[\s\u3000]*/;

/** 除第二条有效期至…外，本办法…: what follows is said of the document all the same. */
const EXCEPTION = /^除[^，。；]{2,60}(?:以外|之外|外)[，,](?=本)/;

/**
 * Whether what a sentence says next is said of the document that holds it. `before` is the sentence up to
 * there: 本办法 | 现予公布， | 本规定由财政部负责解释， say so; 第二条、第三条 | 依照《…》新设定的制度 do not.
 */
export const isAboutItself = (before: string): boolean => {
  const sentence = before.replace(LEADING_MARKER, "").trim().replace(EXCEPTION, "");
  if (sentence === "") return true;
  const comma = Math.max(sentence.lastIndexOf("，"), sentence.lastIndexOf(","));
  const last = sentence
    .slice(comma + 1)
    .replaceAll(/[（(][^（）()]*[）)]/g, "")
    .trim();
  if (last !== "") return SELF.test(last) && !PART.test(last);
  const rest = sentence.slice(0, comma);
  const first = rest.split(/[，,]/)[0] ?? "";
  if (/^除|以外|之外/.test(rest)) return false;
  return (/^(?:本|上述|以上)/.test(first) && !PART.test(first.slice(0, 16))) || PROMULGATED.test(rest);
};

/** UTF-16 units; what goes on for longer is no sentence, and looking further back would take long. */
const LONGEST_SENTENCE = 4000;

/** The text of the sentence up to `at`: since the last 。, ； or line break. */
export const sentenceBefore = (text: string, at: number): string => {
  let start = at;
  const first = Math.max(0, at - LONGEST_SENTENCE);
  while (start > first && !"。；;！？\n".includes(text.charAt(start - 1))) start -= 1;
  return text.slice(start, at);
};

/**
 * The text with quoted provisions blanked, same length: what a decision writes into another law
 * (“本法自…起施行。”) is not said of the decision. Short quotations stay.
 */
export const withoutQuotedProvisions = (text: string): string =>
  text.replaceAll(/“[^“”]{0,20000}”/g, (quoted) =>
    /[。；\n]/.test(quoted) ? "“".padEnd(quoted.length - 1, "\u25A1") + "”" : quoted,
  );
