import { open } from "node:fs/promises";
import type { IndexSnapshot } from "../../clause-index/index-types.ts";
import type { IngestReport } from "../../ingest/ingest-report.ts";
import { PolicyError } from "../../policy/policy-error.ts";
import { escapeHtml } from "./escape-html.ts";
import { documentSection } from "./document-section.ts";
import { PAGE_END, pageHead } from "./page-frame.ts";

/** Documents that one page shows whole; a browser does not open thousands of them. */
const SHOWN = 200;

/**
 * Writes the report of an ingest as one page that needs nothing else: what became of the files, and each of
 * their documents with its clause tree beside its text. One document is in memory at a time.
 * @throws PolicyError `report_not_written`
 */
export const writeIngestPage = async (
  file: string,
  report: IngestReport,
  snapshot: Pick<IndexSnapshot, "getDocument"> | null,
): Promise<void> => {
  const documentIds = [...new Set(report.files.flatMap((each) => each.documentIds))];
  try {
    const handle = await open(file, "w");
    try {
      const shown = new Map(documentIds.slice(0, SHOWN).map((documentId, number) => [documentId, number]));
      await handle.write(pageHead(report, shown));
      for (const [number, documentId] of documentIds.slice(0, SHOWN).entries()) {
        const document = (await snapshot?.getDocument(documentId)) ?? null;
        if (document !== null) await handle.write(documentSection(document, number));
      }
      const hidden = documentIds.slice(SHOWN);
      if (hidden.length > 0) {
        await handle.write(
          `<p>另有 ${hidden.length} 份文件未在此页展开：${escapeHtml(hidden.join("、"))}</p>\n`,
        );
      }
      await handle.write(PAGE_END);
    } finally {
      await handle.close();
    }
  } catch (cause) {
    if (cause instanceof PolicyError) throw cause;
    throw new PolicyError({
      code: "report_not_written",
      status: 500,
      message: {
        zh: `文件已导入，但报告无法写入：${file}`,
        en: `The files are ingested, but the report cannot be written: ${file}`,
      },
      cause,
    });
  }
};
