import type { MarkupElement } from "../markup-tree.ts";
import type { Inline, NoteAnchor } from "../text-builder.ts";

/*
 * Footnotes of pages that Word and LibreOffice save: a link at the place, and at the end of the page an element
 * of the note's name, which begins with a link back.
 */

const PLACE = /^#_?((?:ftn|edn)\d+)$|^#(sd(?:foot|end)note\d+)sym$/;
const BACK = /^#_?(?:ftn|edn)ref\d+$|^#sd(?:foot|end)note\d+anc$/;
const BODY = /^(?:ftn|edn|sdfootnote|sdendnote)\d+$/;

/** The note that a link leads to, or null for other links. */
export const noteOfLink = ({ name, attributes }: MarkupElement): string | null => {
  const match = name === "a" ? PLACE.exec(attributes["href"] ?? "") : null;
  return match?.[1] ?? match?.[2] ?? null;
};

/** A link from a note back to its place, which shows the note's mark. */
export const isLinkBack = ({ name, attributes }: MarkupElement): boolean =>
  name === "a" && BACK.test(attributes["href"] ?? "");

/** The note that an element holds, or null. */
export const noteOfElement = ({ attributes }: MarkupElement): string | null => {
  const id = attributes["id"] ?? "";
  return BODY.test(id) ? id : null;
};

/** Noncharacters, which no text holds; they mark the place of a note while its paragraph is put together. */
const OPEN = "\uFDD0";
const CLOSE = "\uFDD1";
const PLACES = /\uFDD0([^\uFDD1]*)\uFDD1/;
const NONCHARACTERS = /[\uFDD0\uFDD1]/g;

export const placeOfNote = (id: string): string => OPEN + id + CLOSE;

export const withoutNoncharacters = (text: string): string => text.replaceAll(NONCHARACTERS, "");

/** A text with marked places as pieces, the places among them. */
export const withPlaces = (text: string): Inline =>
  text.split(PLACES).map((piece, index): string | NoteAnchor => (index % 2 === 0 ? piece : { note: piece }));
