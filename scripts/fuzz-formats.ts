import { checkExtracted } from "../src/ingest/extractors/check-extracted.ts";
import { extractText } from "../src/ingest/extractors/extract-text.ts";
import { ExtractionWorker } from "../src/ingest/extractors/extraction-worker.ts";
import { FORMAT_SAMPLES } from "../src/ingest/extractors/format-samples.ts";
import type { FormatSample } from "../src/ingest/extractors/format-samples.ts";
import { documentOf } from "../src/ingest/read-document.ts";
import { walkClauses } from "../src/policy/clause.ts";
import { PolicyError } from "../src/policy/policy-error.ts";
import { mutateBytes, seededRandom } from "./mutate-bytes.ts";

/** A mutated file may take this long, in milliseconds, from bytes to clause tree. */
const LONGEST = 5_000;
const MEMORY_MB = 512;

export interface FuzzReport {
  readonly format: string;
  readonly inputs: number;
  readonly read: number;
  /** Refusals by error code. */
  readonly refused: Readonly<Record<string, number>>;
  readonly slowestMs: number;
  /** What went wrong, with the number of the input that a seed repeats; empty if all went well. */
  readonly failures: readonly string[];
}

/** What must hold of a document however damaged its file was. */
const checkDocument = (sample: FormatSample, extracted: Parameters<typeof documentOf>[1]): string[] => {
  const document = documentOf({ documentId: "fuzz", name: sample.name, sha256: "" }, extracted, undefined);
  const problems: string[] = [];
  let at = 0;
  const clauses = [...walkClauses(document.clauses)].map(({ clause }) => clause);
  for (const { start, end } of clauses.toSorted((a, b) => a.start - b.start)) {
    if (start < at || end <= start) problems.push(`clause spans overlap at ${start}`);
    if (document.text.slice(at, start).trim() !== "") problems.push(`text without a clause before ${start}`);
    at = end;
  }
  if (document.text.slice(at).trim() !== "") problems.push("text without a clause at the end");
  if (new Set(clauses.map(({ clauseId }) => clauseId)).size !== clauses.length)
    problems.push("clause ids repeat");
  return problems;
};

const fuzzFormat = async (sample: FormatSample, inputs: number, seed: number): Promise<FuzzReport> => {
  const worker = new ExtractionWorker({ timeoutMs: LONGEST, memoryMb: MEMORY_MB });
  const refused: Record<string, number> = {};
  const failures: string[] = [];
  let read = 0;
  let slowestMs = 0;
  try {
    for (let input = 0; input < inputs; input += 1) {
      // Each input has a seed of its own, so that one of them can be repeated alone.
      const bytes = mutateBytes(sample.bytes, seededRandom(seed * 1_000_003 + input));
      const started = performance.now();
      try {
        const extracted = await extractText(sample.name, bytes, worker);
        const problems = [...checkExtracted(extracted), ...checkDocument(sample, extracted)];
        for (const problem of problems) failures.push(`input ${input}: ${problem}`);
        read += 1;
      } catch (error) {
        const code = error instanceof PolicyError ? error.code : "no PolicyError";
        refused[code] = (refused[code] ?? 0) + 1;
        const isBad = !(error instanceof PolicyError) || code.startsWith("extraction_");
        if (isBad) failures.push(`input ${input}: ${String(error instanceof Error ? error.stack : error)}`);
      }
      const took = performance.now() - started;
      slowestMs = Math.max(slowestMs, took);
      if (took > LONGEST) failures.push(`input ${input}: took ${Math.round(took)} ms`);
    }
  } finally {
    await worker.close();
  }
  return { format: sample.format, inputs, read, refused, slowestMs: Math.round(slowestMs), failures };
};

/** Reads mutated files of every format, one format after the other. */
export async function* fuzzFormats(
  inputsPerFormat: number,
  seed: number,
): AsyncGenerator<FuzzReport, void, undefined> {
  for (const sample of FORMAT_SAMPLES) yield await fuzzFormat(sample, inputsPerFormat, seed);
}
