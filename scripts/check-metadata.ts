/**
 * Reads the documents of a `.jsonl` / `.jsonl.gz` file (`id`, `title`, `issuer`, `doc_number`, `text`) and prints
 * which of title, issuers and 文号 are read as the file states them: `node scripts/check-metadata.ts <file>`.
 */
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { z } from "zod";
import { readMetadata } from "../src/ingest/metadata/read-metadata.ts";
import { normalise } from "../src/ingest/normalise.ts";

const RowSchema = z.object({
  id: z.string(),
  title: z.string(),
  issuer: z.string(),
  doc_number: z.string(),
  text: z.string(),
});

const file = process.argv[2];
if (file === undefined) {
  console.error("node scripts/check-metadata.ts <file.jsonl.gz>");
  process.exit(2);
}
const bytes = readFileSync(file);
const rows = (file.endsWith(".gz") ? gunzipSync(bytes) : bytes)
  .toString("utf8")
  .split("\n")
  .filter((line) => line.trim() !== "")
  .map((line) => RowSchema.parse(JSON.parse(line)));

const mark = (right: boolean): string => (right ? "✓" : "✗");
let wrong = 0;
console.log("id\ttitle\tissuer\t文号\tpublished\teffective\trepeals\tbased on\tread as");
for (const row of rows) {
  const read = readMetadata(normalise(row.text), `${row.id}.txt`);
  const checks = [
    read.title === row.title,
    read.issuers.join("、") === row.issuer,
    read.documentNumber === row.doc_number,
  ];
  const allRight = checks.every(Boolean);
  if (!allRight) wrong += 1;
  console.log(
    [
      row.id,
      ...checks.map((right) => mark(right)),
      read.publishedOn ?? "–",
      `${read.effectiveFrom ?? "–"}…${read.effectiveTo ?? "–"}`,
      read.repeals.length,
      read.relations.length,
      allRight ? "" : `${read.title} | ${read.issuers.join("、")} | ${read.documentNumber ?? "–"}`,
    ].join("\t"),
  );
}
console.log(`${rows.length - wrong} of ${rows.length} documents right in title, issuers and 文号`);
process.exit(wrong === 0 ? 0 : 1);
