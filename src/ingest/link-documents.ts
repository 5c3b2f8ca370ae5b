import { isDeepStrictEqual } from "node:util";
import type { ClauseEnd, PolicyDocument, Relation } from "../policy/document.ts";
import type { PartialDate } from "../policy/partial-date.ts";
import { firstDay, lastDay } from "../policy/partial-date.ts";
import { addMonths } from "./add-months.ts";
import type { DocumentName, NamedDocument } from "./document-lookup.ts";
import { createDocumentLookup, documentName, titleKey, versionDay } from "./document-lookup.ts";

/** What linking reads and changes of a document; a document without its text and clauses is enough. */
export type LinkableDocument = NamedDocument &
  Pick<
    PolicyDocument,
    "effectiveTo" | "repealedOn" | "repeals" | "relations" | "facts" | "clauseEnds" | "unlinked"
  >;

/** Kinds of documents whose new version takes the place of the old one; a second notice of the same title need not. */
const REPLACED_BY_VERSION =
  /(?:法|法典|条例|规定|办法|细则|规则|章程|准则|规程|制度|目录|标准|规范|解释|预案|清单|指南|指引)(?:\d{4}年?(?:修订|修正|修改)[版本]?)?(?:\s?[（(][^（）()]*[）)])*$/;
const NOTICE = /^.{0,80}(?:关于|转发|批转)/;

/** A document while it is linked: what it said of itself, and what others add. */
interface Draft<T> {
  readonly document: T;
  readonly day: string | null;
  effectiveTo: PartialDate | null;
  repealedOn: PartialDate | null;
  relations: Relation[];
  clauseEnds: ClauseEnd[];
}

const earlier = (one: PartialDate | null, other: PartialDate): PartialDate =>
  one === null || firstDay(other) < firstDay(one) ? other : one;

/** The day from which a document repeals others: when it comes into force, or is published, or the year of its 文号. */
const repealsFrom = (document: LinkableDocument): PartialDate | null =>
  document.effectiveFrom ?? document.publishedOn ?? versionDay(document)?.slice(0, 4) ?? null;

const addRelation = (draft: Draft<unknown>, relation: Relation): void => {
  const known = draft.relations.some(
    (each) => each.kind === relation.kind && each.documentId === relation.documentId,
  );
  if (!known) draft.relations = [...draft.relations, relation];
};

/** The documents that `document` repeals: with their 文号 and the day where the text gives them. */
const repealedBy = (
  document: LinkableDocument,
): readonly { readonly name: DocumentName; readonly on: PartialDate | null }[] => {
  const facts = (document.facts ?? [])
    .filter(({ field }) => field === "repeals")
    .map(({ value, on }) => ({ name: documentName(value), on: on ?? null }));
  const told = new Set(facts.map(({ name }) => titleKey(name.title)));
  return [
    ...facts,
    ...document.repeals
      .filter((title) => !told.has(titleKey(title)))
      .map((title) => ({ name: documentName(title), on: null })),
  ];
};

const sameIssuers = (one: LinkableDocument, other: LinkableDocument): boolean =>
  one.issuers.length === 0 ||
  other.issuers.length === 0 ||
  one.issuers.some((issuer) => other.issuers.includes(issuer));

/**
 * Resolves what documents of one index say of each other. A relation gets the id of the document that its title or 文号
 * names. A document that another repeals (…同时废止) gets `repealedOn`, the day on which that one comes into force, and
 * the relation `repealed_by`. Documents of one title with different days are versions of each other; of laws and
 * other rules the newer takes the place of the older, which is repealed from then on.
 *
 * Pure, and the same documents always give the same result, linked before or not: what linking changed earlier is
 * taken back first (`unlinked`). A document that nothing changes is returned as the same object.
 *
 * @param documents all documents of the index as they will be, without those that are removed.
 */
export const linkDocuments = <T extends LinkableDocument>(documents: readonly T[]): T[] => {
  const drafts = new Map<string, Draft<T>>(
    documents.map((document) => [
      document.documentId,
      {
        document,
        day: versionDay(document),
        repealedOn: (document.unlinked ?? document).repealedOn,
        relations: [...(document.unlinked ?? document).relations],
        effectiveTo: ownEnd(document),
        clauseEnds: [],
      },
    ]),
  );
  const all = [...drafts.values()];
  const lookup = createDocumentLookup(documents);
  linkVersions(all);
  for (const draft of all) {
    resolveRelations(draft, (name) => lookup.find(name));
    repealOthers(draft, (name) =>
      lookup.find(name).flatMap(({ documentId }) => drafts.get(documentId) ?? []),
    );
  }
  // In the order of their days, so that 延长一年 counts from the end that the one before it gave.
  const byDay = all.toSorted(
    (one, other) => compare(one.day ?? "", other.day ?? "") || compareIds(one, other),
  );
  for (const draft of byDay) extendOthers(draft, drafts);
  return all.map((draft) => finish(draft));
};

const compare = (one: string, other: string): number => (one === other ? 0 : one < other ? -1 : 1);

const compareIds = (one: Draft<LinkableDocument>, other: Draft<LinkableDocument>): number =>
  compare(one.document.documentId, other.document.documentId);

/** The end that a document states itself. */
const ownEnd = ({ unlinked, effectiveTo }: LinkableDocument): PartialDate | null =>
  unlinked?.effectiveTo === undefined ? effectiveTo : unlinked.effectiveTo;

/** 《X》有效期延长至…: X ends later; an end that is not later than the one it has changes nothing. */
const extendOthers = <T extends LinkableDocument>(
  { document, day, relations }: Draft<T>,
  drafts: ReadonlyMap<string, Draft<T>>,
): void => {
  for (const { kind, documentId, extensions } of relations) {
    const extended = documentId === null ? undefined : drafts.get(documentId);
    if (kind !== "amends" || extensions === undefined || extended === undefined) continue;
    if (extended.document === document || (day !== null && extended.day !== null && extended.day > day))
      continue;
    for (const { clause, to, months } of extensions) {
      const before = extended.effectiveTo;
      const end = to ?? (before === null || months === null ? null : addMonths(before, months));
      if (end === null) continue;
      if (clause !== null) extended.clauseEnds.push({ clause, to: end });
      else if (before === null || lastDay(before) < lastDay(end)) extended.effectiveTo = end;
    }
  }
};

/** Gives each relation the id of the document that it names; of several versions, the last before the naming one. */
const resolveRelations = <T extends LinkableDocument>(
  draft: Draft<T>,
  find: (name: DocumentName) => readonly T[],
): void => {
  const { document } = draft;
  const names = new Map(
    (document.facts ?? []).map((fact) => [
      `${fact.field} ${documentName(fact.value).title}`,
      documentName(fact.value),
    ]),
  );
  draft.relations = draft.relations.map((relation) => {
    if (relation.documentId !== null) return relation;
    const name = names.get(`${relation.kind} ${relation.title}`) ?? documentName(relation.title);
    const candidates = find(name)
      .filter(({ documentId }) => documentId !== document.documentId)
      .map((each) => ({ documentId: each.documentId, day: versionDay(each) }))
      .toSorted((one, other) => ((one.day ?? "") < (other.day ?? "") ? -1 : 1));
    const before = candidates.findLast(({ day }) => draft.day === null || day === null || day <= draft.day);
    const found = before ?? candidates[0];
    return found === undefined ? relation : { ...relation, documentId: found.documentId };
  });
};

const repealOthers = <T extends LinkableDocument>(
  draft: Draft<T>,
  find: (name: DocumentName) => readonly Draft<T>[],
): void => {
  const { document } = draft;
  const own = repealsFrom(document);
  for (const { name, on } of repealedBy(document)) {
    const from = on ?? own;
    for (const repealed of find(name)) {
      if (repealed === draft) continue;
      // A law of the same title that is not older is the new version, not the repealed one.
      if (repealed.day !== null && draft.day !== null && repealed.day >= draft.day) continue;
      if (from !== null) repealed.repealedOn = earlier(repealed.repealedOn, from);
      addRelation(repealed, { kind: "repealed_by", title: document.title, documentId: document.documentId });
    }
  }
};

const linkVersions = <T extends LinkableDocument>(all: readonly Draft<T>[]): void => {
  const groups = new Map<string, Draft<T>[]>();
  for (const draft of all) {
    const key = titleKey(draft.document.title);
    if (key.length < 3) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [draft]);
    else group.push(draft);
  }
  for (const group of groups.values()) {
    const versions = group
      .filter(({ day }) => day !== null)
      .toSorted((one, other) => ((one.day ?? "") < (other.day ?? "") ? -1 : 1));
    for (const [index, older] of versions.entries()) {
      for (const newer of versions.slice(index + 1)) linkPair(older, newer);
      const next = versions.slice(index + 1).find((newer) => replaces(newer, older));
      if (next?.day != null) older.repealedOn = earlier(older.repealedOn, next.day);
    }
  }
};

const areVersions = <T extends LinkableDocument>(one: Draft<T>, other: Draft<T>): boolean =>
  one.day !== other.day && sameIssuers(one.document, other.document);

const replaces = <T extends LinkableDocument>(newer: Draft<T>, older: Draft<T>): boolean =>
  areVersions(newer, older) &&
  REPLACED_BY_VERSION.test(newer.document.title) &&
  // 关于…的通知 and the like of one title may each go on; 最高人民法院关于…的解释 do not.
  (!NOTICE.test(newer.document.title) ||
    /(?:解释|规定|办法)(?:[（(][^（）()]*[）)])*$/.test(newer.document.title));

const linkPair = <T extends LinkableDocument>(older: Draft<T>, newer: Draft<T>): void => {
  if (!areVersions(older, newer)) return;
  const relation = (kind: Relation["kind"], { document }: Draft<T>): Relation => ({
    kind,
    title: document.title,
    documentId: document.documentId,
  });
  addRelation(older, relation("version_of", newer));
  addRelation(newer, relation("version_of", older));
  if (replaces(newer, older)) addRelation(newer, relation("supersedes", older));
};

const finish = <T extends LinkableDocument>(draft: Draft<T>): T => {
  const { document, effectiveTo, repealedOn, relations } = draft;
  const own = document.unlinked ?? { repealedOn: document.repealedOn, relations: document.relations };
  const endsItself = effectiveTo === ownEnd(document);
  const isOwn =
    endsItself &&
    repealedOn === own.repealedOn &&
    JSON.stringify(relations) === JSON.stringify(own.relations);
  const clauseEnds = draft.clauseEnds.length === 0 ? undefined : draft.clauseEnds;
  const unlinked = isOwn
    ? undefined
    : {
        repealedOn: own.repealedOn,
        relations: own.relations,
        ...(endsItself ? {} : { effectiveTo: ownEnd(document) }),
      };
  const linked = { effectiveTo, repealedOn, relations, clauseEnds, unlinked };
  const { effectiveTo: endBefore, clauseEnds: clausesBefore, unlinked: unlinkedBefore } = document;
  const before = {
    effectiveTo: endBefore,
    repealedOn: document.repealedOn,
    relations: document.relations,
    clauseEnds: clausesBefore,
    unlinked: unlinkedBefore,
  };
  return isDeepStrictEqual(linked, before) ? document : { ...document, ...linked };
};
