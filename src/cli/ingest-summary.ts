import type { IngestedDocument, IngestReport } from "../ingest/ingest-report.ts";

/** What an ingest did, in one sentence. */
export const ingestSummary = (report: IngestReport): string => {
  const documents = report.files.flatMap((file) => file.documents);
  const sum = (of: (document: IngestedDocument) => number): number =>
    documents.reduce((total, document) => total + of(document), 0);
  return (
    `读入 ${documents.length} 份文件，${sum(({ clauses }) => clauses)} 个条款；` +
    `解析提示 ${sum(({ issues }) => issues.length)} 处；` +
    `失败 ${report.files.filter(({ outcome }) => outcome === "failed").length} 个；` +
    `用时 ${report.seconds.toFixed(1)} 秒。`
  );
};
