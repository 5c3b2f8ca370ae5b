import type { ConversationTurn } from "../policy/answer.ts";

const POINTS_BACK =
  /^(?:那|那么|还有|另外|再|其中|它|他们|她|这个|那个|这|该|此|上述|前者|后者|and |what about|how about)|它|该(?:文件|方案|规划|政策|措施)|(?:这|那)(?:个|份|项|条)(?:文件|方案|规划|政策|措施)?|呢[？?，,]|呢$/i;
/** 由谁负责？ says nothing of what: it goes on with the question before. */
const FRAGMENT = /^(?:由?谁|什么时候|多少|为什么|怎么|在哪|哪|多久|有哪些)/;
const SHORT = 10;
const ELLIPSIS = /^(?:那|那么|还有)?(.{1,20}?)的?呢(?:[？?，,]|$)/;
/** UTF-16 units of the question before that are read: all of an ordinary one, no more of a pasted document. */
const LONGEST_PREVIOUS = 300;
const PRONOUN = /它们?|该(?:文件|方案|规划|政策|措施)|(?:这|那)(?:个|份|项)(?:文件|方案|规划|政策|措施)?/;

const characters = (text: string): string[] => Array.from(text);

/** How alike two phrases are: the same last character counts most, shared characters and length less. */
const likeness = (a: string, b: string): number => {
  const shared = characters(a).filter((character) => b.includes(character)).length;
  return (
    (a.at(-1) === b.at(-1) ? 2 : 0) + (2 * shared) / (a.length + b.length) + (a.at(0) === b.at(0) ? 0.5 : 0)
  );
};

/** Puts the new phrase in the place of the one that is most like it; null where nothing is like it. */
const substitute = (previous: string, phrase: string): string | null => {
  let best: { start: number; end: number; value: number } | null = null;
  for (let start = 0; start < previous.length; start += 1) {
    for (let end = start + 2; end <= Math.min(previous.length, start + phrase.length + 3); end += 1) {
      const candidate = previous.slice(start, end);
      if (/[，。？?《》“”的年是]/.test(candidate)) continue;
      // A phrase begins where the question begins, or after a mark or 的: 雍和园, not 和园.
      const atBoundary = start === 0 || /[，。、：；的在对]/.test(previous.charAt(start - 1));
      const value = likeness(candidate, phrase) + (atBoundary ? 0.3 : 0);
      if (best === null || value > best.value) best = { start, end, value };
    }
  }
  if (best === null || best.value < 2.3 || previous.slice(best.start, best.end) === phrase) return null;
  return previous.slice(0, best.start) + phrase + previous.slice(best.end);
};

const lastQuestion = (history: readonly ConversationTurn[]): string | null =>
  history
    .findLast(({ role, content }) => role === "user" && content.trim() !== "")
    ?.content.trim()
    .slice(0, LONGEST_PREVIOUS) ?? null;

const namedDocument = (history: readonly ConversationTurn[]): string | null => {
  for (const { content } of history.toReversed()) {
    const title = /《[^》]{4,80}》/.exec(content)?.[0];
    if (title !== undefined) return title;
  }
  return null;
};

/**
 * The question as it would be asked without the conversation. A question that does not point back is returned
 * as it is; what cannot be put into one sentence is asked after the question it follows.
 */
export const resolveFollowUp = (question: string, history: readonly ConversationTurn[]): string => {
  const asked = question.trim();
  const previous = lastQuestion(history);
  const isFragment = asked.length <= SHORT && FRAGMENT.test(asked);
  if (!POINTS_BACK.test(asked) && !isFragment) return asked;
  const titled = namedDocument(history);
  if (previous === null)
    return titled !== null && PRONOUN.test(asked) ? asked.replace(PRONOUN, titled) : asked;
  const ellipsis = ELLIPSIS.exec(asked);
  const phrase = ellipsis?.[1]?.replace(/的$/, "");
  if (phrase !== undefined && phrase.length >= 2 && !PRONOUN.test(phrase)) {
    const rest = asked.slice(ellipsis?.[0].length ?? 0).replace(/^[？?，,]/, "");
    const substituted = substitute(previous, phrase);
    if (substituted !== null)
      return rest === "" ? substituted : `${substituted.replace(/[？?]$/, "")}，${rest}`;
  }
  if (titled !== null && PRONOUN.test(asked)) return asked.replace(PRONOUN, titled);
  return `${previous.replace(/[？?。]$/, "")}；${asked}`;
};
