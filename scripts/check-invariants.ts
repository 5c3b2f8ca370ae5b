import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { gunzipSync } from "node:zlib";
import { z } from "zod";
import { chunkDocument } from "../src/ingest/chunk-document.ts";
import { restoreSource } from "../src/ingest/normalise.ts";
import { documentOf } from "../src/ingest/read-document.ts";
import { walkClauses } from "../src/policy/clause.ts";

/*
 * Checks on real texts that nothing is lost or added: `node scripts/check-invariants.ts FILE…`. Takes text files, and
 * `.jsonl` or `.jsonl.gz` with a `text` in each row; rows of one `doc` are also read together as one statute, set in
 * lines, with its breaks lost, and hard-wrapped.
 */

const RowSchema = z.object({
  text: z.string(),
  doc: z.string().optional(),
  article: z.string().optional(),
  chapter: z.string().optional(),
});
type Row = z.infer<typeof RowSchema>;

const figures = { texts: 0, characters: 0, clauses: 0, chunks: 0, joins: 0, lostBreaks: 0, issues: 0 };
const failures: string[] = [];
/** Blanks, control characters and the mark of a lost footnote: all that a normalisation may drop. */
const DROPPABLE = /[\s\u0000-\u001F\u007F\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF\uFFFD]/g;

const checkText = (name: string, source: string): void => {
  const fail = (what: string): void => void failures.push(`${name}: ${what}`);
  const document = documentOf(
    { documentId: "doc", name, sha256: "" },
    { text: source, lines: [], dropped: [], issues: [] },
    undefined,
  );
  const { text, normalisations, clauses } = document;
  // Invariant 1: the canonical text differs from the source by the listed normalisations alone.
  if (restoreSource(text, normalisations, ({ start, end }) => source.slice(start, end)) !== source) {
    fail("the source cannot be restored");
  }
  for (const { start, end, replacement, reason } of normalisations) {
    const dropped = source.slice(start, end).replaceAll(DROPPABLE, "");
    if (dropped !== "" || replacement.trim() !== "") fail(`${reason} drops “${dropped}” at ${start}`);
    if (reason === "line-join") figures.joins += 1;
    if (reason === "lost-line-break") figures.lostBreaks += 1;
  }
  // Invariant 2: every character belongs to exactly one clause's own span, save the breaks between them.
  const spans = [...walkClauses(clauses)].map(({ clause }) => clause).toSorted((a, b) => a.start - b.start);
  let at = 0;
  for (const { start, end } of spans) {
    if (start < at || end <= start) fail(`spans overlap at ${start}`);
    if (text.slice(at, start).replaceAll("\n", "") !== "") fail(`no clause owns ${at}–${start}`);
    at = end;
  }
  if (at !== text.length) fail(`no clause owns ${at}–${text.length}`);
  if (new Set(spans.map(({ clauseId }) => clauseId)).size !== spans.length) fail("two clauses have one id");
  const chunks = chunkDocument(document);
  for (const chunk of chunks) {
    if (text.slice(chunk.start, chunk.end) !== chunk.text) fail(`chunk ${chunk.chunkId} is no slice`);
  }
  figures.texts += 1;
  figures.characters += source.length;
  figures.clauses += spans.length;
  figures.chunks += chunks.length;
  figures.issues += document.issues.length;
};

const WRAP_WIDTH = 36;
const wrap = (paragraph: string): string =>
  (`　　${paragraph}`.match(new RegExp(`.{1,${WRAP_WIDTH}}`, "gsu")) ?? []).join("\n");

/** The paragraphs of a statute, from its articles. */
const statuteOf = (rows: readonly Row[]): string[] => {
  let chapter = "";
  return rows.flatMap((row) => {
    const heading = row.chapter !== undefined && row.chapter !== chapter ? [row.chapter] : [];
    chapter = row.chapter ?? chapter;
    const [first = "", ...rest] = row.text.split(/\n+/);
    return [...heading, `${row.article ?? ""}　${first}`, ...rest].filter((line) => line.trim() !== "");
  });
};

const checkFile = (path: string): void => {
  const bytes = readFileSync(path);
  const content = (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
  if (!/\.jsonl(\.gz)?$/.test(path)) {
    checkText(basename(path), content);
    return;
  }
  const rows = content
    .split("\n")
    .filter((line) => line !== "")
    .map((line): unknown => JSON.parse(line))
    .flatMap((row) => RowSchema.safeParse(row).data ?? []);
  rows.forEach((row, index) => checkText(`${basename(path)} row ${index + 1}`, row.text));
  for (const [doc, articles] of Map.groupBy(rows, (row) => row.doc)) {
    if (doc === undefined) continue;
    const paragraphs = statuteOf(articles);
    checkText(`${doc} in lines`, paragraphs.join("\n"));
    checkText(`${doc} with lost breaks`, paragraphs.join("　　"));
    checkText(`${doc} hard-wrapped`, paragraphs.map((paragraph) => wrap(paragraph)).join("\n"));
  }
};

for (const path of process.argv.slice(2)) checkFile(path);
process.stdout.write(`${JSON.stringify(figures)}\n`);
for (const failure of failures.slice(0, 20)) process.stdout.write(`${failure}\n`);
process.stdout.write(`${failures.length} failures\n`);
process.exitCode = failures.length === 0 && process.argv.length > 2 ? 0 : 1;
