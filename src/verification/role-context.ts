import { tag } from "jieba-wasm";
import type { AlignedWord, Clause } from "./aligned-clauses.ts";

/** A word of the quotes with its part of speech. */
export interface TaggedWord {
  readonly text: string;
  readonly part: string;
  readonly start: number;
  readonly end: number;
}

/** Whoever can do something or have something done to them. */
const ACTOR =
  /(?:企业|公司|集团|机构|部门|政府|机关|银行|学校|高校|大学|学院|院所|研究所|医院|人员|人才|群众|公众|百姓|纳税人|义务人|委托人|人|者|家|师|员|单位|主体|协会|商会|组织|委员会|委|办公室|小组|指挥部|会议|工会|患者|学生|消费者|部|局|厅|院|会|联盟|地区|园区|省市|城市|县|区|中关村|国家|上级|下级|中央|地方|市场|社会|车辆|行人|方|个人|夫妻|配偶|基金|平台|经济|就业|财政|市政府|国务院|科学城|三农)$/u;

const VERB = /^v/;
const NOUN = /^(?:n|j|l|eng|i)/;
const tagged = (text: string): TaggedWord[] => {
  let at = 0;
  return tag(text, true).map(({ word, tag: part }: { word: string; tag: string }) => {
    const start = text.indexOf(word, at);
    at = start + word.length;
    return { text: word, part, start, end: at };
  });
};

export const isActor = ({ text }: { readonly text: string }): boolean => ACTOR.test(text);

/** What is known of a statement and its quotes while their words are compared. */
export interface RoleContext {
  readonly said: string;
  readonly quoted: string;
  readonly clauses: readonly Clause[];
  readonly quotedWords: readonly TaggedWord[];
  readonly isNoun: (word: AlignedWord) => boolean;
  readonly isVerb: (word: AlignedWord) => boolean;
}

export const between = (context: RoleContext, from: number, to: number): TaggedWord[] =>
  context.quotedWords.filter(({ start, end }) => start >= from && end <= to);

export const hasVerb = (words: readonly TaggedWord[]): boolean =>
  words.some(({ part, text }) => VERB.test(part) && text.length >= 2);

/** The part of speech of a stretch's last word, particles left out: 影响了 is a verb. */
const lastPart = (text: string): string =>
  tag(text, true).findLast(({ tag: part }: { tag: string }) => !/^[uxyc]/.test(part))?.tag ?? "x";

/** Reads the parts of speech of the quotes' words; all texts are folded. */
export const roleContext = (said: string, quoted: string, clauses: readonly Clause[]): RoleContext => {
  const quotedWords = tagged(quoted);
  const parts = new Map<string, string>();
  const partsOf = ({ text, place }: AlignedWord): string[] => {
    const known = parts.get(text) ?? lastPart(text);
    parts.set(text, known);
    const own = quotedWords.find(({ start, end }) => start < place.end && end >= place.end);
    return own === undefined ? [known] : [known, own.part];
  };
  return {
    said,
    quoted,
    clauses,
    quotedWords,
    isNoun: (word) => partsOf(word).some((part) => NOUN.test(part)),
    isVerb: (word) => partsOf(word).some((part) => VERB.test(part)),
  };
};
