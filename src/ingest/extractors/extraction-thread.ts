import { parentPort } from "node:worker_threads";
import { PolicyError } from "../../policy/policy-error.ts";
import type { ExtractionReply, ExtractionRequest } from "./extraction-worker.ts";
import type { Extractor, Format } from "./extractor.ts";
import { damagedFile } from "./file-errors.ts";

/**
 * The thread that `ExtractionWorker` talks to. Libraries are loaded when a file needs them. They print warnings
 * about files; what matters of them is in the result. (Capturing the thread's output instead would keep the
 * process from ending.)
 */
console.log = () => {};
console.warn = () => {};

const EXTRACTORS: Readonly<Record<Format, () => Promise<Extractor>>> = {
  "plain-text": async () => (await import("./plain-text.ts")).plainTextExtractor,
  markdown: async () => (await import("./markdown.ts")).markdownExtractor,
  html: async () => (await import("./html.ts")).htmlExtractor,
  docx: async () => (await import("./docx.ts")).docxExtractor,
  pdf: async () => (await import("./pdf.ts")).pdfExtractor,
  xlsx: async () => (await import("./xlsx.ts")).xlsxExtractor,
  csv: async () => (await import("./csv.ts")).csvExtractor,
};

const reply = async ({ format, bytes }: ExtractionRequest): Promise<ExtractionReply> => {
  try {
    const extractor = await EXTRACTORS[format]();
    return { extracted: await extractor.extract(bytes) };
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
