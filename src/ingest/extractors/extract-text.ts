import type { ExtractedText } from "../extracted-text.ts";
import { detectFormat } from "./detect-format.ts";
import { ExtractionWorker } from "./extraction-worker.ts";
import { noText } from "./file-errors.ts";
import { plainTextExtractor } from "./plain-text.ts";

const MINUTE = 60_000;

/** One worker for the process: it is started by the first file that needs it and does not keep the process alive. */
const sharedWorker = new ExtractionWorker({ timeoutMs: 2 * MINUTE, memoryMb: 2048 });

const withNameIssue = (extracted: ExtractedText, name: string, format: string): ExtractedText => ({
  ...extracted,
  issues: [
    ...extracted.issues,
    {
      code: "format_differs_from_name",
      message: `${name} 的内容与扩展名不符，已按 ${format} 读取。`,
      start: 0,
      end: 0,
    },
  ],
});

/**
 * Reads a document of any supported format. Plain text is read here; everything else in a worker thread, whose
 * memory and time are bounded, so that no file can stop or exhaust an ingest.
 *
 * @param name the file's name; its extension decides where the content does not show the format.
 * @throws PolicyError `unreadable_format`, `scanned_pdf`, `no_text`, `damaged_file`, `file_too_large`,
 * `unreadable_encoding`, `extraction_timeout`, `extraction_memory`
 */
export const extractText = async (
  name: string,
  bytes: Uint8Array,
  worker: ExtractionWorker = sharedWorker,
): Promise<ExtractedText> => {
  const { format, differsFromName } = detectFormat(name, bytes);
  const extracted =
    format === "plain-text" ? await plainTextExtractor.extract(bytes) : await worker.extract(format, bytes);
  if (extracted.text.trim() === "") throw noText(name);
  return differsFromName ? withNameIssue(extracted, name, format) : extracted;
};
