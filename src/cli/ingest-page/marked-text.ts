import type { Normalisation, PolicyDocument } from "../../policy/document.ts";
import { walkClauses } from "../../policy/clause.ts";
import { dropReasonInChinese } from "../drop-reason.ts";
import { escapeHtml } from "./escape-html.ts";

/** A place in the text that the page points out. */
export interface MarkedPlace {
  readonly kind: "issue" | "fact";
  readonly label: string;
  /** UTF-16 offsets into the canonical text. */
  readonly start: number;
  readonly end: number;
}

/** The anchor of a clause; positions are unique in a page, ids of clauses need not be valid there. */
export const clauseAnchor = (documentNumber: number, clauseNumber: number): string =>
  `d${documentNumber}-c${clauseNumber}`;

/** Where in the canonical text something was left out, with its reason and length. */
const droppedPlaces = (
  normalisations: readonly Normalisation[],
): { readonly at: number; readonly label: string }[] => {
  let lost = 0;
  return normalisations
    .toSorted((a, b) => a.start - b.start)
    .flatMap(({ reason, start, end, replacement }) => {
      const at = start - lost + replacement.length;
      const length = end - start - replacement.length;
      lost += length;
      return length > 0 ? [{ at, label: `略去 ${length} 字：${dropReasonInChinese(reason)}` }] : [];
    });
};

/** Orders the cuts of a text: every offset at which something begins or ends. */
const cutsOf = (length: number, offsets: Iterable<number>): number[] => {
  const cuts = new Set([0, length]);
  for (const offset of offsets) if (offset > 0 && offset < length) cuts.add(offset);
  return [...cuts].toSorted((a, b) => a - b);
};

/**
 * The canonical text of a document as HTML: each clause's own span with its anchor, characters that belong to no
 * clause, places where something was left out, and the given places marked.
 */
export const markedText = (
  document: PolicyDocument,
  documentNumber: number,
  places: readonly MarkedPlace[],
): string => {
  const { text } = document;
  const clauses = [...walkClauses(document.clauses)]
    .map(({ clause }, number) => ({ start: clause.start, end: clause.end, number }))
    .toSorted((a, b) => a.start - b.start || a.number - b.number);
  const dropped = Map.groupBy(droppedPlaces(document.normalisations), ({ at }) => Math.min(at, text.length));
  const points = Map.groupBy(
    places.filter(({ start, end }) => end <= start),
    ({ start }) => Math.min(start, text.length),
  );
  const spans = places.filter(({ start, end }) => end > start).toSorted((a, b) => a.start - b.start);
  const cuts = cutsOf(
    text.length,
    [...clauses, ...spans]
      .flatMap(({ start, end }) => [start, end])
      .concat([...dropped.keys(), ...points.keys()]),
  );

  const pieces: string[] = [];
  const marksAt = (at: number): void => {
    for (const { label } of dropped.get(at) ?? []) {
      pieces.push(`<span class="dropped" title="${escapeHtml(label)}">·</span>`);
    }
    for (const { kind, label } of points.get(at) ?? []) {
      pieces.push(`<span class="${kind} point" title="${escapeHtml(label)}">※</span>`);
    }
  };
  let nextClause = 0;
  let nextSpan = 0;
  let current: (typeof clauses)[number] | null = null;
  let open: MarkedPlace[] = [];
  for (const [index, start] of cuts.entries()) {
    marksAt(start);
    const end = cuts[index + 1];
    if (end === undefined) break;
    let anchor = "";
    for (
      let next = clauses[nextClause];
      next !== undefined && next.start <= start;
      next = clauses[nextClause]
    ) {
      nextClause += 1;
      // A heading without text of its own is reached at the clause that follows it.
      anchor += `<a id="${clauseAnchor(documentNumber, next.number)}"></a>`;
      if (next.end > start) current = next;
    }
    for (let next = spans[nextSpan]; next !== undefined && next.start <= start; next = spans[nextSpan]) {
      nextSpan += 1;
      open.push(next);
    }
    open = open.filter((place) => place.end > start);
    if (current !== null && current.end <= start) current = null;
    const piece = text.slice(start, end);
    const classes = [
      current !== null
        ? current.number % 2 === 0
          ? "even"
          : "odd"
        : piece.trim() === ""
          ? "gap"
          : "outside",
      ...new Set(open.map(({ kind }) => kind)),
    ];
    const labels = [
      ...(classes[0] === "outside" ? ["不属于任何条款"] : []),
      ...open.map(({ label }) => label),
    ].join("；");
    const title = labels === "" ? "" : ` title="${escapeHtml(labels)}"`;
    pieces.push(`${anchor}<span class="${classes.join(" ")}"${title}>${escapeHtml(piece)}</span>`);
  }
  return pieces.join("");
};
