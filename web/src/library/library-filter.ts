import type { DocumentSummary } from "../../../src/contract/documents.ts";

/** The orders of the list: the newest first, the next to end first, by title. */
export const SORTS = ["newest", "ending", "title"] as const;
export type Sort = (typeof SORTS)[number];

/** What of the library is shown; an empty text or null stands for everything. */
export interface LibraryFilter {
  readonly text: string;
  readonly status: DocumentSummary["status"] | null;
  readonly issuer: string | null;
  /** `YYYY`, or `unknown` for documents without a date. */
  readonly year: string | null;
  readonly endsSoon: boolean;
  readonly sort: Sort;
}

export const NO_FILTER: LibraryFilter = {
  text: "",
  status: null,
  issuer: null,
  year: null,
  endsSoon: false,
  sort: "newest",
};

/** A choice of a filter and how many documents it has. */
export interface Choice<Value extends string> {
  readonly value: Value;
  readonly count: number;
}

/** As readers write it and as documents have it: 〔2024〕, [2024] and (2024) are one, and blanks count for nothing. */
const comparable = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[\s\p{Ps}\p{Pe}《》〈〉“”"']/gu, "");

/** The year that a document is of: when it was published, or else when it took effect. */
export const yearOf = (document: DocumentSummary): string =>
  (document.publishedOn ?? document.effectiveFrom)?.slice(0, 4) ?? "unknown";

const searched = (document: DocumentSummary): string =>
  comparable(`${document.title}\n${document.documentNumber ?? ""}\n${document.issuers.join("\n")}`);

/** The documents that a filter lets through, in their order. `soon` are the ids of those that end soon. */
export const filterDocuments = (
  documents: readonly DocumentSummary[],
  filter: LibraryFilter,
  soon: ReadonlySet<string>,
): readonly DocumentSummary[] => {
  const words = filter.text
    .split(/\s+/)
    .map(comparable)
    .filter((word) => word !== "");
  return documents.filter(
    (document) =>
      (filter.status === null || document.status === filter.status) &&
      (filter.issuer === null || document.issuers.includes(filter.issuer)) &&
      (filter.year === null || yearOf(document) === filter.year) &&
      (!filter.endsSoon || soon.has(document.documentId)) &&
      words.every((word) => searched(document).includes(word)),
  );
};

/** What a field of the documents holds, each value with how many have it. */
export const choicesOf = <Value extends string>(
  documents: readonly DocumentSummary[],
  read: (document: DocumentSummary) => readonly Value[],
): readonly Choice<Value>[] => {
  const counts = new Map<Value, number>();
  for (const document of documents) {
    for (const value of new Set(read(document))) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts].map(([value, count]) => ({ value, count }));
};

const dateOf = (document: DocumentSummary): string => document.publishedOn ?? document.effectiveFrom ?? "";

/** Where its validity ends; after every date where it does not, or the end is not known. */
const endOf = (document: DocumentSummary): string => document.effectiveTo ?? "~";

const ended = ({ status }: DocumentSummary): number =>
  status === "expired" || status === "repealed" ? 1 : 0;

/**
 * In the order that is asked for: the newest first, those without a date last; the next to end first, those that
 * have ended and those without an end last; by title, as all others where they are equal.
 */
export const sortDocuments = (
  documents: readonly DocumentSummary[],
  sort: Sort,
): readonly DocumentSummary[] => {
  const collator = new Intl.Collator("zh-CN");
  const key = (document: DocumentSummary): string => (sort === "ending" ? endOf(document) : dateOf(document));
  const direction = sort === "ending" ? 1 : -1;
  return documents.toSorted((a, b) => {
    if (sort === "ending" && ended(a) !== ended(b)) return ended(a) - ended(b);
    const [first, second] = [key(a), key(b)];
    if (sort !== "title" && first !== second) return first < second ? -direction : direction;
    return collator.compare(a.title, b.title);
  });
};
