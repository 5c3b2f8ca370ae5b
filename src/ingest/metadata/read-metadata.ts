import type { DocumentFact, FactField, IngestIssue, PolicyDocument } from "../../policy/document.ts";
import type { StatedFields } from "../manifest.ts";
import type { NormalisedText } from "../normalise.ts";
import { findAnnouncedNumber } from "./announced-number.ts";
import type { ClauseTerm } from "./clause-terms.ts";
import { findContradictions } from "./contradictions.ts";
import type { PlacedDate } from "./document-dates.ts";
import { findDocumentDates, labelledDate } from "./document-dates.ts";
import { normaliseDocumentNumber } from "./document-number.ts";
import { findIssuers } from "./issuers.ts";
import { jurisdictionOf, jurisdictionOfTitle } from "./jurisdiction.ts";
import { findOwnClauseTerms } from "./own-clause-terms.ts";
import { readPromulgationNote, readUndatedIssue } from "./promulgation-note.ts";
import { readHead } from "./read-head.ts";
import { findRelations } from "./relations.ts";
import { findSignature } from "./signature.ts";
import type { FoundTitle } from "./title.ts";
import { titleOfHead } from "./title.ts";
import { findEndContradictions, findReversedPeriod } from "./validity-contradictions.ts";
import { findValidity } from "./validity-period.ts";

/** The fields of a document that metadata fills. */
export type DocumentMetadata = Pick<
  PolicyDocument,
  | "title"
  | "titleSource"
  | "aliases"
  | "issuers"
  | "documentNumber"
  | "jurisdiction"
  | "publishedOn"
  | "effectiveFrom"
  | "effectiveTo"
  | "repealedOn"
  | "repeals"
  | "relations"
  | "sourceUrl"
> & {
  readonly facts: readonly DocumentFact[];
  readonly issues: readonly IngestIssue[];
  /** Where the title stands, for the clause tree; null where it is given. */
  readonly titlePlace: FoundTitle | null;
  /** What the text says of the validity of single clauses, for the clause tree. */
  readonly clauseTerms: readonly ClauseTerm[];
};

const stated = <T>(value: T | undefined, read: T): T => (value === undefined ? read : value);

const unique = <T>(values: readonly T[]): T[] => [...new Set(values)];

/**
 * Reads who issued a document, under which title and 文号, when it is valid, and which documents it names as repealed,
 * amended or its basis. Every value read from the text is a fact with its place. What the manifest (or front
 * matter) states stands before the text; where the text says otherwise, an issue reports it.
 *
 * @param fileName gives the title where neither the text nor the manifest does.
 */
export const readMetadata = (
  normalised: Pick<NormalisedText, "text" | "paragraphs">,
  fileName: string,
  manifest?: StatedFields,
): DocumentMetadata => {
  const { text } = normalised;
  const head = readHead(normalised);
  const title = titleOfHead(head);
  const belowTitle = head.bodyLines.filter(({ start }) => title === null || start >= title.end);
  const events = readPromulgationNote(belowTitle, text);
  const undated = readUndatedIssue(belowTitle, text);
  const signature = findSignature(normalised);
  const issuers = findIssuers(text, head, title, events, signature, undated);
  const dates = findDocumentDates(head, events, signature);
  const validity = findValidity(normalised, title, events, dates, manifest?.publishedOn ?? null);
  const noted = events.findLast(
    ({ documentNumber, kind }) => documentNumber !== null && kind === "published",
  );
  const number =
    head.documentNumber ??
    (noted?.documentNumber == null
      ? undated && { value: undated.documentNumber, start: undated.start, end: undated.end }
      : { value: noted.documentNumber, start: noted.start, end: noted.end }) ??
    findAnnouncedNumber(
      title?.title ?? "",
      issuers.map(({ value }) => value),
      [...head.titleLines.filter(({ start }) => title === null || start >= title.end), ...belowTitle],
    );
  const labelledFrom = labelledDate(head.labels.get("effectiveFrom"));
  const effectiveFrom = validity.beginsOnStatedDay
    ? validity.effectiveFrom
    : (labelledFrom ?? validity.effectiveFrom);
  const labelledTo = labelledDate(head.labels.get("effectiveTo"));
  const effectiveTo = validity.effectiveTo ?? labelledTo;
  const relations = findRelations(normalised, title);

  const facts: DocumentFact[] = [];
  const add = (
    field: FactField,
    value: string,
    place: { readonly start: number; readonly end: number },
  ): void => {
    facts.push({ field, value, start: place.start, end: place.end });
  };
  const addDate = (field: FactField, date: PlacedDate | null): void => {
    if (date !== null) add(field, date.value, date);
  };
  if (title !== null) add("title", title.title, title);
  for (const issuer of issuers) add("issuers", issuer.value, issuer);
  if (number !== null) add("documentNumber", normaliseDocumentNumber(number.value) ?? number.value, number);
  addDate("signedOn", dates.signedOn);
  addDate("adoptedOn", dates.adoptedOn);
  if (dates.publicationIsStated) addDate("publishedOn", dates.publishedOn);
  addDate("effectiveFrom", effectiveFrom);
  addDate("effectiveTo", effectiveTo);
  for (const { on, start, end } of validity.repeals) {
    facts.push({
      field: "repeals",
      value: text.slice(start, end),
      ...(on === null ? {} : { on }),
      start,
      end,
    });
  }
  for (const each of relations) add(each.kind, text.slice(each.start, each.end), each);

  const issuerNames = manifest?.issuers ?? unique(issuers.map(({ value }) => value));
  const from = stated(manifest?.effectiveFrom, effectiveFrom?.value ?? null);
  const to = stated(manifest?.effectiveTo, effectiveTo?.value ?? null);
  const ownNumber = number === null ? null : (normaliseDocumentNumber(number.value) ?? number.value);
  return {
    title: manifest?.title ?? title?.title ?? fileName.replace(/\.[^.]+$/, ""),
    titleSource: manifest?.titleSource ?? (title === null ? "given" : "text"),
    aliases: manifest?.aliases ?? [],
    issuers: issuerNames,
    documentNumber: stated(manifest?.documentNumber, ownNumber),
    jurisdiction: stated(
      manifest?.jurisdiction,
      issuerNames.length > 0 ? jurisdictionOf(issuerNames) : jurisdictionOfTitle(title?.title ?? ""),
    ),
    publishedOn: stated(manifest?.publishedOn, dates.publishedOn?.value ?? null),
    effectiveFrom: from,
    effectiveTo: to,
    repealedOn: manifest?.repealedOn ?? null,
    repeals: unique(validity.repeals.map((repeal) => repeal.title)),
    relations: (
      manifest?.relations ??
      relations.map(({ kind, title: named, extensions }) => ({
        kind,
        title: named,
        ...(extensions === undefined ? {} : { extensions }),
      }))
    ).map((each) => ({ ...each, documentId: null })),
    sourceUrl: manifest?.sourceUrl ?? null,
    facts: facts.toSorted((one, other) => one.start - other.start),
    issues: [
      ...findContradictions(manifest, facts),
      ...validity.issues,
      ...findEndContradictions(effectiveTo, labelledTo === null ? [] : [labelledTo], []),
      ...findReversedPeriod(from, to, effectiveTo ?? effectiveFrom),
    ],
    titlePlace: title,
    clauseTerms: findOwnClauseTerms(normalised),
  };
};
