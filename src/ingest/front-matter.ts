import { parse } from "yaml";
import { z } from "zod";
import type { IngestIssue } from "../policy/document.ts";
import type { StatedFields } from "./manifest.ts";
import { ManifestFieldsSchema } from "./manifest.ts";
import { parseDate } from "./metadata/chinese-date.ts";

/** Other names under which Markdown files state the fields of a manifest. */
const NAMES: Readonly<Record<string, string>> = {
  标题: "title",
  发文机关: "issuers",
  发文机构: "issuers",
  发布机构: "issuers",
  issuer: "issuers",
  文号: "documentNumber",
  发文字号: "documentNumber",
  number: "documentNumber",
  doc_number: "documentNumber",
  document_number: "documentNumber",
  地区: "jurisdiction",
  适用地区: "jurisdiction",
  region: "jurisdiction",
  发布日期: "publishedOn",
  date: "publishedOn",
  published: "publishedOn",
  published_on: "publishedOn",
  施行日期: "effectiveFrom",
  实施日期: "effectiveFrom",
  生效日期: "effectiveFrom",
  effective: "effectiveFrom",
  effective_from: "effectiveFrom",
  失效日期: "effectiveTo",
  有效期至: "effectiveTo",
  effective_to: "effectiveTo",
  废止日期: "repealedOn",
  repealed_on: "repealedOn",
  别名: "aliases",
  来源: "sourceUrl",
  url: "sourceUrl",
  source: "sourceUrl",
  source_url: "sourceUrl",
};
const LISTS = new Set(["issuers", "aliases"]);
const DATES = new Set(["publishedOn", "effectiveFrom", "effectiveTo", "repealedOn"]);
/** A document's id is decided before its file is read. */
const { documentId: _documentId, from: _from, ...FIELDS } = ManifestFieldsSchema.shape;
const SCHEMAS = new Map<string, z.ZodType>(Object.entries(FIELDS));

const listOf = (value: unknown): unknown =>
  typeof value === "string"
    ? value
        .split(/[、,，;；]/)
        .map((each) => each.trim())
        .filter((each) => each !== "")
    : value;

/** 2019 and 2019-03-01 without quotes are no strings in YAML. */
const textOf = (value: unknown): unknown => (typeof value === "number" ? String(value) : value);

const valueOf = (name: string, raw: unknown): unknown => {
  if (LISTS.has(name)) return listOf(raw);
  const text = textOf(raw);
  // 2019年3月1日 and 2019/3/1 are dates too.
  return DATES.has(name) && typeof text === "string" ? (parseDate(text) ?? text) : text;
};

const issueOf = (message: string): IngestIssue => ({
  code: "invalid_front_matter",
  message,
  start: 0,
  end: 0,
});

/** What front matter states, and what of it could not be used. */
export interface FrontMatter {
  readonly fields: StatedFields;
  readonly issues: readonly IngestIssue[];
}

/**
 * Reads the front matter of a Markdown or text file: the fields of a manifest under their own names or the usual
 * ones (标题, 文号, 施行日期, date …). Keys of other tools are passed over; a value that is not valid is reported.
 * @param yaml the text between the `---` fences.
 */
export const readFrontMatter = (yaml: string): FrontMatter => {
  let parsed: unknown;
  try {
    // Chinese colons are common in files that people write by hand. Aliases could make a small text huge.
    parsed = parse(yaml.replaceAll(/^([^\s:：#-][^:：\n]{0,40})：[ \t]?/gm, "$1: "), {
      schema: "core",
      maxAliasCount: 0,
    });
  } catch {
    return { fields: {}, issues: [issueOf("文件开头的元数据（front matter）不是有效的 YAML，未采用。")] };
  }
  const record = z.record(z.string(), z.unknown()).safeParse(parsed);
  if (!record.success) return { fields: {}, issues: [] };
  const issues: IngestIssue[] = [];
  const fields: Record<string, unknown> = {};
  for (const [key, raw] of Object.entries(record.data)) {
    const name = NAMES[key.trim().toLowerCase()] ?? key.trim();
    const schema = SCHEMAS.get(name);
    if (schema === undefined || raw === null || name in fields) continue;
    const value = schema.safeParse(valueOf(name, raw));
    if (value.success) fields[name] = value.data;
    else issues.push(issueOf(`文件开头的元数据 ${key} 无效，未采用：${JSON.stringify(raw).slice(0, 40)}`));
  }
  return { fields: ManifestFieldsSchema.parse(fields), issues };
};
