import type { AnswerView } from "../conversation/answer-view.ts";
import { saveFile } from "../page/save-file.ts";
import { todayInChina } from "../page/today.ts";
import type { ExportedTurn } from "./turn-paragraphs.ts";
import type { ExportRequest } from "./word-file.ts";

/** The turn, if its answer is complete: only such are exported. */
export const exportedTurn = (question: string, view: AnswerView): ExportedTurn | null =>
  view.summary === null ? null : { question, view: { ...view, summary: view.summary } };

const LONGEST_NAME = 24;

/** The beginning of a question as file systems take it. */
const inFileName = (text: string): string =>
  text
    .replaceAll(/[\s\p{Cc}\p{P}\p{S}]+/gu, "")
    .slice(0, LONGEST_NAME)
    .toWellFormed();

/** Writes the document, with a library that is loaded for this, and has the browser save it. */
export const exportWord = async (request: Omit<ExportRequest, "day" | "origin">): Promise<void> => {
  const { wordFile } = await import("./word-file.ts");
  const day = todayInChina();
  const file = await wordFile({ ...request, day, origin: location.origin });
  const name = [request.messages.exporting.fileName, inFileName(request.turns[0]?.question ?? ""), day];
  saveFile(`${name.filter((part) => part !== "").join("-")}.docx`, file);
};
