import type { Clause } from "./clause.ts";
import type { PartialDate } from "./partial-date.ts";

/** A difference between the source and the canonical text: `source.slice(start, end)` became `replacement`. */
export interface Normalisation {
  readonly reason: NormalisationReason;
  /** UTF-16 offsets into the decoded source. */
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
}

export type NormalisationReason =
  | "byte-order-mark"
  | "line-ending"
  | "indentation"
  | "trailing-space"
  | "blank-line"
  | "line-join"
  | "lost-line-break"
  | "footnote-marker"
  | "control-character";

/** A stretch of a file that is not part of its text: a header, a page number, deleted or hidden words … */
export interface DroppedText {
  readonly reason: string;
  readonly text: string;
  /** Counted from 1, where the format has pages. */
  readonly page?: number;
}

/** A problem found while reading a document: data with a place, never a log line. */
export interface IngestIssue {
  readonly code: string;
  readonly message: string;
  /** UTF-16 offsets into the canonical text. */
  readonly start: number;
  readonly end: number;
}

export type RelationKind = "based_on" | "amends" | "supersedes" | "repealed_by" | "version_of";

export interface Relation {
  readonly kind: RelationKind;
  readonly title: string;
  readonly documentId: string | null;
  /** For `amends`: how much longer the other document, or clauses of it, is valid (有效期延长至…). */
  readonly extensions?: readonly Extension[] | undefined;
}

/** A new end that one document gives another: a date, or so many months after the old one. */
export interface Extension {
  /** The clause as its label is written (第二条); null for the whole document. */
  readonly clause: string | null;
  readonly to: PartialDate | null;
  readonly months: number | null;
}

/** What a fact says: a field of the document, or a day that other fields follow from. */
export type FactField =
  | "title"
  | "issuers"
  | "documentNumber"
  | "jurisdiction"
  | "publishedOn"
  | "signedOn"
  | "adoptedOn"
  | "effectiveFrom"
  | "effectiveTo"
  | "repeals"
  | RelationKind;

/** Something that the text itself says of the document, with the words that say it. */
export interface DocumentFact {
  readonly field: FactField;
  /** One issuer, one date, one title; for documents that are named, 《…》 with the bracket behind it. */
  readonly value: string;
  /** For `repeals`: the day that the text gives (自2024年1月1日起废止), where it is not the document's own. */
  readonly on?: PartialDate;
  /** UTF-16 offsets into the canonical text. */
  readonly start: number;
  readonly end: number;
}

/** Until when a clause is valid, by its label (第二条). */
export interface ClauseEnd {
  readonly clause: string;
  readonly to: PartialDate;
}

/** The fields that linking changes, as the document itself states them. */
export type UnlinkedFields = Pick<PolicyDocument, "repealedOn" | "relations"> & {
  /** Absent where no other document changed it. */
  readonly effectiveTo?: PartialDate | null;
};

/** A policy document as the index keeps it: what is unknown is null, never guessed. */
export interface PolicyDocument {
  readonly documentId: string;
  readonly title: string;
  /** `given`: the title does not stand in the text (拟题). */
  readonly titleSource: "text" | "given";
  readonly aliases: readonly string[];
  readonly issuers: readonly string[];
  /** 文号 */
  readonly documentNumber: string | null;
  readonly jurisdiction: string | null;
  readonly publishedOn: PartialDate | null;
  readonly effectiveFrom: PartialDate | null;
  readonly effectiveTo: PartialDate | null;
  readonly repealedOn: PartialDate | null;
  readonly repeals: readonly string[];
  readonly relations: readonly Relation[];
  readonly sourceUrl: string | null;
  readonly file: { readonly name: string; readonly sha256: string };
  /** Raised when parsing changes, so that unchanged files are read again. */
  readonly parserVersion: number;
  /** Canonical text; every offset of every clause and citation points into it. */
  readonly text: string;
  readonly normalisations: readonly Normalisation[];
  readonly clauses: readonly Clause[];
  readonly issues: readonly IngestIssue[];
  /** What the file holds beside the text (headers, page numbers, deleted words …), with the reason why it is left out. */
  readonly dropped?: readonly DroppedText[];
  /** Where in the text the metadata stands, in text order; what a manifest states stands nowhere. */
  readonly facts?: readonly DocumentFact[];
  /** The ends that other documents of the index give single clauses. */
  readonly clauseEnds?: readonly ClauseEnd[] | undefined;
  /** What the document itself says, kept where other documents of the index have changed it (a repeal, a version). */
  readonly unlinked?: UnlinkedFields | undefined;
}
