import type { DroppedText as PolicyDroppedText, IngestIssue } from "../policy/document.ts";

/** What a format says about one line of the extracted text. */
export interface LineFact {
  /** UTF-16 offset of the line's first character in `text`. */
  readonly start: number;
  readonly kind: "paragraph" | "heading" | "table-row" | "footnote" | "attachment";
  /** For a heading: its outline level, 1 the highest; 0 is the title of the document. */
  readonly level?: number;
  /** For a format with pages: the page, counted from 1, on which the line begins. */
  readonly page?: number;
  /** The format itself says that the paragraph ends with this line: never join it with the next. */
  readonly hardBreak?: boolean;
  /** For a footnote: the UTF-16 offset in `text` of the place that it explains. */
  readonly annotates?: number;
}

/** Why a stretch of the file is not part of the extracted text. */
export type DropReason =
  | "header"
  | "footer"
  | "page-number"
  | "hidden"
  | "deleted"
  | "comment"
  | "navigation"
  | "script"
  | "front-matter"
  | "footnote-marker"
  | "table-of-contents"
  | "placeholder"
  | "rotated";

export interface DroppedText extends PolicyDroppedText {
  readonly reason: DropReason;
}

/**
 * A document as its format shows it to a reader. An extractor writes automatic numbering at the beginning of its
 * line and each row of a table as one line `header：cell；header：cell`; it judges no content.
 */
export interface ExtractedText {
  /** Lines joined by line feeds. */
  readonly text: string;
  /** Facts about lines, ordered by `start`; a line without a fact is one of which the format says nothing. */
  readonly lines: readonly LineFact[];
  readonly dropped: readonly DroppedText[];
  /** Problems, with offsets into `text`. */
  readonly issues: readonly IngestIssue[];
  /** Facts that stand outside the text: meta elements of a page, properties of an office file; never shown. */
  readonly properties?: Readonly<Record<string, string>>;
  /** The raw text between the `---` fences at the beginning of a text file; absent where there is none. */
  readonly frontMatter?: string;
}
