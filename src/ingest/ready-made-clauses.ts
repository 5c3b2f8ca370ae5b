import { createHash } from "node:crypto";
import { gunzipSync } from "node:zlib";
import { z } from "zod";
import type { Clause } from "../policy/clause.ts";
import type { PolicyDocument } from "../policy/document.ts";
import { isPartialDate } from "../policy/partial-date.ts";
import type { PartialDate } from "../policy/partial-date.ts";
import { PolicyError } from "../policy/policy-error.ts";
import { PARSER_VERSION } from "./read-document.ts";
import type { SourceFile } from "./read-document.ts";

const Day = z
  .string()
  .nullish()
  .refine((value) => value == null || isPartialDate(value), {
    message: "expected YYYY, YYYY-MM or YYYY-MM-DD",
  });

/** One clause a line; `law` and `doc` are read as `document`. */
const LineSchema = z.object({
  id: z.union([z.string().min(1), z.number()]).transform(String),
  title: z.string().nullish(),
  text: z.string().min(1),
  document: z.string().nullish(),
  law: z.string().nullish(),
  doc: z.string().nullish(),
  effectiveFrom: Day,
  effectiveTo: Day,
});
type Line = z.infer<typeof LineSchema>;

/** Bytes of text that a compressed file may unpack to. */
const LARGEST_UNPACKED = 1_000_000_000;

const invalid = (name: string, line: number, reason: string, cause?: unknown): PolicyError =>
  new PolicyError({
    code: "invalid_clauses_file",
    status: 422,
    message: {
      zh: `${name} 第 ${line} 行不是有效的条款记录：${reason}`,
      en: `${name}, line ${line}, is not a valid clause: ${reason}`,
    },
    cause,
  });

const readLines = (file: SourceFile): Line[] => {
  let bytes: Uint8Array = file.bytes;
  if (file.name.endsWith(".gz")) {
    try {
      bytes = gunzipSync(bytes, { maxOutputLength: LARGEST_UNPACKED });
    } catch (cause) {
      throw invalid(file.name, 0, "无法解压 gzip", cause);
    }
  }
  const lines: Line[] = [];
  const ids = new Set<string>();
  new TextDecoder("utf-8")
    .decode(bytes)
    .split(/\r?\n/)
    .forEach((raw, index) => {
      if (raw.trim() === "") return;
      let json: unknown;
      try {
        json = JSON.parse(raw);
      } catch (cause) {
        throw invalid(file.name, index + 1, "不是 JSON", cause);
      }
      const parsed = LineSchema.safeParse(json);
      if (!parsed.success) throw invalid(file.name, index + 1, z.prettifyError(parsed.error));
      if (ids.has(parsed.data.id)) throw invalid(file.name, index + 1, `id 重复：${parsed.data.id}`);
      ids.add(parsed.data.id);
      lines.push(parsed.data);
    });
  return lines;
};

const baseName = (name: string): string => name.replace(/\.gz$/, "").replace(/\.[^.]+$/, "");

const shortHash = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 12);

/** The date that all lines share, or null. */
const shared = (lines: readonly Line[], field: "effectiveFrom" | "effectiveTo"): PartialDate | null => {
  const first = lines[0]?.[field] ?? null;
  return lines.every((line) => (line[field] ?? null) === first) ? first : null;
};

const documentOf = (file: SourceFile, title: string, lines: readonly Line[]): PolicyDocument => {
  const clauses: Clause[] = [];
  let text = "";
  for (const line of lines) {
    if (text !== "") text += "\n";
    const start = text.length;
    text += line.text;
    const label = line.title ?? line.id;
    clauses.push({
      clauseId: line.id,
      kind: "article",
      marker: null,
      label,
      heading: label,
      start,
      end: text.length,
      wholeEnd: text.length,
      children: [],
      validity: { effectiveFrom: line.effectiveFrom ?? null, effectiveTo: line.effectiveTo ?? null },
    });
  }
  return {
    documentId: `clauses-${shortHash(`${baseName(file.name)}\n${title}`)}`,
    title,
    titleSource: "given",
    aliases: [],
    issuers: [],
    documentNumber: null,
    jurisdiction: null,
    publishedOn: null,
    effectiveFrom: shared(lines, "effectiveFrom"),
    effectiveTo: shared(lines, "effectiveTo"),
    repealedOn: null,
    repeals: [],
    relations: [],
    sourceUrl: null,
    file: { name: file.name, sha256: file.sha256 },
    parserVersion: PARSER_VERSION,
    text,
    normalisations: [],
    clauses,
    issues: [],
  };
};

/**
 * Reads `.jsonl` / `.jsonl.gz` with one ready-made clause a line. `id` becomes the clause id as it is; lines
 * of one `document` form one document; without any, the file is one document.
 * @throws PolicyError `invalid_clauses_file` naming the line.
 */
export const readReadyMadeClauses = (file: SourceFile): PolicyDocument[] => {
  const byDocument = new Map<string, Line[]>();
  for (const line of readLines(file)) {
    const title = line.document ?? line.law ?? line.doc ?? baseName(file.name);
    const lines = byDocument.get(title);
    if (lines === undefined) byDocument.set(title, [line]);
    else lines.push(line);
  }
  return [...byDocument].map(([title, lines]) => documentOf(file, title, lines));
};
