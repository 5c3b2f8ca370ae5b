import type { Clause } from "../../policy/clause.ts";
import type { PolicyDocument } from "../../policy/document.ts";
import { pathPart } from "../../policy/clause.ts";
import { bookTitle } from "../../server/book-title.ts";
import { escapeHtml } from "./escape-html.ts";
import { clauseAnchor, markedText } from "./marked-text.ts";
import type { MarkedPlace } from "./marked-text.ts";

/** UTF-16 units of a clause's beginning that its entry in the tree shows. */
const BEGINNING = 24;

const beginningOf = (text: string, clause: Clause): string => {
  const own = text.slice(clause.start, clause.end).replaceAll(/\s+/g, " ").trim();
  // Never the half of a character outside the basic plane.
  const shown = own.slice(0, BEGINNING).replace(/[\uD800-\uDBFF]$/, "");
  return shown.length < own.length ? `${shown}…` : shown;
};

const treeOf = (document: PolicyDocument, documentNumber: number): string => {
  let number = 0;
  const list = (clauses: readonly Clause[]): string =>
    clauses.length === 0
      ? ""
      : `<ul>${clauses
          .map((clause) => {
            const anchor = clauseAnchor(documentNumber, number);
            number += 1;
            const label = escapeHtml(clause.label === "" ? pathPart(clause) : clause.label);
            const beginning = escapeHtml(beginningOf(document.text, clause));
            return `<li><a href="#${anchor}"><b>${label}</b> <small>${clause.kind}</small> ${beginning}</a>${list(clause.children)}</li>`;
          })
          .join("")}</ul>`;
  return list(document.clauses);
};

/** Name, value and, where it is known, the words of the document that say so. */
interface MetadataRow {
  readonly name: string;
  readonly value: string;
}

const metadataOf = (document: PolicyDocument): readonly MetadataRow[] => [
  { name: "标识", value: document.documentId },
  { name: "标题", value: `${document.title}${document.titleSource === "given" ? "（拟题）" : ""}` },
  { name: "发文机关", value: document.issuers.join("、") },
  { name: "文号", value: document.documentNumber ?? "" },
  { name: "适用地区", value: document.jurisdiction ?? "" },
  { name: "公布日期", value: document.publishedOn ?? "" },
  { name: "施行日期", value: document.effectiveFrom ?? "" },
  { name: "有效期至", value: document.effectiveTo ?? "" },
  { name: "废止日期", value: document.repealedOn ?? "" },
  { name: "废止文件", value: document.repeals.join("、") },
  { name: "相关文件", value: document.relations.map(({ kind, title }) => `${kind} ${title}`).join("；") },
  { name: "来源网址", value: document.sourceUrl ?? "" },
  { name: "文件", value: `${document.file.name}（SHA-256 ${document.file.sha256}）` },
];

const metadataTable = (document: PolicyDocument): string =>
  `<table class="metadata">${metadataOf(document)
    .map(({ name, value }) => `<tr><th>${name}</th><td>${value === "" ? "—" : escapeHtml(value)}</td></tr>`)
    .join("")}</table>`;

const issuePlaces = (document: PolicyDocument): MarkedPlace[] =>
  document.issues.map(({ code, message, start, end }) => ({
    kind: "issue",
    label: `${message}（${code}）`,
    start,
    end,
  }));

const issueList = (issues: readonly MarkedPlace[], text: string): string =>
  issues.length === 0
    ? ""
    : `<ul class="issues">${issues
        .map(({ label, start, end }) => {
          const words = end > start ? `“${escapeHtml(text.slice(start, Math.min(end, start + 40)))}”` : "";
          return `<li>第 ${start + 1} 字处${words}：${escapeHtml(label)}</li>`;
        })
        .join("")}</ul>`;

/**
 * One document of the report: what is known of it, its issues, and its clause tree beside its text.
 * @param documentNumber - its place in the page, so that anchors of several documents differ
 */
export const documentSection = (document: PolicyDocument, documentNumber: number): string => {
  const issues = issuePlaces(document);
  return `<section id="d${documentNumber}"><h2>${escapeHtml(bookTitle(document.title))}</h2>
${metadataTable(document)}
${issueList(issues, document.text)}
<div class="beside"><nav>${treeOf(document, documentNumber)}</nav><div class="text">${markedText(document, documentNumber, issues)}</div></div>
</section>
`;
};
