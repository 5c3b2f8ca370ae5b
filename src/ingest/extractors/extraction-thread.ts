import { parentPort } from "node:worker_threads";
import { PolicyError } from "../../policy/policy-error.ts";
import { csvExtractor } from "./csv.ts";
import { docxExtractor } from "./docx.ts";
import type { ExtractionReply, ExtractionRequest } from "./extraction-worker.ts";
import type { Extractor, Format } from "./extractor.ts";
import { damagedFile } from "./file-errors.ts";
import { htmlExtractor } from "./html.ts";
import { markdownExtractor } from "./markdown.ts";
import { pdfExtractor } from "./pdf.ts";
import { plainTextExtractor } from "./plain-text.ts";
import { xlsxExtractor } from "./xlsx.ts";

/** The thread that `ExtractionWorker` talks to. */
const EXTRACTORS: Readonly<Record<Format, Extractor>> = {
  "plain-text": plainTextExtractor,
  markdown: markdownExtractor,
  html: htmlExtractor,
  docx: docxExtractor,
  pdf: pdfExtractor,
  xlsx: xlsxExtractor,
  csv: csvExtractor,
};

const reply = async ({ format, bytes }: ExtractionRequest): Promise<ExtractionReply> => {
  try {
    return { extracted: await EXTRACTORS[format].extract(bytes) };
  } catch (cause) {
    const error = cause instanceof PolicyError ? cause : damagedFile(`${format}: ${String(cause)}`);
    const { code, status, retryable, publicMessage, detail } = error;
    return {
      failure: { code, status, retryable, message: publicMessage, ...(detail === null ? {} : { detail }) },
    };
  }
};

parentPort?.on("message", (request: ExtractionRequest) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin, a window has
  void reply(request).then((answer) => parentPort?.postMessage(answer));
});
