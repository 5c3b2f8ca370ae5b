import type { IngestReport } from "../ingest/ingest.ts";
import { bookTitle } from "../server/book-title.ts";

const OUTCOMES = { added: "新增", replaced: "更新", unchanged: "未变", failed: "失败" } as const;

/** What became of each file, as text. */
export const formatIngest = (report: IngestReport): string => {
  const files = report.files.map(({ file, outcome, documents, error }) => {
    const head = `${OUTCOMES[outcome]}  ${file}${error === null ? "" : `：${error.message}`}`;
    const read = documents.map(
      ({ title, clauses, issues }) =>
        `      ${bookTitle(title)} ${clauses} 个条款${issues.length === 0 ? "" : `，${issues.length} 处解析提示`}`,
    );
    return [head, ...read].join("\n");
  });
  return [...files, `用时 ${report.seconds.toFixed(1)} 秒。`].join("\n");
};
