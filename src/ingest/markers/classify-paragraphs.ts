import type { Paragraph } from "../normalise.ts";
import { acceptDecimals } from "./accept-decimals.ts";
import { findEnclosedTitles } from "./enclosed-titles.ts";
import { familyOrder } from "./family-order.ts";
import type { IsAbove } from "./family-order.ts";
import { findClosings } from "./closing-paragraphs.ts";
import { findAttachments } from "./find-attachments.ts";
import { acceptLatin } from "./latin-enumerations.ts";
import type { ReadMarker } from "./marker.ts";
import { findQuotations } from "./quoted-provisions.ts";
import { readMarker } from "./read-marker.ts";
import { findSignatures } from "./signature-lines.ts";
import { findContents } from "./table-of-contents.ts";
import type { ParagraphRange } from "./table-of-contents.ts";
import { findUnnumberedHeadings } from "./unnumbered-headings.ts";
import { unifyStyles } from "./unify-styles.ts";

/** What a paragraph is in its document. `lines` is how many paragraphs belong to it, itself included. */
export type ParagraphRole =
  | { readonly kind: "title" | "enclosed-title" | "contents"; readonly lines: number }
  | { readonly kind: "marked"; readonly read: ReadMarker }
  | { readonly kind: "attachment"; readonly read: ReadMarker; readonly lines: number }
  /** In a list of attachments; \`read\` is null for the line with which it begins. */
  | { readonly kind: "listed-attachment"; readonly read: ReadMarker | null }
  /** A heading that only the list or answer below it shows. */
  | { readonly kind: "unnumbered-heading"; readonly listBelow: ReadMarker | null }
  | { readonly kind: "text" | "quoted" | "closing" | "signature" | "footnote" | "table-row" | "heading" };

export interface ClassifiedParagraphs {
  readonly roles: readonly ParagraphRole[];
  readonly isAbove: IsAbove;
}

const LONGEST_TITLE_LINE = 60;
const SHORTEST_TITLE = 4;
/** What kinds of documents and tables are called: where a title ends. */
const TITLE_END =
  /(?:办法|规定|细则|方案|意见|报告|规划|计划|清单|目录|名单|[^代发]表|指南|标准|制度|要求|说明|样式|样图|指标|书|程序|流程|规则|规范|图|决定|要点|模板|导则)(?:[（(][^（）()]{1,12}[）)])?$/;
const SENTENCE = /[，。；：！？]/;

/** The lines below 附件1 that are its title: those that a list of attachments states, or else the first short one. */
const titleLinesBelow = (
  index: number,
  texts: readonly string[],
  isPlain: (index: number) => boolean,
  listedTitles: ReadonlySet<string>,
): number => {
  let joined = "";
  for (let end = index + 1; end <= index + 4 && isPlain(end); end += 1) {
    joined += (texts[end] ?? "").replaceAll(/\s+/g, "");
    const line = joined;
    // A list may name the issuer before the title.
    const isSuffix = line.length >= SHORTEST_TITLE && [...listedTitles].some((title) => title.endsWith(line));
    if (listedTitles.has(line) || isSuffix) return end - index;
  }
  const first = texts[index + 1] ?? "";
  const isTitle =
    isPlain(index + 1) && first.length <= LONGEST_TITLE_LINE && first.length >= 3 && !SENTENCE.test(first);
  if (!isTitle) return 0;
  const second = texts[index + 2] ?? "";
  const isBroken =
    !TITLE_END.test(first) &&
    isPlain(index + 2) &&
    second.length <= LONGEST_TITLE_LINE &&
    TITLE_END.test(second);
  return isBroken && !SENTENCE.test(second) ? 2 : 1;
};

/**
 * Reads the role of every paragraph of a document: first every candidate marker with its number, then, from all of
 * them together, which are headings (not amounts, quotations, entries of a table of contents or of a list of
 * attachments) and how their families nest.
 *
 * @param title the document's own title, by offsets into `text`; null where the text has none.
 */
export const classifyParagraphs = (
  text: string,
  paragraphs: readonly Paragraph[],
  title: { readonly start: number; readonly end: number } | null,
): ClassifiedParagraphs => {
  const texts = paragraphs.map(({ start, end }) => text.slice(start, end));
  const roles: (ParagraphRole | null)[] = paragraphs.map(({ start, end, isFootnote, fact }) => {
    if (isFootnote || fact?.kind === "footnote") return { kind: "footnote" };
    if (title !== null && start >= title.start && end <= Math.max(title.end, title.start + 1)) {
      return { kind: "title", lines: 1 };
    }
    if (title !== null && start === title.start) return { kind: "title", lines: 1 };
    if (fact?.kind === "table-row") return { kind: "table-row" };
    return null;
  });
  // The lines of a title are one clause.
  for (let index = roles.length - 2; index >= 0; index -= 1) {
    const [role, next] = [roles[index], roles[index + 1]];
    if (role?.kind !== "title" || next?.kind !== "title") continue;
    roles[index] = { kind: "title", lines: next.lines + 1 };
    roles[index + 1] = { kind: "title", lines: 0 };
  }
  const isOpen = (index: number): boolean => index < roles.length && roles[index] === null;
  const claim = (range: ParagraphRange, role: (index: number) => ParagraphRole): void => {
    for (let index = range.start; index < range.end; index += 1)
      if (isOpen(index)) roles[index] = role(index);
  };
  let readings = texts.map((each, index) => (isOpen(index) ? readMarker(each) : null));
  const mask = (): void => {
    readings = readings.map((read, index) => (isOpen(index) ? read : null));
  };
  for (const range of findContents(texts, readings)) {
    claim(range, (index) => ({
      kind: "contents",
      lines: index === range.start ? range.end - range.start : 0,
    }));
  }
  for (const range of findQuotations(texts, readings)) claim(range, () => ({ kind: "quoted" }));
  mask();
  readings = acceptLatin(texts, acceptDecimals(texts, readings, isOpen));
  const isPlain = (index: number): boolean => isOpen(index) && readings[index] === null;
  const signatures = findSignatures(texts, isPlain);
  const attachments = findAttachments(texts, signatures);
  for (const [index, read] of attachments.listed)
    claim({ start: index, end: index + 1 }, () => ({ kind: "listed-attachment", read }));
  for (const [index, read] of attachments.starts) {
    const isBare = read.match.length >= (texts[index]?.length ?? 0);
    const below = isBare
      ? titleLinesBelow(
          index,
          texts,
          (at) => isPlain(at) && signatures[at] !== true && !attachments.starts.has(at),
          attachments.titles,
        )
      : 0;
    if (!isOpen(index)) continue;
    claim({ start: index, end: index + 1 + below }, (at) => ({
      kind: "attachment",
      read,
      lines: at === index ? below + 1 : 0,
    }));
  }
  signatures.forEach((isSignature, index) => {
    if (isSignature) claim({ start: index, end: index + 1 }, () => ({ kind: "signature" }));
  });
  const from = roles.findLastIndex((role) => role?.kind === "title") + 1;
  const enclosed = findEnclosedTitles({
    texts,
    isPlain,
    isSignature: (index) => roles[index]?.kind === "signature",
    from,
  });
  for (const range of enclosed) {
    claim(range, (index) => ({
      kind: "enclosed-title",
      lines: index === range.start ? range.end - range.start : 0,
    }));
  }
  mask();
  for (const index of findClosings({ texts, readings, roles }))
    claim({ start: index, end: index + 1 }, () => ({ kind: "closing" }));
  readings = unifyStyles(readings);
  const headings = findUnnumberedHeadings({ texts, readings, isPlain });
  return {
    roles: roles.map((role, index) => {
      if (role !== null) return role;
      const read = readings[index];
      if (read !== null && read !== undefined) return { kind: "marked", read };
      const fact = paragraphs[index]?.fact;
      const isHeading =
        (fact?.kind === "heading" || fact?.kind === "attachment") &&
        (texts[index] ?? "").length <= LONGEST_TITLE_LINE;
      const listBelow = headings.get(index);
      if (!isHeading && listBelow !== undefined) return { kind: "unnumbered-heading", listBelow };
      return { kind: isHeading ? "heading" : "text" };
    }),
    isAbove: familyOrder(readings),
  };
};
