import type { Clause } from "../policy/clause.ts";
import type { Candidate } from "./candidate.ts";
import type { StatementDraft } from "./draft.ts";

/** A sentence that only announces what follows it. */
const ANNOUNCES = /[：:]$|(?:下列|如下|以下)[^。]{0,20}[：:]?$/;
/** Items shown; a longer list is cut there, each item still with its own citation. */
const MOST_ITEMS = 15;

const isItem = ({ kind, marker }: Clause): boolean =>
  kind === "dash" || (kind === "numbered" && marker !== null);

/** Whether a sentence only announces a list (…应当具备下列条件：), and says nothing without it. */
export const announcesList = ({ text }: Candidate): boolean => ANNOUNCES.test(text);

/** Whether a sentence speaks of the items below it (对存在下列问题的社会团体要进行整改。), which complete it. */
const speaksOfItems = ({ text, place }: Candidate): boolean =>
  /下列|以下(?!简称|称)|如下/.test(text) && place.clause.children.some((child) => isItem(child));

/** The items that a clause announces: its own children, or the items that follow it under the same heading. */
const announcedItems = ({ clause, ancestors, document }: Candidate["place"]): readonly Clause[] => {
  const children = clause.children.filter((child) => isItem(child));
  if (children.length > 0) return children;
  const siblings = ancestors.at(-1)?.children ?? document.clauses;
  const following = siblings.slice(siblings.findIndex(({ clauseId }) => clauseId === clause.clauseId) + 1);
  const end = following.findIndex((sibling) => !isItem(sibling));
  return end === -1 ? following : following.slice(0, end);
};

/**
 * The items of the list that a sentence announces (…应当具备下列条件：), each a statement of its own with its
 * own citation, in text order; empty where the sentence announces nothing.
 */
export const completeList = (candidate: Candidate): StatementDraft[] => {
  if (!announcesList(candidate) && !speaksOfItems(candidate)) return [];
  const { place } = candidate;
  const isChild = place.clause.children.length > 0;
  const ancestors = isChild ? [...place.ancestors, place.clause] : place.ancestors;
  return announcedItems(place)
    .slice(0, MOST_ITEMS)
    .map((item) => ({
      text: place.document.text.slice(item.start, item.end),
      quotes: [{ document: place.document, clause: item, ancestors, start: item.start, end: item.end }],
      count: null,
      isItem: true,
    }));
};

/** The end of a clause's own text, where it announces the items below it. */
const LAST_SENTENCE = /[^。；\n]*[：:]\s*$/;

/**
 * The words that announce the list of which a sentence is an item (取得综合所得需要办理汇算清缴的情形包括：), to be shown
 * with the whole list where a list was asked for; the sentence itself where nothing announces it.
 */
export const announcementOf = (candidate: Candidate): Candidate => {
  const { clause, ancestors, document } = candidate.place;
  const parent = ancestors.at(-1);
  if (parent === undefined || !isItem(clause)) return candidate;
  const own = LAST_SENTENCE.exec(document.text.slice(parent.start, parent.end))?.[0];
  if (own === undefined || parent.children.filter((child) => isItem(child)).length > MOST_ITEMS)
    return candidate;
  const text = own.trim();
  const start = document.text.lastIndexOf(text, parent.end - text.length);
  return {
    ...candidate,
    place: { document, clause: parent, ancestors: ancestors.slice(0, -1) },
    start,
    end: start + text.length,
    text,
    note: null,
  };
};

/** Items of a list of which so many were found, and at least this share of all, are shown with the rest of it. */
const FOUND = 2;
const SHARE_FOUND = 1 / 3;

/** UTF-16 units: a longer item says something by itself. */
const SHORT_ITEM = 60;

const isShortItem = (clause: Clause): boolean =>
  isItem(clause) &&
  clause.children.every(({ marker }) => marker === null) &&
  clause.end - clause.start <= SHORT_ITEM;

/** What a candidate is a short item of, as a whole. */
const parentOf = ({ place: { clause, ancestors }, start, end }: Candidate): Clause | undefined =>
  isShortItem(clause) && end - start >= clause.end - clause.start - 1 ? ancestors.at(-1) : undefined;

/**
 * Where several short items of a list that nothing but a heading announces (三、申报材料) were found, all of its items, in
 * text order, in place of the first of them.
 */
export const withSiblings = (chosen: readonly Candidate[]): readonly Candidate[] => {
  const shown = new Set<Clause>();
  return chosen.flatMap((candidate): readonly Candidate[] => {
    const parent = parentOf(candidate);
    const items = parent?.children.filter((child) => isItem(child)) ?? [];
    const found = chosen.filter((each) => parent !== undefined && parentOf(each) === parent).length;
    if (parent === undefined || found < FOUND || found < SHARE_FOUND * items.length) return [candidate];
    if (items.length > MOST_ITEMS || !items.every((item) => isShortItem(item))) return [candidate];
    if (announcementOf(candidate) !== candidate) return [candidate];
    if (shown.has(parent)) return [];
    shown.add(parent);
    const { document, ancestors } = candidate.place;
    return items.map((clause) => ({
      ...candidate,
      place: { document, clause, ancestors },
      start: clause.start,
      end: clause.end,
      text: document.text.slice(clause.start, clause.end),
      note: null,
    }));
  });
};
