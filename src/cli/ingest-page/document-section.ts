import type { Clause, ClauseKind } from "../../policy/clause.ts";
import type { DroppedText, FactField, PolicyDocument, RelationKind } from "../../policy/document.ts";
import { pathPart } from "../../policy/clause.ts";
import { bookTitle } from "../../server/book-title.ts";
import { dropReasonInChinese } from "../drop-reason.ts";
import { escapeHtml } from "./escape-html.ts";
import { clauseAnchor, markedText } from "./marked-text.ts";
import type { MarkedPlace } from "./marked-text.ts";

/** What a reader calls the kinds of clauses. */
const KINDS: Readonly<Record<ClauseKind, string>> = {
  title: "标题",
  heading: "小标题",
  numbered: "编号",
  article: "条",
  paragraph: "段",
  dash: "破折号项",
  "table-row": "表格行",
  footnote: "脚注",
  attachment: "附件",
  contents: "目录",
};

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
            return `<li><a href="#${anchor}"><b>${label}</b> <small>${KINDS[clause.kind]}</small> ${beginning}</a>${list(clause.children)}</li>`;
          })
          .join("")}</ul>`;
  return list(document.clauses);
};

interface MetadataRow {
  readonly name: string;
  readonly value: string;
  /** Fields of facts that say it. */
  readonly fields: readonly FactField[];
}

const RELATIONS: Readonly<Record<RelationKind, string>> = {
  based_on: "依据",
  amends: "修改",
  supersedes: "替代",
  repealed_by: "被废止于",
  version_of: "另一版本",
};

const FIELDS: Readonly<Record<FactField, string>> = {
  ...RELATIONS,
  title: "标题",
  issuers: "发文机关",
  documentNumber: "文号",
  jurisdiction: "适用地区",
  publishedOn: "公布日期",
  signedOn: "签署日期",
  adoptedOn: "通过日期",
  effectiveFrom: "施行日期",
  effectiveTo: "有效期至",
  repeals: "废止文件",
};

const metadataOf = (document: PolicyDocument): readonly MetadataRow[] => [
  { name: "标识", value: document.documentId, fields: [] },
  {
    name: FIELDS.title,
    value: `${document.title}${document.titleSource === "given" ? "（拟题）" : ""}`,
    fields: ["title"],
  },
  { name: FIELDS.issuers, value: document.issuers.join("、"), fields: ["issuers"] },
  { name: FIELDS.documentNumber, value: document.documentNumber ?? "", fields: ["documentNumber"] },
  { name: FIELDS.jurisdiction, value: document.jurisdiction ?? "", fields: ["jurisdiction"] },
  {
    name: FIELDS.publishedOn,
    value: document.publishedOn ?? "",
    fields: ["publishedOn", "signedOn", "adoptedOn"],
  },
  { name: FIELDS.effectiveFrom, value: document.effectiveFrom ?? "", fields: ["effectiveFrom"] },
  { name: FIELDS.effectiveTo, value: document.effectiveTo ?? "", fields: ["effectiveTo"] },
  { name: "废止日期", value: document.repealedOn ?? "", fields: [] },
  { name: FIELDS.repeals, value: document.repeals.join("、"), fields: ["repeals"] },
  {
    name: "相关文件",
    value: document.relations.map(({ kind, title }) => `${RELATIONS[kind]} ${bookTitle(title)}`).join("；"),
    fields: ["based_on", "amends", "supersedes", "repealed_by", "version_of"],
  },
  { name: "来源网址", value: document.sourceUrl ?? "", fields: [] },
  { name: "文件", value: `${document.file.name}（SHA-256 ${document.file.sha256}）`, fields: [] },
];

const factsFor = (document: PolicyDocument, fields: readonly FactField[]): string =>
  (document.facts ?? [])
    .filter(({ field }) => fields.includes(field))
    .map(({ field, start, end }) => {
      // Where several fields say it, which of them: 通过日期 or 签署日期.
      const name = fields.length > 1 ? FIELDS[field] : "";
      return `${name}第 ${start + 1} 字处“${document.text.slice(start, end)}”`;
    })
    .join("；");

const metadataTable = (document: PolicyDocument): string =>
  `<table class="metadata"><tr><th>项目</th><th>内容</th><th>原文出处</th></tr>${metadataOf(document)
    .map(({ name, value, fields }) => {
      const cells = [value === "" ? "—" : value, factsFor(document, fields)];
      return `<tr><th>${name}</th>${cells.map((cell) => `<td>${escapeHtml(cell)}</td>`).join("")}</tr>`;
    })
    .join("")}</table>`;

const factPlaces = (document: PolicyDocument): MarkedPlace[] =>
  (document.facts ?? []).map(({ field, value, start, end }) => ({
    kind: "fact",
    label: `${FIELDS[field]}：${value}`,
    start,
    end,
  }));

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

const droppedList = (dropped: readonly DroppedText[]): string =>
  dropped.length === 0
    ? ""
    : `<details><summary>文件中未收入正文的文字（${dropped.length} 处）</summary><ul>${dropped
        .map(({ reason, text, page }) => {
          const place = page === undefined ? "" : `第 ${page} 页，`;
          return `<li>${place}${escapeHtml(dropReasonInChinese(reason))}：<span class="dropped-text">${escapeHtml(text)}</span></li>`;
        })
        .join("")}</ul></details>`;

/**
 * One document of the report: what is known of it, its issues, and its clause tree beside its text.
 * @param documentNumber - its place in the page, so that anchors of several documents differ
 */
export const documentSection = (document: PolicyDocument, documentNumber: number): string => {
  const issues = issuePlaces(document);
  return `<section id="d${documentNumber}"><h2>${escapeHtml(bookTitle(document.title))}</h2>
${metadataTable(document)}
${issueList(issues, document.text)}
${droppedList(document.dropped ?? [])}
<div class="beside"><nav>${treeOf(document, documentNumber)}</nav><div class="text">${markedText(document, documentNumber, [...issues, ...factPlaces(document)])}</div></div>
</section>
`;
};
