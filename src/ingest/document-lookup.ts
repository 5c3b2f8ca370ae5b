import type { PolicyDocument } from "../policy/document.ts";
import { firstDay } from "../policy/partial-date.ts";
import { findCitedTitles } from "./metadata/cited-title.ts";
import { normaliseDocumentNumber, yearOfDocumentNumber } from "./metadata/document-number.ts";
import { splitOrganisations } from "./metadata/organisation.ts";

/** What is needed of a document to find it by the way in which others name it; no text. */
export type NamedDocument = Pick<
  PolicyDocument,
  "documentId" | "title" | "aliases" | "issuers" | "documentNumber" | "publishedOn" | "effectiveFrom"
>;

const VERSION =
  /(?:[(（](?:\d{4}年?)?(?:第[一二三四五六七八九十\d]+次)?(?:修正|修订|修改|最新|现行|\d{4}年?)?(?:版|本|文本)?[)）]|\d{4}年?(?:修正|修订|修改)(?:版|本)?)$/;

/** A title in the form in which two ways of writing it compare equal; the mark of a version goes. */
export const titleKey = (title: string): string =>
  title
    .replace(/^《([^《》]*(?:《[^《》]*》[^《》]*)*)》$/, "$1")
    .replace(VERSION, "")
    .normalize("NFKC")
    .replaceAll(/[\s《》〈〉<>"“”'‘’、,.·]/g, "")
    .replaceAll(/[—–~～-]+/g, "-")
    .replace(/^中华人民共和国/, "");

/** 最高人民法院关于审理… → 关于审理…: texts often name the issuer before the marks and not in them. */
const withoutIssuer = (title: string): string | null => {
  const at = title.indexOf("关于");
  return at > 0 && splitOrganisations(title.slice(0, at)).length > 0 ? title.slice(at) : null;
};

/**
 * The first day on which a version of a document can count: the later of its publication and its coming into
 * force; failing both, the year of its 文号; null where nothing is known.
 */
export const versionDay = (document: NamedDocument): string | null => {
  const days = [document.publishedOn, document.effectiveFrom].flatMap((date) =>
    date === null ? [] : [firstDay(date)],
  );
  const latest = days.toSorted().at(-1);
  if (latest !== undefined) return latest;
  const year = document.documentNumber === null ? null : yearOfDocumentNumber(document.documentNumber);
  return year === null ? null : firstDay(year);
};

/** A document as another one names it: 《title》（文号）, or the title alone. */
export interface DocumentName {
  readonly title: string;
  readonly documentNumber: string | null;
}

/** …通知（杭政〔2008〕1号）; 《…》；文号：杭政〔2008〕1号 */
const NUMBER_BEHIND = /(?:；[^；：]{0,8}：|[\s\u3000]+|[（(])([^；：\s（(][^；：\s]{3,40}号)[)）]?$/;

/** Reads the words of a fact (《…》（国发〔2016〕82号）; a title without marks, with or without its 文号; a 文号 alone) or a bare title. */
export const documentName = (words: string): DocumentName => {
  const cited = words.startsWith("《") ? findCitedTitles(words)[0] : undefined;
  if (cited?.documentNumber != null) return cited;
  const alone = normaliseDocumentNumber(words);
  if (alone !== null) return { title: alone, documentNumber: alone };
  const match = NUMBER_BEHIND.exec(words);
  const documentNumber = normaliseDocumentNumber(match?.[1] ?? "");
  if (match === null || documentNumber === null) return cited ?? { title: words, documentNumber: null };
  return { title: cited?.title ?? words.slice(0, match.index), documentNumber };
};

/** Finds documents by the names that others give them. */
export interface DocumentLookup<T extends NamedDocument> {
  /** All documents that a name can mean, an agreeing 文号 before a title alone, in no other order. */
  find(name: DocumentName): readonly T[];
}

export const createDocumentLookup = <T extends NamedDocument>(documents: readonly T[]): DocumentLookup<T> => {
  const byNumber = new Map<string, T[]>();
  const byTitle = new Map<string, T[]>();
  const push = (map: Map<string, T[]>, key: string, document: T): void => {
    const known = map.get(key);
    if (known === undefined) map.set(key, [document]);
    else if (!known.includes(document)) known.push(document);
  };
  for (const document of documents) {
    const { documentNumber } = document;
    if (documentNumber !== null)
      push(byNumber, normaliseDocumentNumber(documentNumber) ?? documentNumber, document);
    for (const title of [document.title, ...document.aliases.filter((alias) => alias.length >= 6)]) {
      push(byTitle, titleKey(title), document);
      const short = withoutIssuer(title);
      if (short !== null) push(byTitle, titleKey(short), document);
    }
  }
  return {
    find: ({ title, documentNumber }) => {
      const number = documentNumber === null ? null : normaliseDocumentNumber(documentNumber);
      const numbered = number === null ? [] : (byNumber.get(number) ?? []);
      if (numbered.length > 0) return numbered;
      const short = withoutIssuer(title);
      const titled =
        byTitle.get(titleKey(title)) ?? (short === null ? [] : (byTitle.get(titleKey(short)) ?? []));
      // A document of the same title with another 文号 is another document.
      return titled.filter(
        (document) =>
          number === null ||
          document.documentNumber === null ||
          normaliseDocumentNumber(document.documentNumber) === number,
      );
    },
  };
};
