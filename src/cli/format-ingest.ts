import { outcomeInChinese } from "./outcome-in-chinese.ts";
import type { IngestedDocument, IngestedFile, IngestReport, NamedDocument } from "../ingest/ingest-report.ts";
import { ingestSummary } from "./ingest-summary.ts";
import type { RemovalReport } from "../ingest/remove-documents.ts";
import { bookTitle } from "../server/book-title.ts";
import { dropReasonInChinese } from "./drop-reason.ts";

/** Documents of one file that are listed; a file of ready-made clauses can hold thousands. */
const LISTED = 20;
/** Issues of one document that are listed; the page and `--json` have them all. */
const LISTED_ISSUES = 5;

const formatDocument = ({ title, clauses, characters, dropped, issues }: IngestedDocument): string => {
  const left = Object.entries(dropped).map(([reason, count]) => `${dropReasonInChinese(reason)} ${count}`);
  const lines = [
    `      ${bookTitle(title)} ${clauses} 个条款，${characters} 字${left.length === 0 ? "" : `；略去：${left.join("、")}`}`,
    ...issues
      .slice(0, LISTED_ISSUES)
      .map(({ message, start }) => `        提示（第 ${start + 1} 字处）：${message}`),
  ];
  const more = issues.length - LISTED_ISSUES;
  return [...lines, ...(more > 0 ? [`        另有 ${more} 处提示`] : [])].join("\n");
};

/** A file of another name gives its document another id; that is not a document that is gone. */
const formatGone = (gone: NamedDocument, documents: readonly IngestedDocument[]): string => {
  const now = documents.find(({ title }) => title === gone.title);
  return now === undefined
    ? `不再包含 ${bookTitle(gone.title)}，已从索引移除`
    : `标识由 ${gone.documentId} 改为 ${now.documentId}`;
};

const formatFile = ({ file, outcome, documents, removed, error }: IngestedFile): string => {
  const more = documents.length - LISTED;
  return [
    `${outcomeInChinese[outcome]}  ${file}${error === null ? "" : `：${error.message}`}`,
    ...documents.slice(0, LISTED).map((document) => formatDocument(document)),
    ...(more > 0 ? [`      另有 ${more} 份文件`] : []),
    ...removed.map((gone) => `      ${formatGone(gone, documents)}`),
  ].join("\n");
};

/** What became of each file, as text. */
export const formatIngest = (report: IngestReport): string => {
  const missing = report.missing.map(
    ({ title, file, documentId, removed }) =>
      `缺失  ${file}：${bookTitle(title)}（${documentId}）${removed ? "已从索引移除" : "仍在索引中"}`,
  );
  const waiting = report.missing.some(({ removed }) => !removed);
  return [
    ...report.files.map((file) => formatFile(file)),
    ...missing,
    ...(waiting ? ["要移除缺失的文件，请加 --remove-missing 重新导入。"] : []),
    ingestSummary(report),
  ].join("\n");
};

/** What was removed, as text. */
export const formatRemoval = ({ removed, notFound }: RemovalReport): string =>
  [
    ...removed.map(({ title, documentId }) => `已移除  ${bookTitle(title)}（${documentId}）`),
    ...notFound.map((documentId) => `未找到  ${documentId}`),
  ].join("\n");
