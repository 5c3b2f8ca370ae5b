import { BorderStyle, FootnoteReferenceRun, HeadingLevel, Paragraph } from "docx";
import type { AnswerView } from "../conversation/answer-view.ts";
import type { CitationNotes, ExportSetting } from "./citation-note.ts";
import { citationRuns } from "./citation-note.ts";
import { wordRuns } from "./word-runs.ts";

/** A question with its answer, as it is exported. */
export interface ExportedTurn {
  readonly question: string;
  /** Complete. */
  readonly view: AnswerView & { readonly summary: NonNullable<AnswerView["summary"]> };
}

const GREY = "595959";
const AMBER = "8A4B08";

const noticeParagraph = (kind: string, text: string): Paragraph =>
  new Paragraph({
    children: [...wordRuns(`${kind}　`, { bold: true, color: AMBER }), ...wordRuns(text)],
    border: { left: { style: BorderStyle.SINGLE, size: 18, space: 8, color: AMBER } },
    spacing: { before: 80, after: 80 },
  });

const note = (text: string): Paragraph =>
  new Paragraph({ children: wordRuns(text, { color: GREY, size: 20 }), spacing: { after: 120 } });

/** What was made of the question, how and for which day. */
const circumstances = ({ view, question }: ExportedTurn, { messages, texts }: ExportSetting): Paragraph[] => {
  const { summary } = view;
  const resolved = summary.resolvedQuestion.trim();
  return [
    note(
      [
        messages.asOf(summary.asOf),
        summary.refused
          ? texts.refusedNote
          : summary.mode === "model"
            ? messages.modelMade
            : messages.extractive,
        messages.originalPrevails,
      ].join("　·　"),
    ),
    ...(resolved === question.trim() ? [] : [note(`${messages.understoodAs}${resolved}`)]),
  ];
};

const refusalParagraphs = (view: AnswerView, setting: ExportSetting): Paragraph[] => {
  const { refusal } = view;
  if (refusal === null) return [];
  const { messages } = setting;
  return [
    new Paragraph({ children: wordRuns(messages.refusal[refusal.reason], { bold: true }) }),
    new Paragraph({ children: wordRuns(refusal.message) }),
    ...(refusal.nearest.length === 0
      ? []
      : [
          new Paragraph({ children: wordRuns(messages.nearestTitle, { bold: true }), keepNext: true }),
          note(messages.nearestNote),
          ...refusal.nearest.map(
            (citation) =>
              new Paragraph({ children: [...citationRuns(citation, setting)], indent: { left: 400 } }),
          ),
        ]),
  ];
};

/** The turn as a chapter: question, circumstances, notices, and the statements with a footnote per citation. */
export const turnParagraphs = (
  turn: ExportedTurn,
  notes: CitationNotes,
  setting: ExportSetting,
): Paragraph[] => {
  const { messages } = setting;
  const { view } = turn;
  const cited = new Map(view.citations.map((citation) => [citation.index, citation]));
  return [
    new Paragraph({ heading: HeadingLevel.HEADING_1, children: wordRuns(turn.question), keepNext: true }),
    ...circumstances(turn, setting),
    ...view.notices.map(({ kind, text }) => noticeParagraph(messages.notice[kind], text)),
    ...refusalParagraphs(view, setting),
    ...view.paragraphs.map(({ pieces, count }) => {
      const runs = pieces.flatMap((piece) => {
        const citation = piece.kind === "marker" ? cited.get(piece.index) : undefined;
        return citation === undefined ? wordRuns(piece.text) : [notes.reference(citation)];
      });
      return new Paragraph({
        children: [
          // Two marks side by side would read as one number.
          ...runs.flatMap((run, position) =>
            run instanceof FootnoteReferenceRun && runs[position - 1] instanceof FootnoteReferenceRun
              ? [...wordRuns(",", { superScript: true }), run]
              : [run],
          ),
          ...(count === null ? [] : wordRuns(`（${messages.counted(count)}）`, { color: GREY, size: 20 })),
        ],
        spacing: { before: 60, after: 60, line: 360 },
      });
    }),
  ];
};
