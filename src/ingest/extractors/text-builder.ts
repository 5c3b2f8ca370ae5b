import type { IngestIssue } from "../../policy/document.ts";
import type { DropReason, DroppedText, ExtractedText, LineFact } from "../extracted-text.ts";

/** The place of a footnote or endnote within a line; `id` is unique in its document. */
export interface NoteAnchor {
  readonly note: string;
}

/** Text within a line, with the places of footnotes. */
export type Inline = readonly (string | NoteAnchor)[];

export const inlineText = (inline: Inline): string =>
  inline.map((piece) => (typeof piece === "string" ? piece : "")).join("");

/** Collects lines with their facts, in the order in which a reader meets them. */
export class TextBuilder {
  readonly #pieces: string[] = [];
  readonly #lines: LineFact[] = [];
  readonly #dropped: DroppedText[] = [];
  readonly #issues: IngestIssue[] = [];
  readonly #notePlaces = new Map<string, number>();
  #length = 0;

  /** UTF-16 offset at which the next line will begin. */
  get nextStart(): number {
    return this.#length === 0 ? 0 : this.#length + 1;
  }

  get isEmpty(): boolean {
    return this.#length === 0;
  }

  /** Where a note stood, if its line was added already. */
  notePlace(id: string): number | undefined {
    return this.#notePlaces.get(id);
  }

  /**
   * Adds a paragraph. Line feeds within it make several lines, of which only the last ends the paragraph. A
   * paragraph without any visible character is left out.
   */
  add(content: Inline | string, fact: Omit<LineFact, "start">): void {
    const inline = typeof content === "string" ? [content] : content;
    if (inlineText(inline).trim() === "") return;
    let text = "";
    const base = this.nextStart;
    for (const piece of inline) {
      if (typeof piece === "string") text += piece;
      else this.#notePlaces.set(piece.note, base + text.length);
    }
    const { hardBreak, ...rest } = fact;
    let start = base;
    const parts = text.split("\n");
    parts.forEach((part, index) => {
      const ends = hardBreak === true && index === parts.length - 1;
      if (part.trim() !== "") this.#lines.push({ start, ...rest, ...(ends ? { hardBreak } : {}) });
      start += part.length + 1;
    });
    this.#pieces.push(text);
    this.#length = base + text.length;
  }

  drop(reason: DropReason, text: string, page?: number): void {
    if (text.trim() !== "") this.#dropped.push({ reason, text, ...(page === undefined ? {} : { page }) });
  }

  /** Reports a problem; without a place, it concerns the whole document. */
  report(code: string, message: string, start = 0, end = start): void {
    this.#issues.push({ code, message, start, end });
  }

  finish(): ExtractedText {
    return {
      text: this.#pieces.join("\n"),
      lines: this.#lines,
      dropped: this.#dropped,
      issues: this.#issues,
    };
  }
}
