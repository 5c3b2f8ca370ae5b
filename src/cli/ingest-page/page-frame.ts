import { ingestSummary } from "../ingest-summary.ts";
import { outcomeInChinese } from "../outcome-in-chinese.ts";
import type { IngestedFile, IngestReport } from "../../ingest/ingest-report.ts";
import { bookTitle } from "../../server/book-title.ts";
import { escapeHtml } from "./escape-html.ts";
import { dropReasonInChinese } from "../drop-reason.ts";

const STYLE = `
:root { color-scheme: light dark; font: 15px/1.7 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif; }
body { margin: 0 auto; padding: 1rem 1.5rem 4rem; max-width: 100rem; }
table { border-collapse: collapse; margin: .5rem 0 1rem; }
th { white-space: nowrap; }
th, td { border: 1px solid #8885; padding: .15rem .6rem; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
.files { overflow-x: auto; }
.file { min-width: 14rem; }
.fingerprint { opacity: .6; overflow-wrap: anywhere; }
section { border-top: 3px solid #8885; margin-top: 2rem; }
.beside { display: grid; grid-template-columns: minmax(14rem, 1fr) minmax(20rem, 2fr); gap: 1.5rem; }
.beside > * { max-height: 85vh; overflow: auto; border: 1px solid #8885; padding: .5rem 1rem; }
.text { white-space: pre-wrap; overflow-wrap: anywhere; }
nav ul { padding-left: 1rem; margin: 0; list-style: none; }
nav a { color: inherit; text-decoration: none; }
nav a:hover, nav a:focus-visible { text-decoration: underline; }
small { opacity: .6; }
.odd { background: #7b9fe01f; }
.even { background: #7be09f1f; }
a:target + span { outline: 2px solid #d97706; }
.outside { background: #e0404040; }
.dropped { color: #888; user-select: none; cursor: help; }
.dropped-text { white-space: pre-wrap; text-decoration: line-through; }
.issue { background: #f5c54299; cursor: help; }
.fact { border-bottom: 2px solid #2563eb; cursor: help; }
.failed { color: #c02020; font-weight: bold; }
@media (max-width: 60rem) { .beside { grid-template-columns: 1fr; } }
`;

const fileRow = (
  { file, outcome, documents, removed, error, documentIds }: IngestedFile,
  shown: ReadonlyMap<string, number>,
): string => {
  const section = shown.get(documentIds[0] ?? "");
  const name = section === undefined ? escapeHtml(file) : `<a href="#d${section}">${escapeHtml(file)}</a>`;
  const dropped = documents.flatMap((document) =>
    Object.entries(document.dropped).map(([reason, count]) => `${dropReasonInChinese(reason)} ${count}`),
  );
  const cells = [
    `<td${outcome === "failed" ? ' class="failed"' : ""}>${outcomeInChinese[outcome]}</td>`,
    `<td class="file">${name}${error === null ? "" : `<br>${escapeHtml(error.message)}`}</td>`,
    `<td>${documents.length}</td>`,
    `<td>${documents.reduce((sum, { clauses }) => sum + clauses, 0)}</td>`,
    `<td>${documents.reduce((sum, { characters }) => sum + characters, 0)}</td>`,
    `<td>${escapeHtml(dropped.slice(0, 12).join("、"))}</td>`,
    `<td>${documents.reduce((sum, { issues }) => sum + issues.length, 0)}</td>`,
    `<td>${escapeHtml(removed.map(({ title }) => bookTitle(title)).join("、"))}</td>`,
  ];
  return `<tr>${cells.join("")}</tr>`;
};

/**
 * The beginning of the page: what became of every file. Nothing in it asks for anything from elsewhere.
 * @param shown - the numbers of the documents that the page shows whole, by their ids
 */
export const pageHead = (report: IngestReport, shown: ReadonlyMap<string, number>): string => `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>导入报告</title>
<style>${STYLE}</style>
</head>
<body>
<h1>导入报告</h1>
<p>${escapeHtml(ingestSummary(report))}</p>
<p class="fingerprint">索引 ${escapeHtml(report.index ?? "尚未建立")}</p>
<div class="files"><table><tr><th>结果</th><th>文件</th><th>份数</th><th>条款</th><th>字数</th><th>略去</th><th>提示</th><th>移除</th></tr>
${report.files.map((file) => fileRow(file, shown)).join("\n")}
</table></div>
${report.missing
  .map(
    ({ file, title, removed }) =>
      `<p class="failed">缺失：${escapeHtml(file)} ${escapeHtml(bookTitle(title))}${removed ? "，已从索引移除" : "，仍在索引中"}</p>`,
  )
  .join("\n")}
<p><span class="odd">条款</span> <span class="even">条款</span> 各条款正文；<span class="dropped">·</span> 略去的字符（指向可见原因）；<span class="outside">不属于任何条款的文字</span>；<span class="issue">解析提示</span>；<span class="fact">文件信息的出处</span>。</p>
`;

export const PAGE_END = "</body>\n</html>\n";
