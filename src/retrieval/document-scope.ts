import type { DocumentHead } from "../clause-index/index-types.ts";
import { firstDay, lastDay } from "../policy/partial-date.ts";
import { statusOn } from "../policy/validity.ts";
import { findNames, findShortNames } from "./document-names.ts";

/** The documents that a question is about, and the words that say so. */
export interface DocumentScope {
  /** Null: the question names no document. */
  readonly documentIds: readonly string[] | null;
  /** The parts of the question that name documents; they are no content to search for. */
  readonly mentions: readonly string[];
  /** A law or document that an address in the question belongs to and that is not in the index; else null. */
  readonly absent: string | null;
}

/** 五年规划 by number: 十二五 is 2011–2015. */
const FIVE_YEAR_PLANS: Readonly<Record<string, readonly [number, number]>> = {
  十五: [2001, 2005],
  十一五: [2006, 2010],
  十二五: [2011, 2015],
  十三五: [2016, 2020],
  十四五: [2021, 2025],
  十五五: [2026, 2030],
};

const KIND =
  "(?:规划纲要|规划|建设方案|实施方案|行动方案|方案|行动计划|计划|纲要|办法|条例|规定|细则|意见|通知|决定|指南|文件|政策|版)";
const PERIOD_MENTION = new RegExp(
  `((?:19|20)\\d{2})\\s?年?\\s?[—–\\-~至到]{1,2}\\s?((?:19|20)\\d{2})\\s?年?的?(?:那[份个]|这[份个])?(${KIND})?`,
  "g",
);
const YEAR_MENTION = new RegExp(
  `((?:19|20)\\d{2})\\s?年?(?:的|那[份个]|这[份个]|发布的|印发的|版的?){1,2}([\\u4e00-\\u9fff]{0,6}?)(${KIND})`,
  "g",
);
const YEAR_KIND = new RegExp(`((?:19|20)\\d{2})\\s?年(${KIND})`, "g");
const FIVE_YEAR_MENTION = new RegExp(
  `[“"]?(十[一二三四五]?五)[”"]?(?:期间|时期)?(?:的|那[份个]|这[份个])*([\\u4e00-\\u9fff]{0,4}?)(${KIND})`,
  "g",
);
const OLD_MENTION = new RegExp(
  `(?:老|旧|以前的|过去的|之前的|原来的|上一[份版个期])(?:那[份个])?(?:的)?(${KIND})`,
  "g",
);
const NEW_MENTION = new RegExp(
  `(?:新|现行|最新的?|现在有效的?|在用的|当前的?)(?:那[份个]|这[份个])?(?:的)?(${KIND})`,
  "g",
);
const BOTH_MENTION = /新旧|两份|两个文件|前后两|新老|对比|比较|分别怎么/;

/** Words for any document; the others name a kind that a title ends with. */
const GENERIC: ReadonlySet<string> = new Set(["文件", "政策", "版"]);

const yearsOf = (head: DocumentHead): readonly [number, number] | null => {
  const from = head.effectiveFrom ?? head.publishedOn;
  if (from === null) return null;
  const to = head.effectiveTo ?? from;
  return [Number(firstDay(from).slice(0, 4)), Number(lastDay(to).slice(0, 4))];
};

const endsWithKind = (head: DocumentHead, kind: string): boolean => {
  const title = head.title.replace(/[（(][^（()）]*[)）]$/, "");
  return title.endsWith(kind);
};

const BOOK_TITLE_BEFORE_ADDRESS = /《([^》]{2,60})》[^《》]{0,8}(?:第|最后)/;
const LAW_BEFORE_ADDRESS =
  /([\u4e00-\u9fff]{2,24}?(?:法典|法|条例|办法|规定|细则|规则|章程))的?(?:第\s?[0-9〇零一二两三四五六七八九十百千]+\s?[条章节款])/;
const POINTING_ONLY =
  /^(?:这个?|那个?|该|本|此|上述|前述|请问|按照?|根据|依据)*(?:法典|法|条例|办法|规定|细则|规则|章程)$/;

const OWN_NUMBER = /[\u4e00-\u9fff]{1,6}[〔[（(]\s?\d{4}\s?[〕\])）]\s?\d{1,5}\s?号/;
/** Asks what a document says, not what another says of it. */
const ASKS_FOR_CONTENT =
  /(?:主要)?内容|讲(?:的是)?(?:了)?什么|说(?:的是)?(?:了)?什么|规定了?什么|是什么文件|第\s?[0-9一二三四五六七八九十百]+\s?[条章节款]|[（(][一二三四五六七八九十]+[）)]/;

/** The law that an address belongs to (劳动合同法第39条), given that no document of the index is named. */
const absentDocument = (question: string): string | null => {
  const title = BOOK_TITLE_BEFORE_ADDRESS.exec(question)?.[1];
  if (title !== undefined) return `《${title}》`;
  const law = LAW_BEFORE_ADDRESS.exec(question)?.[1];
  if (law !== undefined && !POINTING_ONLY.test(law)) return `《${law}》`;
  const number = OWN_NUMBER.exec(question)?.[0];
  return number === undefined || !ASKS_FOR_CONTENT.test(question) ? null : number;
};

/** What stands between year and kind must be of the title: 2025年的购车摇号政策 names no document. */
const isNamedSo = (head: DocumentHead, between: string, kind: string): boolean =>
  (between === "" || head.title.includes(between)) &&
  (endsWithKind(head, kind) || (between === "" && GENERIC.has(kind)));

/** Words that more often say what is done (规定应当…, 执法决定, 征求意见) than what a document is. */
const OFTEN_NO_DOCUMENT: ReadonlySet<string> = new Set(["决定", "规定", "计划", "意见", "通知"]);
const POINTED_AT = /(?:这|那|该|本|此|上述|前述)[一个份部项条则]{0,2}$/;
const WORD_BEGINS = /(?:^|[^\u4e00-\u9fff]|按照?|依照?|照|根据|依据|在|看|对|从|请问|问下?|和|与|[老旧新])$/;

/**
 * Whether a kind alone (方案) stands for the one document of that kind: it is pointed at, or begins a word, or
 * what stands before it is of the title; 重大执法决定 names no document.
 */
const standsForDocument = (question: string, at: number, kind: string, head: DocumentHead): boolean => {
  const before = question.slice(0, at);
  if (POINTED_AT.test(before)) return true;
  if (OFTEN_NO_DOCUMENT.has(kind)) return false;
  const near = before.replace(/的$/, "").slice(-2);
  return WORD_BEGINS.test(before) || (near.length === 2 && head.title.includes(near));
};

/**
 * Which documents a question names: by title, alias or 文号, by years (2011年那份规划, 2024—2027年方案), by
 * 五年规划, by age (老规划, 新方案), or by kind where one document alone is of that kind (方案).
 */
export const findScope = (question: string, heads: readonly DocumentHead[], asOf: string): DocumentScope => {
  const mentions: string[] = [];
  const ids = new Set<string>();
  let namesAbsent = false;
  const note = (mention: string, found: readonly DocumentHead[]): void => {
    mentions.push(mention);
    for (const head of found) ids.add(head.documentId);
  };
  for (const { mention, heads: named } of findNames(question, heads)) note(mention, named);
  const ofPeriod = (from: number, to: number): DocumentHead[] =>
    heads.filter((head) => {
      const years = yearsOf(head);
      return years !== null && years[0] === from && years[1] === to;
    });
  for (const match of question.matchAll(PERIOD_MENTION)) {
    const found = ofPeriod(Number(match[1]), Number(match[2]));
    if (found.length > 0) note(match[0], found);
  }
  const ofYear = (mention: string, year: number, between: string, kind: string): void => {
    const found = heads.filter((head) => {
      const years = yearsOf(head);
      return years !== null && years[0] <= year && year <= years[1] && isNamedSo(head, between, kind);
    });
    if (found.length > 0) note(mention, found);
  };
  for (const match of question.matchAll(YEAR_MENTION)) {
    ofYear(match[0], Number(match[1]), match[2] ?? "", match[3] ?? "");
  }
  for (const match of question.matchAll(YEAR_KIND)) ofYear(match[0], Number(match[1]), "", match[2] ?? "");
  for (const match of question.matchAll(FIVE_YEAR_MENTION)) {
    const period = FIVE_YEAR_PLANS[match[1] ?? ""];
    const found =
      period === undefined
        ? []
        : ofPeriod(...period).filter((head) => isNamedSo(head, match[2] ?? "", match[3] ?? ""));
    if (found.length > 0) note(match[0], found);
    // A plan of another period than any document's is not the one document that happens to be a plan.
    else namesAbsent = true;
  }
  const byAge = (pattern: RegExp, keep: (head: DocumentHead) => boolean): void => {
    for (const match of question.matchAll(pattern)) {
      const named = match[1] ?? "";
      const found = heads.filter((head) => keep(head) && (GENERIC.has(named) || endsWithKind(head, named)));
      if (found.length > 0) note(match[0], found);
    }
  };
  byAge(OLD_MENTION, (head) => ["expired", "repealed"].includes(statusOn(head, asOf)));
  byAge(NEW_MENTION, (head) => statusOn(head, asOf) === "in_force");
  if (BOTH_MENTION.test(question) && ids.size < 2) return { documentIds: null, mentions, absent: null };
  if (ids.size === 0 && !namesAbsent) {
    for (const { mention, heads: named } of findShortNames(question, heads)) note(mention, named);
  }
  if (ids.size === 0 && !namesAbsent) {
    for (const match of question.matchAll(new RegExp(KIND, "g"))) {
      const found = heads.filter((head) => endsWithKind(head, match[0]));
      const [only] = found;
      if (
        only !== undefined &&
        found.length === 1 &&
        standsForDocument(question, match.index, match[0], only)
      )
        note(match[0], found);
    }
  }
  return {
    documentIds: ids.size === 0 ? null : [...ids].toSorted(),
    mentions,
    absent: ids.size === 0 ? absentDocument(question) : null,
  };
};
