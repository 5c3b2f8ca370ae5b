import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { z } from "zod";
import { INGEST_SETS, ingestSources } from "./ingesting/ingest-sources.ts";
import { growthLines, ingestTable, modelRate } from "./ingesting/ingest-tables.ts";
import type { IngestRow } from "./ingesting/ingest-tables.ts";
import { measureIngest } from "./ingesting/measure-ingest.ts";

const USAGE = `npm run bench:ingest -- [options]

  --data <folder>             the folder with policies/, stard/ and laws/
  --sets <names>              of ${INGEST_SETS.join(",")} (default: seeds,policies);
                              articles and laws take half an hour each with the model
  --embedding-cache <folder>  vectors remembered there are not computed again (default: none are)
  --made-vectors              a hash instead of the model: everything but embedding is measured
  --rate <number>             passages a second of the model, for shares where it did not run
  --json <file>               also write the results there`;

/* `npm run bench:ingest`: seconds, clauses a second, the share that is not embedding, and memory. */
const { values } = parseArgs({
  options: {
    data: { type: "string" },
    sets: { type: "string", default: "seeds,policies" },
    "embedding-cache": { type: "string" },
    "made-vectors": { type: "boolean", default: false },
    rate: { type: "string" },
    json: { type: "string" },
    help: { type: "boolean", short: "h", default: false },
  },
});
if (values.help) {
  process.stdout.write(`${USAGE}\n`);
  process.exit();
}
const sets = z.array(z.enum(INGEST_SETS)).parse(values.sets.split(","));
const made = values["made-vectors"];
const load = loadavg()[0] ?? 0;
const work = mkdtempSync(path.join(tmpdir(), "zhengwen-bench-"));
const rows: IngestRow[] = [];
try {
  for (const set of sets) {
    process.stderr.write(`${set}\n`);
    const dataDir = path.join(work, `index-${set}`);
    const paths = await ingestSources(set, values.data ?? null, work);
    const measured = await measureIngest({
      paths,
      dataDir,
      vectors: made ? "made" : "model",
      embeddingCache: values["embedding-cache"] ?? dataDir,
    });
    rows.push({ set, ...measured });
    rmSync(dataDir, { recursive: true, force: true });
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
const rate =
  values.rate === undefined ? modelRate(rows, made) : z.coerce.number().positive().parse(values.rate);
const lines = [
  ingestTable(rows, rate, made),
  ...growthLines(rows, rate),
  `Vectors: ${made ? "made by a hash" : values["embedding-cache"] === undefined ? "computed" : "remembered where they were known"}.`,
  `Load of the machine at the start: ${load.toFixed(1)}`,
];
process.stdout.write(`${lines.join("\n")}\n`);
if (values.json !== undefined) {
  writeFileSync(values.json, `${JSON.stringify({ load, made, rate, rows }, null, 2)}\n`);
}
