import { createHash } from "node:crypto";
import { z } from "zod";
import type { Clause } from "../policy/clause.ts";
import type { PolicyDocument } from "../policy/document.ts";
import { isPartialDate } from "../policy/partial-date.ts";
import type { PartialDate } from "../policy/partial-date.ts";
import type { ClausesValidity } from "./metadata/clauses-validity.ts";
import { readClausesValidity } from "./metadata/clauses-validity.ts";
import { overlongClauses } from "./overlong-clauses.ts";
import { PARSER_VERSION } from "./read-document.ts";
import type { SourceFile } from "./read-document.ts";
import { invalidClauses, readyMadeLines } from "./ready-made-lines.ts";
import { sharedTitle } from "./shared-title.ts";

const Day = z
  .string()
  .nullish()
  .refine((value) => value == null || isPartialDate(value), {
    message: "expected YYYY, YYYY-MM or YYYY-MM-DD",
  });

/** One clause a line; `law` and `doc` are read as `document`. */
const LineSchema = z.object({
  id: z
    .union([z.string().min(1), z.number()])
    .transform(String)
    .refine((id) => !/#\d+$/.test(id), { message: "must not end in # and a number" }),
  title: z.string().nullish(),
  text: z.string().min(1),
  document: z.string().nullish(),
  law: z.string().nullish(),
  doc: z.string().nullish(),
  effectiveFrom: Day,
  effectiveTo: Day,
});
type Line = z.infer<typeof LineSchema>;

const readLines = async (file: SourceFile): Promise<Line[]> => {
  const lines: Line[] = [];
  const ids = new Map<string, number>();
  for await (const { number, text } of readyMadeLines(file.name, file.bytes)) {
    let json: unknown;
    try {
      json = JSON.parse(text);
    } catch (cause) {
      throw invalidClauses(file.name, number, "不是 JSON", "not JSON", cause);
    }
    const parsed = LineSchema.safeParse(json);
    if (!parsed.success) {
      const reason = z.prettifyError(parsed.error);
      throw invalidClauses(file.name, number, reason, reason);
    }
    const { id } = parsed.data;
    const earlier = ids.get(id);
    if (earlier !== undefined) {
      throw invalidClauses(
        file.name,
        number,
        `id 与第 ${earlier} 行重复：${id}`,
        `the id of line ${earlier} again: ${id}`,
      );
    }
    ids.set(id, number);
    lines.push(parsed.data);
  }
  if (lines.length === 0) throw invalidClauses(file.name, 0, "没有条款", "it holds no clause");
  return lines;
};

/** A key that is no title: letters, digits and signs, no Chinese. */
const BARE_ID = /^[\w.:/-]+$/;

/** The name of a file of ready-made clauses without its endings. */
export const clausesFileBase = (name: string): string => name.replace(/\.gz$/i, "").replace(/\.[^.]+$/, "");

const shortHash = (text: string): string => createHash("sha256").update(text).digest("hex").slice(0, 12);

/** The date that all lines share, or null. */
const shared = (lines: readonly Line[], field: "effectiveFrom" | "effectiveTo"): PartialDate | null => {
  const first = lines[0]?.[field] ?? null;
  return lines.every((line) => (line[field] ?? null) === first) ? first : null;
};

/** A line's own dates; one without any is valid as its document is. */
const validityOf = ({ effectiveFrom, effectiveTo }: Line): Pick<Clause, "validity"> =>
  effectiveFrom == null && effectiveTo == null
    ? {}
    : { validity: { effectiveFrom: effectiveFrom ?? null, effectiveTo: effectiveTo ?? null } };

/** The title of a document that its lines know by a key. */
const titleOf = (key: string, lines: readonly Line[]): string =>
  BARE_ID.test(key) ? (sharedTitle(lines.map(({ title }) => title ?? null)) ?? key) : key;

const NOTHING_SAID: ClausesValidity = { effectiveFrom: null, effectiveTo: null, repeals: [], facts: [] };

const documentOf = (file: SourceFile, key: string, lines: readonly Line[]): PolicyDocument => {
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
      ...validityOf(line),
    });
  }
  const title = titleOf(key, lines);
  // What the lines state stands before what their texts say; a file of clauses of many documents says nothing of itself.
  const isOneDocument = lines.every(({ document, law, doc }) => (document ?? law ?? doc) != null);
  const hasDates = lines.some(
    ({ effectiveFrom, effectiveTo }) => effectiveFrom != null || effectiveTo != null,
  );
  const said = isOneDocument ? readClausesValidity(text, clauses, title) : NOTHING_SAID;
  return {
    documentId: `clauses-${shortHash(`${file.documentId}\n${key}`)}`,
    title,
    titleSource: "given",
    aliases: [],
    issuers: [],
    documentNumber: null,
    jurisdiction: null,
    publishedOn: null,
    effectiveFrom: hasDates ? shared(lines, "effectiveFrom") : said.effectiveFrom,
    effectiveTo: hasDates ? shared(lines, "effectiveTo") : said.effectiveTo,
    repealedOn: null,
    repeals: said.repeals,
    relations: [],
    sourceUrl: null,
    file: { name: file.name, sha256: file.sha256 },
    parserVersion: PARSER_VERSION,
    text,
    normalisations: [],
    clauses,
    issues: overlongClauses(clauses),
    facts: said.facts,
  };
};

/**
 * Reads `.jsonl` / `.jsonl.gz` with one ready-made clause a line. `id` becomes the clause id as it is; lines
 * of one `document` form one document; without any, the file is one document. The documents' ids come from
 * `file.documentId` and their keys.
 * @throws PolicyError `invalid_clauses_file` naming the line.
 */
export const readReadyMadeClauses = async (file: SourceFile): Promise<PolicyDocument[]> => {
  const baseName = clausesFileBase(file.name);
  const byDocument = Map.groupBy(
    await readLines(file),
    (line) => line.document ?? line.law ?? line.doc ?? baseName,
  );
  return [...byDocument].map(([key, lines]) => documentOf(file, key, lines));
};
