import { parse } from "csv-parse/sync";
import { decodeText } from "../decode.ts";
import type { Extractor } from "./extractor.ts";
import { damagedFile, noText } from "./file-errors.ts";
import { encodingIssues } from "./plain-text.ts";
import { addTable } from "./table.ts";
import { TextBuilder } from "./text-builder.ts";

const DELIMITERS = [",", "\t", ";", "，"] as const;
const SAMPLE_LINES = 20;

/** The delimiter that most lines have, and alike; a comma where none is to be seen. */
const guessDelimiter = (text: string): string => {
  const lines = text
    .slice(0, 20_000)
    .split(/\r?\n/)
    .filter((line) => line.trim() !== "")
    .slice(0, SAMPLE_LINES);
  let best = { delimiter: ",", lines: 0 };
  for (const delimiter of DELIMITERS) {
    const counts = lines.map((line) => line.replaceAll(/"[^"]*"/g, "").split(delimiter).length - 1);
    const usual = counts.toSorted((a, b) => a - b)[Math.floor(counts.length / 2)] ?? 0;
    const alike = usual === 0 ? 0 : counts.filter((count) => count === usual).length;
    if (alike > best.lines) best = { delimiter, lines: alike };
  }
  return best.delimiter;
};

/** Tables as text (CSV, TSV): the first row that looks like one is the header of each cell. */
export const csvExtractor: Extractor = {
  format: "csv",
  extract: (bytes) => {
    const decoded = decodeText(bytes);
    const text = decoded.text.replace(/^\uFEFF/, "");
    let rows: string[][];
    try {
      rows = parse(text, {
        delimiter: guessDelimiter(text),
        relax_column_count: true,
        relax_quotes: true,
        skip_empty_lines: true,
      });
    } catch (cause) {
      throw damagedFile(`csv: ${String(cause)}`, cause);
    }
    const builder = new TextBuilder();
    addTable(
      builder,
      rows.map((row) => ({ cells: row.map((cell) => ({ content: [cell] })) })),
    );
    if (builder.isEmpty) throw noText("csv without words");
    const extracted = builder.finish();
    return {
      ...extracted,
      issues: [...extracted.issues, ...encodingIssues({ ...decoded, text: extracted.text })],
    };
  },
};
