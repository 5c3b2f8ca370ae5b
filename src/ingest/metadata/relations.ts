import type { Extension, RelationKind } from "../../policy/document.ts";
import { splitSentences } from "../../policy/sentences.ts";
import type { NormalisedText } from "../normalise.ts";
import type { CitedTitle } from "./cited-title.ts";
import { findCitedTitles } from "./cited-title.ts";
import { findAllExtensions } from "./extensions.ts";
import { withoutQuotedProvisions } from "./own-subject.ts";
import type { FoundTitle } from "./title.ts";

/** A document that another one names, and how; offsets into the canonical text. */
export interface FoundRelation {
  readonly kind: RelationKind;
  readonly title: string;
  readonly start: number;
  readonly end: number;
  readonly extensions?: readonly Extension[];
}

/** Only the beginning of a document says what it rests on. */
const OPENING_CHARACTERS = 3000;
const BASIS =
  /(?:根据|依据|依照|遵照|按照|为了?(?:深入|全面|认真|切实|进一步)?贯彻(?:落实)?|(?:深入|全面|认真|切实|进一步)?贯彻落实|为了?(?:深入|全面|认真|切实|进一步)?落实)/g;
/** …制定本办法, 现提出以下意见, 决定…: the sentence says what the document was made on. */
const PURPOSE =
  /(?:制定|制订|修订|编制|拟定|印发|出台|特制定|形成)(?:了)?本|(?:特|现)(?:制定|提出|就|作出|将|予|公布|(?:组织)?(?:开展|申报|征集|启动))|提出(?:以下|如下)|(?:通知|公告|通告|批复|函复|规定|决定|答复|解释)如下|经.{0,24}(?:同意|批准|决定)|决定(?:如下|对|在|：|:)/;
const ENDS_BASIS =
  /[。；]|制定本|现就|现将|现(?:予以?)?(?:印发|发布|公布)|(?:制定|制订|编制|起草|修订|形成|拟定)了|特制定|现提出|，结合|等(?:有关)?(?:法律|法规|规定|文件)|精神，(?!.{0,8}《)/;
const AMENDS_TITLE = /^.{0,60}?关于(?:修改|修订|修正|调整|延长|废止和修改|修改和废止|公布修改)(?=《)/;
const EXTENDS_TITLE = /延长|延续|延期|展期|续期|继续(?:执行|实施|施行|有效|适用)/;
const AMENDS_TEXT = /(?:将|对|删去|删除|在)(?=《)|(?:现|决定|作)?(?:修改|修订|修正)(?=《)/g;
const AMENDED =
  /^(?:[（(][^（）()]*[）)])?(?:的?(?:部分|个别|有关)?(?:条款|条文|内容|规定)?)?(?:作|做|进行|予以)(?:出)?(?:如下|以下|相应)?(?:修改|修正|修订|调整)|^(?:[（(][^（）()]*[）)])?第[〇○零一二三四五六七八九十百千\d]+[条章].{0,60}修改为/;
const DELETED_FROM =
  /^(?:[（(][^（）()]*[）)])?(?:中的?)?(?:第[〇○零一二三四五六七八九十百千\d]+[编章节条]|附件|“)/;
const ADDED_TO =
  /^(?:[（(][^（）()]*[）)])?(?:中|第[〇○零一二三四五六七八九十百千\d]+[章节条][^，。；]{0,20}?)(?:之?后)?增加/;
const SUPERSEDES = /(?:代替|替代|取代|取代了|代替了)(?=《)/g;
const SUPERSEDED_AFTER = /^(?:[（(][^（）()]*[）)])?(?:由|被)本[^，。；]{1,12}(?:代替|替代|取代)/;

const relation = (kind: RelationKind, cited: CitedTitle, offset: number): FoundRelation => ({
  kind,
  title: cited.title,
  start: offset + cited.start,
  end: offset + cited.end,
});

/** The documents named between a word like 依据 and the end of what it governs. */
const basisIn = (sentence: string, offset: number): FoundRelation[] => {
  if (!PURPOSE.test(sentence.replaceAll(/《[^》]*》/g, "《》"))) return [];
  const titles = findCitedTitles(sentence);
  const governed = new Map<number, CitedTitle>();
  for (const word of sentence.matchAll(BASIS)) {
    const from = word.index + word[0].length;
    if (titles.some(({ start, titleEnd }) => start < from && from < titleEnd)) continue;
    const masked = titles.reduce(
      (text, { start, end }) => text.slice(0, start) + "\u25A1".repeat(end - start) + text.slice(end),
      sentence,
    );
    const stop = masked.slice(from).search(ENDS_BASIS);
    const to = stop === -1 ? sentence.length : from + stop;
    for (const title of titles) {
      if (title.start >= from && title.start < to) governed.set(title.start, title);
    }
  }
  return [...governed.values()].map((title) => relation("based_on", title, offset));
};

/** What must stand behind a title for a word before it to say that the document is changed. */
const amendedBy = (word: string): RegExp => {
  if (/修改|修订|修正/.test(word)) return /^(?:[（(][^（）()]*[）)])?[\s。：:]*$/;
  if (/删[去除]/.test(word)) return DELETED_FROM;
  return word === "在" ? ADDED_TO : AMENDED;
};

const amendmentsIn = (paragraph: string, offset: number): FoundRelation[] => {
  const found: FoundRelation[] = [];
  const titles = findCitedTitles(paragraph);
  for (const word of paragraph.matchAll(AMENDS_TEXT)) {
    const from = word.index + word[0].length;
    const title = titles.find(({ start }) => start === from);
    if (title === undefined) continue;
    const after = paragraph.slice(title.titleEnd);
    if (amendedBy(word[0]).test(after)) found.push(relation("amends", title, offset));
  }
  for (const word of paragraph.matchAll(SUPERSEDES)) {
    const from = word.index + word[0].length;
    const title = titles.find(({ start }) => start === from);
    if (title !== undefined) found.push(relation("supersedes", title, offset));
  }
  for (const title of titles) {
    if (SUPERSEDED_AFTER.test(paragraph.slice(title.titleEnd)))
      found.push(relation("supersedes", title, offset));
  }
  return found;
};

/**
 * The documents that a document rests on (根据《…》制定本办法), changes (关于修改《…》的决定; 对《…》作如下修改) or takes the place of
 * (替代《…》). What is only cited in the course of the text is no relation.
 */
export const findRelations = (
  { text, paragraphs }: Pick<NormalisedText, "text" | "paragraphs">,
  title: FoundTitle | null,
): FoundRelation[] => {
  const found = new Map<string, FoundRelation>();
  const add = (each: FoundRelation): void => {
    if (each.title.length < 2 || each.title === title?.title) return;
    const key = `${each.kind} ${each.title}`;
    if (!found.has(key)) found.set(key, each);
  };
  if (title !== null) {
    const raw = text.slice(title.start, title.end);
    const amends = AMENDS_TITLE.exec(raw.replaceAll("\n", " "));
    const cited = findCitedTitles(raw);
    if (amends !== null) {
      for (const each of cited.filter(({ start }) => start >= amends[0].length))
        add(relation("amends", { ...each, title: each.title.replaceAll(/\s/g, "") }, title.start));
    }
  }
  const bodyStart = title?.end ?? 0;
  for (const { start, end } of paragraphs) {
    const paragraph = withoutQuotedProvisions(text.slice(start, end));
    if (start < bodyStart && title !== null && end <= title.end) continue;
    if (start <= bodyStart + OPENING_CHARACTERS) {
      for (const sentence of splitSentences(paragraph.slice(0, OPENING_CHARACTERS)))
        for (const each of basisIn(paragraph.slice(sentence.start, sentence.end), start + sentence.start))
          add(each);
    }
    for (const each of amendmentsIn(paragraph, start)) add(each);
  }
  for (const [key, each] of extended({ text, paragraphs }, title)) {
    const known = found.get(key);
    if (known === undefined) add(each);
    else
      found.set(key, { ...known, ...(each.extensions === undefined ? {} : { extensions: each.extensions }) });
  }
  return [...found.values()].toSorted((one, other) => one.start - other.start);
};

/** The documents that this one keeps in force for longer, by the key of their relation, each with all that is said of it. */
const extended = (
  normalised: Pick<NormalisedText, "text" | "paragraphs">,
  title: FoundTitle | null,
): Map<string, FoundRelation> => {
  const raw = title === null ? "" : normalised.text.slice(title.start, title.end);
  const titled =
    title === null || !EXTENDS_TITLE.test(raw)
      ? []
      : findCitedTitles(raw).map((each) => ({
          ...each,
          title: each.title.replaceAll(/\s/g, ""),
          start: title.start + each.start,
          end: title.start + each.end,
          titleEnd: title.start + each.titleEnd,
        }));
  const found = new Map<string, FoundRelation>();
  for (const { document, clause, to, months } of findAllExtensions(normalised, titled)) {
    const key = `amends ${document.title}`;
    const known = found.get(key) ?? relation("amends", document, 0);
    found.set(key, { ...known, extensions: [...(known.extensions ?? []), { clause, to, months }] });
  }
  return found;
};
