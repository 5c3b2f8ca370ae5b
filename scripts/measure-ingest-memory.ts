import { createHash } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import type { Embedder } from "../src/text-models/embedder.ts";
import { withEmbeddingCache } from "../src/clause-index/embedding-cache.ts";
import { openIndex } from "../src/clause-index/lance-index.ts";
import { ingestPaths } from "../src/ingest/ingest.ts";

/*
 * `node scripts/measure-ingest-memory.ts [--clauses 55404] [--one-document]`: how much memory a large ingest needs,
 * with vectors that a hash makes instead of the model. Exit status 1 beyond 1.5 GB.
 */
const { values } = parseArgs({
  options: {
    clauses: { type: "string", default: "55404" },
    "one-document": { type: "boolean", default: false },
  },
});
const LIMIT = 1_500_000_000;
const PER_DOCUMENT = 60;
const DIMENSIONS = 384;
const WORDS = [
  "企业",
  "人才",
  "奖励",
  "认定",
  "申请",
  "主管部门",
  "应当",
  "依法",
  "处以",
  "罚款",
  "登记",
  "备案",
  "公示",
];

const clauseText = (number: number): string => {
  const digest = createHash("sha256").update(String(number)).digest();
  return [...digest, ...digest, ...digest].map((byte) => WORDS[byte % WORDS.length] ?? "").join("");
};

const hashed: Embedder = {
  id: "hashed",
  dimensions: DIMENSIONS,
  load: () => Promise.resolve(),
  embedQuery: (text) => Promise.resolve(hashedVector(text)),
  embedPassages: (texts) => Promise.resolve(texts.map((text) => hashedVector(text))),
};

const hashedVector = (text: string): Float32Array => {
  const digest = createHash("sha256").update(text).digest();
  const vector = Float32Array.from(
    { length: DIMENSIONS },
    (_, index) => (digest[index % 32] ?? 0) - 127 + (index % 7),
  );
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
};

const folder = await mkdtemp(path.join(tmpdir(), "zhengwen-memory-"));
try {
  const clauses = Number(values.clauses);
  const lines = Array.from({ length: clauses }, (_, number) =>
    JSON.stringify({
      id: `c${number}`,
      title: `第${number}条`,
      text: clauseText(number),
      doc: values["one-document"] ? "L1" : `L${Math.floor(number / PER_DOCUMENT)}`,
    }),
  );
  const file = path.join(folder, "clauses.jsonl.gz");
  await writeFile(file, gzipSync(lines.join("\n")));
  lines.length = 0;
  const dataDir = path.join(folder, "data");
  const embedder = withEmbeddingCache(hashed, dataDir);
  const { seconds } = await ingestPaths([file], { index: openIndex(dataDir, embedder), embedder });
  const peak = process.resourceUsage().maxRSS * 1024;
  process.stdout.write(
    `${clauses} clauses in ${seconds.toFixed(1)} s, peak memory ${(peak / 1e6).toFixed(0)} MB\n`,
  );
  process.exitCode = peak > LIMIT ? 1 : 0;
} finally {
  await rm(folder, { recursive: true, force: true });
}
