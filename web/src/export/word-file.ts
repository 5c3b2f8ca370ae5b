import { AlignmentType, Document, Footer, HeadingLevel, Packer, PageNumber, Paragraph, TextRun } from "docx";
import type { Messages } from "../language/messages.ts";
import { CitationNotes } from "./citation-note.ts";
import { exportChinese, exportEnglish } from "./export-texts.ts";
import type { ExportedTurn } from "./turn-paragraphs.ts";
import { turnParagraphs } from "./turn-paragraphs.ts";
import { wordRuns } from "./word-runs.ts";

/** What a Word document is made of. */
export interface ExportRequest {
  readonly turns: readonly ExportedTurn[];
  readonly whole: "answer" | "conversation";
  readonly messages: Messages;
  readonly language: "zh-CN" | "en";
  /** The page's own origin, without a slash at its end. */
  readonly origin: string;
  /** `YYYY-MM-DD` */
  readonly day: string;
}

const SONG = { ascii: "Times New Roman", hAnsi: "Times New Roman", eastAsia: "SimSun" };
const HEI = { ascii: "Arial", hAnsi: "Arial", eastAsia: "SimHei" };
/** A4 with the margins of official documents, in twentieths of a point. */
const PAGE = {
  size: { width: 11_906, height: 16_838 },
  margin: { top: 1440, bottom: 1440, left: 1588, right: 1474 },
};

/** Answers as a Word document: a chapter for each question, a footnote for each citation. */
export const wordFile = (request: ExportRequest): Promise<Blob> => {
  const { messages, origin } = request;
  const texts = request.language === "en" ? exportEnglish : exportChinese;
  const setting = { messages, texts, origin };
  const notes = new CitationNotes(setting);
  const title = request.whole === "answer" ? texts.answerTitle : texts.conversationTitle;
  const file = new Document({
    title,
    creator: messages.productName,
    styles: {
      default: {
        document: {
          run: { font: SONG, size: 24, language: { value: "en-US", eastAsia: "zh-CN" } },
          paragraph: { spacing: { after: 80, line: 320 } },
        },
        title: { run: { font: HEI, size: 36, bold: true }, paragraph: { spacing: { after: 240 } } },
        heading1: {
          run: { font: HEI, size: 28, bold: true, color: "1C2026" },
          paragraph: { spacing: { before: 360, after: 120 } },
        },
        footnoteText: { run: { font: SONG, size: 18 }, paragraph: { spacing: { after: 40, line: 260 } } },
      },
    },
    sections: [
      {
        properties: { page: PAGE },
        footers: {
          default: new Footer({
            children: [
              new Paragraph({
                alignment: AlignmentType.CENTER,
                children: [new TextRun({ children: [PageNumber.CURRENT, " / ", PageNumber.TOTAL_PAGES] })],
              }),
            ],
          }),
        },
        children: [
          new Paragraph({
            heading: HeadingLevel.TITLE,
            alignment: AlignmentType.CENTER,
            children: wordRuns(title),
          }),
          ...request.turns.flatMap((turn) => turnParagraphs(turn, notes, setting)),
          new Paragraph({
            children: wordRuns(texts.exportedOn(request.day, origin), { color: "595959", size: 18 }),
            spacing: { before: 360 },
          }),
        ],
      },
    ],
  });
  return Packer.toBlob(file);
};
