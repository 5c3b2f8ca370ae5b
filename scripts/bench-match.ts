import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { PolicyError } from "../src/policy/policy-error.ts";
import { createTransformersPairReader } from "../src/text-models/transformers-pair-reader.ts";
import { matchWithReader } from "../src/matching/match-profile.ts";
import { READER_LIMITS } from "../src/matching/reader-pass.ts";
import { readProfile } from "../src/matching/read-profile.ts";
import { readMeasures } from "../src/measures/read-measures.ts";
import { readReadyMadeClauses } from "../src/ingest/ready-made-clauses.ts";

const USAGE = "npm run bench:match -- <service-items.jsonl.gz> [--bound 200]";
const ROUNDS = 30;
/** Another company each round, so that no round finds all its words already read. */
const profileOf = (round: number) => ({
  description: `我们是广州天河的一家人工智能初创公司，去年成立，${12 + round}个人，营收${300 + round}万，想找融资和人才，没有违法记录`,
});

/**
 * Times one profile against every measure of a file of service items, with the reader of conditions in other words
 * as the server has it, its model loaded as the server's is when it says that it is ready; exit status 1 where p95 is over the bound. */
const main = async (): Promise<number> => {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { bound: { type: "string", default: "200" } },
  });
  const [file] = positionals;
  if (file === undefined) {
    throw new PolicyError({ code: "usage", status: 400, message: { zh: USAGE, en: USAGE } });
  }
  const documents = await readReadyMadeClauses({
    documentId: "service-items",
    name: file,
    sha256: "0".repeat(64),
    bytes: readFileSync(file),
  });
  const read = performance.now();
  const measures = documents.flatMap((document) => readMeasures(document));
  const readMs = performance.now() - read;
  const texts = new Map(documents.map(({ documentId, text }) => [documentId, text]));
  const reader = createTransformersPairReader();
  await reader.load();
  const times: number[] = [];
  let applies = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const start = performance.now();
    const facts = readProfile(profileOf(round), "2026-11-22");
    const result = await matchWithReader(
      measures,
      { facts, asOf: "2026-11-22", limit: 10, statusOf: () => "unknown" },
      reader,
      async (documentId) => texts.get(documentId) ?? null,
      READER_LIMITS,
    );
    times.push(performance.now() - start);
    applies = result.measures.filter(({ verdict }) => verdict === "applies").length;
  }
  const sorted = times.toSorted((a, b) => a - b);
  const p95 = sorted[Math.floor(ROUNDS * 0.95)] ?? 0;
  process.stdout.write(
    `${measures.length} measures, read once in ${readMs.toFixed(0)} ms; one profile: first ${times[0]?.toFixed(1)} ms, ` +
      `p50 ${sorted[Math.floor(ROUNDS / 2)]?.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms; ${applies} of the first 10 apply\n`,
  );
  return Math.max(p95, times[0] ?? 0) <= Number(values.bound) ? 0 : 1;
};

process.exitCode = await main();
