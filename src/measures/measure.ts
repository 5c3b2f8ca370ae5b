import type { ValidityPeriod } from "../policy/validity.ts";
import type { Requirement, TextSpan } from "./requirement.ts";

/** The forms that support takes. */
export type SupportForm =
  | "funding"
  | "interest"
  | "guarantee"
  | "loan"
  | "tax"
  | "rent"
  | "site"
  | "talent"
  | "settlement"
  | "listing"
  | "pilot"
  | "procurement"
  | "recognition"
  | "service";

/** One thing that a measure gives, and to whom: a tier, or the sentence of a direction. */
export interface Offer {
  /** What this offer asks for beyond the measure's own requirement; null where nothing. */
  readonly requirement: Requirement | null;
  /** The sentence that offers it. */
  readonly sentence: TextSpan;
  readonly support: TextSpan;
  readonly amount: TextSpan | null;
  /** Yuan, or percent where no sum is named: for choosing the highest tier. */
  readonly size: number;
}

/** A place that a document is for, as its own words say it. */
export interface Area extends TextSpan {
  readonly name: string;
}

/** The day until which one may apply, with the words that say so. */
export interface Deadline extends TextSpan {
  /** `YYYY-MM-DD`; null where it comes every year or counts from an event. */
  readonly day: string | null;
}

/** What only the text can say of how to apply; null where it does not. */
export interface MeasureDetails {
  readonly department: TextSpan | null;
  readonly deadline: Deadline | null;
  readonly materials: TextSpan | null;
  readonly place: TextSpan | null;
  readonly phone: TextSpan | null;
}

/**
 * Something that a document offers: an entitlement to apply for, or a direction in which it supports a group.
 * Spans are offsets into the document's text.
 */
export interface Measure extends MeasureDetails, TextSpan {
  readonly documentId: string;
  readonly clauseId: string;
  readonly title: string;
  readonly kind: "entitlement" | "direction";
  readonly requirement: Requirement | null;
  /** At least one. */
  readonly offers: readonly Offer[];
  /** What a recognised applicant is given by other clauses; it decides nothing. */
  readonly awards: readonly Offer[];
  readonly forms: readonly SupportForm[];
  /** Where its clause has dates of its own, these stand before the document's. */
  readonly validity: ValidityPeriod | null;
  /** Where the document is for, unless the measure says itself where its addressees must be. */
  readonly area: Area | null;
}
