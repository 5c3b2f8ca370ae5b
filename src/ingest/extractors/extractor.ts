import type { ExtractedText } from "../extracted-text.ts";

/** The formats that can be read. */
export type Format = "plain-text" | "markdown" | "html" | "docx" | "pdf" | "xlsx" | "csv";

/** Reads the bytes of one format. */
export interface Extractor {
  readonly format: Format;
  /**
   * @throws PolicyError `damaged_file`, `file_too_large`, `no_text` and what the format adds; any other error
   * means that the bytes are not what they should be, and is reported as `damaged_file` by the caller.
   */
  readonly extract: (bytes: Uint8Array) => ExtractedText | Promise<ExtractedText>;
}
