import { findCitedTitles } from "./cited-title.ts";
import { normaliseDocumentNumber } from "./document-number.ts";
import type { FoundRepeal } from "./find-repeals.ts";
import { isPartOf } from "./find-repeals.ts";
import { isCompleteTitle } from "./title-text.ts";

/** 序号：1；文件名称：《…》；文号：… — a row as tables are read. */
const TITLE_CELL = /(?:^|；)[^；：]{0,8}(?:文件|规章|法规|名称|标题|题目)[^；：]{0,8}：([^；]{4,160})/;
const NUMBER_CELL = /(?:^|；)[^；：]{0,4}(?:文号|字号|编号)[^；：]{0,4}：([^；]{4,60})/;
/** 关于…的通知（某政发〔2008〕1号）, 关于…的通知 某政发〔2008〕1号 */
const NUMBER_BEHIND =
  /[\s\u3000]*(?:[（(]([^（）()]{4,40}(?:[（(]\d{4}[）)][^（）()]{2,12})?)[）)]|[\s\u3000]([^\s\u3000]{4,40}号))[；;。，,、]?$/;
const NOT_DOCUMENT = /(?:证|证书|执照|许可|表|票|合同)$/;

/** Documents in book-title marks with which a line begins, joined by 、 or 和. */
const cited = (line: string): FoundRepeal[] => {
  const found: FoundRepeal[] = [];
  let at = 0;
  for (const each of findCitedTitles(line)) {
    if (!/^[\s\u3000、，,和及与]*$/.test(line.slice(at, each.start))) break;
    at = each.end;
    if (each.title.length < 3 || isPartOf(line, each)) continue;
    const behind =
      each.documentNumber ??
      normaliseDocumentNumber(NUMBER_BEHIND.exec(line.slice(each.titleEnd))?.[2] ?? "");
    found.push({ title: each.title, documentNumber: behind, on: null, start: each.start, end: each.end });
  }
  return found;
};

const bare = (line: string): FoundRepeal[] => {
  const number = NUMBER_BEHIND.exec(line);
  const documentNumber = normaliseDocumentNumber(number?.[1] ?? number?.[2] ?? "");
  const title = (documentNumber === null || number === null ? line : line.slice(0, number.index)).replace(
    /[；;。\s\u3000]+$/,
    "",
  );
  if (title.length < 5 || title.length > 120 || /[。；：]/.test(title) || !isCompleteTitle(title)) return [];
  if (NOT_DOCUMENT.test(title)) return [];
  // Without a 文号 only what is named as notices are: other lines may be headings.
  if (documentNumber === null && !/关于.+的/.test(title)) return [];
  const end =
    documentNumber === null || number === null
      ? title.length
      : number.index + number[0].trimEnd().replace(/[；;。，,、]$/, "").length;
  return [{ title, documentNumber, on: null, start: 0, end }];
};

/**
 * The documents that a line of a list names: 《…》（文号）, a title without marks with its 文号, or a row of a table with
 * columns for both. `line` is without its marker; offsets are UTF-16 units into it.
 */
export const documentsOfItem = (line: string): FoundRepeal[] => {
  const cell = TITLE_CELL.exec(line);
  if (cell !== null) {
    const words = cell[1] ?? "";
    const offset = cell.index + cell[0].length - words.length;
    const numbered = NUMBER_CELL.exec(line);
    const number = normaliseDocumentNumber(numbered?.[1] ?? "");
    const numberEnd = numbered === null || number === null ? 0 : numbered.index + numbered[0].length;
    const named = [
      ...cited(words),
      ...(words.startsWith("《")
        ? []
        : [{ title: words, documentNumber: null, on: null, start: 0, end: words.length }]),
    ];
    return named.map((each) => ({
      ...each,
      documentNumber: each.documentNumber ?? number,
      start: offset + each.start,
      // With the cell of the 文号, where one document stands before it.
      end: named.length === 1 ? Math.max(numberEnd, offset + each.end) : offset + each.end,
    }));
  }
  const lead = /^(?:\d{1,4}[\s\u3000]+)?/.exec(line)?.[0].length ?? 0;
  const content = line.slice(lead);
  const found = content.startsWith("《") ? cited(content) : bare(content);
  return found.map((each) => ({ ...each, start: lead + each.start, end: lead + each.end }));
};
