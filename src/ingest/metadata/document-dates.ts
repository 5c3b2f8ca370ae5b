import type { PartialDate } from "../../policy/partial-date.ts";
import { firstDay } from "../../policy/partial-date.ts";
import { findDates, parseDate, WRITTEN_DATE } from "./chinese-date.ts";
import type { LabelledValue } from "./head-labels.ts";
import type { PromulgationEvent } from "./promulgation-note.ts";
import type { Head } from "./read-head.ts";
import type { Signature } from "./signature.ts";

/** A date with the words that state it. */
export interface PlacedDate {
  readonly value: PartialDate;
  readonly start: number;
  readonly end: number;
}

export interface DocumentDates {
  readonly signedOn: PlacedDate | null;
  readonly adoptedOn: PlacedDate | null;
  /** Stated as such; where only a signature or an adoption by a congress stands, `publishedOn` is taken from it. */
  readonly publishedOn: PlacedDate | null;
  /** Whether the text states a day of publication itself. */
  readonly publicationIsStated: boolean;
  /** The day from which 自公布之日起 counts: a decree's or signature's day before a web page's. */
  readonly promulgatedOn: PlacedDate | null;
}

const ADOPTED = new RegExp(
  `(?:于|经)?\\s?(${WRITTEN_DATE})[^，。；]{0,50}?(?:会议|审委会)?[^，。；]{0,12}?(?:审议|修订|讨论)?通过|(?:会议|常务委员会)[^，。；]{0,12}?于\\s?(${WRITTEN_DATE})\\s?(?:修订|审议)?通过`,
);

/** 2019年02月15日 | 2019-02-15 10:30 | 2019/2/15 */
export const labelledDate = (label: LabelledValue | undefined): PlacedDate | null => {
  if (label === undefined) return null;
  const whole = parseDate(label.value);
  const date =
    whole === null
      ? findDates(label.value, label.start)[0]
      : { value: whole, start: label.start, end: label.end };
  return date ?? null;
};

const asPlaced = (event: PromulgationEvent | undefined): PlacedDate | null =>
  event === undefined ? null : { value: event.date, start: event.start, end: event.end };

const latest = (events: readonly PromulgationEvent[]): PromulgationEvent | undefined =>
  events.toSorted((one, other) => (firstDay(one.date) < firstDay(other.date) ? -1 : 1)).at(-1);

const isCongress = ({ issuer }: PromulgationEvent): boolean => issuer?.includes("人民代表大会") === true;

/** The days on which a document was adopted, signed and published, as its text states them. */
export const findDocumentDates = (
  head: Head,
  events: readonly PromulgationEvent[],
  signature: Signature | null,
): DocumentDates => {
  const signed = labelledDate(head.labels.get("signedOn")) ?? signature?.date ?? null;
  const labelled = labelledDate(head.labels.get("publishedOn"));
  // The newest version counts: what was published first and amended since is published with its last amendment.
  const noted = latest(
    events.filter(
      (event) =>
        event.kind === "published" ||
        event.kind === "approved" ||
        event.kind === "amended" ||
        event.kind === "revised" ||
        (event.kind === "adopted" && isCongress(event)),
    ),
  );
  const fromNote = asPlaced(noted);
  const decreed = head.decree === null ? null : (signature?.date ?? null);
  const stated = labelled ?? decreed ?? fromNote;
  return {
    signedOn: signed,
    adoptedOn: asPlaced(latest(events.filter(({ kind }) => kind === "adopted"))) ?? adoptedInText(head),
    publishedOn: stated ?? signed,
    publicationIsStated: stated !== null,
    // 自发布之日起 was said when the document was published first, not when single articles were amended.
    promulgatedOn:
      decreed ??
      asPlaced(events.findLast(({ kind }) => kind === "published")) ??
      asPlaced(latest(events.filter((event) => event.kind === "revised" || event.kind === "approved"))) ??
      asPlaced(latest(events.filter((event) => event.kind === "adopted" && isCongress(event)))) ??
      fromNote ??
      signed ??
      labelled,
  };
};

const adoptedInText = (head: Head): PlacedDate | null => {
  for (const line of head.bodyLines.slice(0, 4)) {
    const match = ADOPTED.exec(line.content);
    const words = match?.[1] ?? match?.[2];
    const value = words === undefined ? null : parseDate(words);
    if (match === null || words === undefined || value === null) continue;
    const start = line.start + line.content.indexOf(words, match.index);
    return { value, start, end: start + words.length };
  }
  return null;
};
