import type { IRunOptions } from "docx";
import { TextRun } from "docx";

/** What XML 1.0 has no place for: control characters, halves of pairs, and two that are no characters. */
const NOT_IN_XML =
  // oxlint-disable-next-line no-control-regex -- these are what is looked for
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** A text that a file of XML can hold. */
export const xmlText = (text: string): string => text.replaceAll(NOT_IN_XML, "");

/** A text as runs of a paragraph, its line breaks kept: Word would make blanks of them. */
export const wordRuns = (text: string, options: Omit<IRunOptions, "text" | "break"> = {}): TextRun[] =>
  xmlText(text)
    .split(/\r\n|[\r\n]/)
    .map((line, position) => new TextRun({ ...options, text: line, ...(position > 0 ? { break: 1 } : {}) }));
