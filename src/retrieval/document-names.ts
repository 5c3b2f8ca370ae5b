import type { DocumentHead } from "../clause-index/index-types.ts";

/** A stretch of a question that names documents. */
export interface NamedDocuments {
  /** As it stands in the question. */
  readonly mention: string;
  readonly heads: readonly DocumentHead[];
}

const DROPPED = /[\s“”"'‘’《》〈〉「」『』（）()〔〕［］[\]【】〖〗、—–\-－~～·]/;

/** A text without blanks, quotes, brackets and dashes, and where each of its characters stood. */
interface Squeezed {
  readonly text: string;
  /** UTF-16 offsets into the original. */
  readonly places: readonly number[];
}

const squeezeWithPlaces = (text: string): Squeezed => {
  const kept: string[] = [];
  const places: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const folded = text.charAt(at).normalize("NFKC").toLowerCase();
    for (const each of folded.split("")) {
      if (DROPPED.test(each)) continue;
      kept.push(each);
      places.push(at);
    }
  }
  return { text: kept.join(""), places };
};

const squeeze = (text: string): string => squeezeWithPlaces(text).text;

const PERIOD_AT_END = /[（(][^（()）]*[)）]$/;

/**
 * What a title is called for short: the document that a notice issues (…关于印发《工作规则》的通知), and the matter
 * of an opinion (…关于促进X发展的意见), also with its kind (促进X发展的意见).
 */
const innerTitles = (title: string): string[] => {
  const issued = /关于(?:印发|公布|发布|批转|转发)《?(.+?)》?的(?:通知|公告|函)$/.exec(title)?.[1];
  const opinion = /关于(.{6,}?)的(?:若干|指导|实施|暂行)*(意见|通知|决定|批复|复函|函|公告|规定|办法)$/.exec(
    title,
  );
  const [, matter, kind] = opinion ?? [];
  return [issued, matter, ...(matter === undefined ? [] : [`${matter}的${kind}`, `${matter}${kind}`])]
    .filter((name) => name !== undefined)
    .filter((name) => name.length >= 4);
};

/** The names of a document that stand for it alone: title without its period, 文号, aliases. */
const namesOf = (head: DocumentHead): string[] => {
  const bare = head.title.replace(PERIOD_AT_END, "");
  const about = bare.indexOf("关于");
  return [
    head.title,
    bare,
    head.title.replace(/^中华人民共和国/, ""),
    ...(about > 0 ? [bare.slice(about), bare.slice(about + 2)] : []),
    ...innerTitles(head.title),
    ...head.aliases,
  ];
};

/** 国发〔2019〕5号 is also written 国发[2019]5号, 国发2019年5号, 国发〔2019〕第5号. */
const numberNames = (documentNumber: string): string[] => {
  const squeezed = squeeze(documentNumber);
  const [, agency, year, number] = /^(\D+)((?:19|20)\d{2})(\d+)号$/.exec(squeezed) ?? [];
  if (agency === undefined) return [squeezed];
  return [
    squeezed,
    `${agency}${year}年${number}号`,
    `${agency}${year}第${number}号`,
    `${agency}${year}年第${number}号`,
  ];
};

/** What a title is looked for by when it is shortened: its words before its last one, the kind. */
interface ShortTitle {
  readonly head: DocumentHead;
  readonly words: string;
}

const KIND_ENDING =
  /(?:规划纲要|规划|方案|计划|纲要|办法|条例|规定|细则|意见|通知|决定|规则|预案|指南|批复|复函|法)$/;
/** Says nothing of which document is meant. */
const GENERIC_WORDS =
  /^(?:工作|发展|建设|实施|试点|管理|有关|相关|指导|若干|总体|具体|政府|国家|国务院|行动|支持|政策|的|这个|那个|新|旧|和|中的|印发|各地)$/;

interface NameIndex {
  /** Names by their first two characters, longest first. */
  readonly byBeginning: ReadonlyMap<
    string,
    readonly { readonly name: string; readonly heads: DocumentHead[] }[]
  >;
  /** Titles by kind (意见), then by each pair of characters in them. */
  readonly byKind: ReadonlyMap<string, ReadonlyMap<string, readonly ShortTitle[]>>;
}

const addTo = <Key, Value>(map: Map<Key, Value[]>, key: Key, value: Value): void => {
  const known = map.get(key);
  if (known === undefined) map.set(key, [value]);
  else known.push(value);
};

const buildIndex = (heads: readonly DocumentHead[]): NameIndex => {
  const names = new Map<string, DocumentHead[]>();
  const byKind = new Map<string, Map<string, ShortTitle[]>>();
  for (const head of heads) {
    const own = namesOf(head)
      .map((name) => squeeze(name))
      .filter((name) => name.length >= 4);
    const numbers = head.documentNumber === null ? [] : numberNames(head.documentNumber);
    for (const name of new Set([...own, ...numbers])) addTo(names, name, head);
    for (const title of new Set([head.title.replace(PERIOD_AT_END, ""), ...innerTitles(head.title)])) {
      const squeezed = squeeze(title);
      const kind = KIND_ENDING.exec(squeezed)?.[0];
      if (kind === undefined) continue;
      const words = squeezed.slice(0, -kind.length);
      const pairs = byKind.get(kind) ?? new Map<string, ShortTitle[]>();
      byKind.set(kind, pairs);
      for (const character of new Set(words)) addTo(pairs, character, { head, words });
    }
  }
  const byBeginning = new Map<string, { name: string; heads: DocumentHead[] }[]>();
  for (const [name, named] of names) addTo(byBeginning, name.slice(0, 2), { name, heads: named });
  for (const list of byBeginning.values()) list.sort((a, b) => b.name.length - a.name.length);
  return { byBeginning, byKind };
};

const indices = new WeakMap<readonly DocumentHead[], NameIndex>();

const indexOf = (heads: readonly DocumentHead[]): NameIndex => {
  const known = indices.get(heads) ?? buildIndex(heads);
  indices.set(heads, known);
  return known;
};

const mentionAt = (question: string, { places }: Squeezed, start: number, end: number): string =>
  question.slice(places[start], (places[end - 1] ?? 0) + 1);

/**
 * The whole names of documents in a question: titles, what a notice issues, aliases, 文号; with or without 《》,
 * longest first at each place. The first call for a list of documents reads all their names; later ones do not.
 */
export const findNames = (question: string, heads: readonly DocumentHead[]): NamedDocuments[] => {
  const { byBeginning } = indexOf(heads);
  const squeezed = squeezeWithPlaces(question);
  const found: NamedDocuments[] = [];
  for (let at = 0; at < squeezed.text.length; at += 1) {
    const named = byBeginning
      .get(squeezed.text.slice(at, at + 2))
      ?.find(({ name }) => squeezed.text.startsWith(name, at));
    if (named === undefined) continue;
    const end = at + named.name.length;
    found.push({ mention: mentionAt(question, squeezed, at, end), heads: named.heads });
    at = end - 1;
  }
  return found;
};

/** Whether words shorten a title: pieces of it in its order (示范区, 无废城市试点, 职教改革). */
const shortens = (words: string, title: string): boolean => {
  if (title.includes(words)) return true;
  if (words.length < 3) return false;
  let at = 0;
  for (const character of words) {
    at = title.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  // Its characters alone, spread over a long title, are found in too many.
  const pairs = words
    .split("")
    .filter((character, index) => index > 0 && title.includes(`${words[index - 1] ?? ""}${character}`));
  return pairs.length * 2 >= words.length - 1;
};

const LONGEST_SHORT_NAME = 14;
const MENTION_KIND =
  /(?:建设方案|实施方案|行动计划|试点方案|工作方案|规划纲要|规划|方案|计划|纲要|办法|条例|规定|细则|意见|通知|决定|规则|预案|指南|批复)/g;

/** Shortened names (示范区规划, 无废城市方案), where exactly one document can be meant. */
export const findShortNames = (question: string, heads: readonly DocumentHead[]): NamedDocuments[] => {
  const { byKind } = indexOf(heads);
  const squeezed = squeezeWithPlaces(question);
  const found: NamedDocuments[] = [];
  for (const match of squeezed.text.matchAll(MENTION_KIND)) {
    const kind = KIND_ENDING.exec(match[0])?.[0] ?? match[0];
    const end = match.index + match[0].length;
    const kindAt = end - kind.length;
    const before =
      /[\p{Script=Han}a-z0-9]*$/u.exec(
        squeezed.text.slice(Math.max(0, kindAt - LONGEST_SHORT_NAME), kindAt),
      )?.[0] ?? "";
    const titles = byKind.get(kind)?.get(before.replace(/的$/, "").at(-1) ?? "") ?? [];
    for (let length = before.length; length >= 2 && titles.length > 0; length -= 1) {
      const words = before.slice(-length).replace(/的$/, "");
      if (words.length < 2 || GENERIC_WORDS.test(words)) continue;
      const named = new Set(titles.filter((title) => shortens(words, title.words)).map(({ head }) => head));
      if (named.size === 0) continue;
      if (named.size === 1)
        found.push({ mention: mentionAt(question, squeezed, kindAt - length, end), heads: [...named] });
      break;
    }
  }
  return found;
};
