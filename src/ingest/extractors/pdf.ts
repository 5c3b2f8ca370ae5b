import { PolicyError } from "../../policy/policy-error.ts";
import type { Extractor } from "./extractor.ts";
import { splitFootnotes } from "./pdf/footnotes.ts";
import type { PageNote } from "./pdf/footnotes.ts";
import { bodySize, joinLines } from "./pdf/join-lines.ts";
import type { PdfParagraph } from "./pdf/join-lines.ts";
import { findFrame } from "./pdf/page-frame.ts";
import { pageLines } from "./pdf/page-lines.ts";
import { readPages } from "./pdf/read-pages.ts";
import { withoutSettingBlanks } from "./pdf/setting-blanks.ts";
import { addTable } from "./table.ts";
import { TextBuilder } from "./text-builder.ts";
import type { Inline, NoteAnchor } from "./text-builder.ts";
import { scannedPdf } from "./unreadable-formats.ts";

/** Fewer characters a page than this are stamps on scans, not a text. */
const FEWEST_CHARACTERS = 8;
/** A text with more unknown characters than this cannot be trusted. */
const MOST_UNKNOWN = 0.1;
const LARGE = 1.15;
const LONGEST_TITLE = 80;

const unreadableText = (): PolicyError =>
  new PolicyError({
    code: "pdf_text_unreadable",
    status: 422,
    message: {
      zh: "这个 PDF 的字体没有文字编码信息，提取出来是乱码。请先做文字识别（OCR），或使用发布单位的 Word、网页版本。",
      en: "The fonts of this PDF do not say which characters they show. Run text recognition (OCR) or use another version.",
    },
  });

/** Lines in columns, one after the other, of which as many look like a table. */
const FEWEST_ROWS = 3;

/** Where rows of tables begin that no lines enclose: their words stay lines. */
const looseTables = (paragraphs: readonly PdfParagraph[]): ReadonlySet<PdfParagraph> => {
  const starts = new Set<PdfParagraph>();
  let rows: PdfParagraph[] = [];
  let others = 0;
  for (const paragraph of paragraphs) {
    const isRow = paragraph.text.includes("\t");
    others = isRow ? 0 : others + 1;
    if (isRow) rows.push(paragraph);
    // One line between may be a row whose cells nearly touch.
    else if (others > 1) rows = [];
    const [first] = rows;
    if (isRow && first !== undefined && rows.length === FEWEST_ROWS) starts.add(first);
  }
  return starts;
};

const noteId = (note: Pick<PageNote, "page" | "mark">): string => `${note.page}:${note.mark}`;

/** A paragraph with the places of its footnotes; other raised marks (m²) stay in the text. */
const withNotes = (
  { text, marks }: PdfParagraph,
  notes: ReadonlySet<string>,
  drop: (mark: string) => void,
): Inline => {
  const inline: (string | NoteAnchor)[] = [];
  let at = 0;
  for (const { offset, text: mark, page } of marks) {
    const id = noteId({ page, mark });
    if (!notes.has(id)) continue;
    inline.push(text.slice(at, offset), { note: id });
    drop(mark);
    at = offset + mark.length;
  }
  return [...inline, text.slice(at)];
};

/**
 * PDF files with text: lines joined to paragraphs, columns in reading order, footnotes last with their places,
 * each line with its page. Headers, footers, page numbers and rotated text are dropped with their reasons.
 */
export const pdfExtractor: Extractor = {
  format: "pdf",
  extract: async (bytes) => {
    const pages = withoutSettingBlanks(await readPages(bytes));
    const characters = pages
      .flatMap(({ fragments }) => fragments.map(({ text }) => text))
      .join("")
      .replaceAll(/\s/g, "");
    if (characters.length < pages.length * FEWEST_CHARACTERS) throw scannedPdf(pages.length);
    const unknown = characters.match(/[\uE000-\uF8FF\uFFFD\u0000-\u001F]/g)?.length ?? 0;
    if (unknown > characters.length * MOST_UNKNOWN) throw unreadableText();

    const builder = new TextBuilder();
    const lines = pages.flatMap(pageLines);
    const words = lines.filter(({ table }) => table === undefined);
    const frame = findFrame(pages, words);
    for (const [line, reason] of frame) builder.drop(reason, line.text, line.page);
    for (const { number, rotated } of pages) builder.drop("rotated", rotated.join(" "), number);
    const { body, notes } = splitFootnotes(words.filter((line) => !frame.has(line)));
    const kept = new Set(body);
    const size = bodySize(body);
    const noteIds = new Set(notes.map(noteId));
    const paragraphs = joinLines(lines.filter((line) => line.table !== undefined || kept.has(line)));
    const loose = looseTables(paragraphs);
    for (const [index, paragraph] of paragraphs.entries()) {
      if (loose.has(paragraph)) {
        builder.report(
          "table_not_rebuilt",
          `第 ${paragraph.page} 页的表格没有完整框线，按行读取，请对照原文核对各栏。`,
          builder.nextStart,
        );
      }
      if (paragraph.table !== undefined) {
        addTable(builder, paragraph.table.rows, paragraph.page);
        continue;
      }
      const { page, text } = paragraph;
      const inline = withNotes(paragraph, noteIds, (mark) => builder.drop("footnote-marker", mark, page));
      const isTitle =
        index < 4 &&
        page === 1 &&
        paragraph.isCentred &&
        paragraph.size > size * LARGE &&
        text.length < LONGEST_TITLE;
      builder.add(inline, {
        ...(isTitle ? { kind: "heading", level: 0 } : { kind: "paragraph" }),
        page,
        hardBreak: true,
      });
    }
    for (const note of notes) {
      const place = builder.notePlace(noteId(note));
      builder.add(note.text, {
        kind: "footnote",
        page: note.page,
        hardBreak: true,
        ...(place === undefined ? {} : { annotates: place }),
      });
    }
    const without = pages
      .filter(({ fragments, failed }) => fragments.length === 0 && !failed)
      .map(({ number }) => number);
    const failed = pages.filter((page) => page.failed).map(({ number }) => number);
    if (without.length > 0) {
      builder.report(
        "page_without_text",
        `第 ${without.join("、")} 页没有文字（可能是图片或空白页），没有读取。`,
      );
    }
    if (failed.length > 0) builder.report("page_not_read", `第 ${failed.join("、")} 页已损坏，没有读取。`);
    if (builder.isEmpty) throw scannedPdf(pages.length);
    return builder.finish();
  },
};
