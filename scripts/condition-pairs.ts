import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { z } from "zod";
import { measureAt } from "../eval/matching/measure-at.ts";
import { policyCases } from "../eval/matching/policy-cases.ts";
import { readDocument } from "../src/ingest/read-document.ts";
import type { ConditionPair, ConditionReader } from "../src/text-models/pair-reader.ts";
import { MeasureStore } from "../src/matching/measure-store.ts";
import { READER_LIMITS } from "../src/matching/reader-pass.ts";
import type { PolicyDocument } from "../src/policy/document.ts";
import { PolicyError } from "../src/policy/policy-error.ts";
import { matchMeasures } from "../src/server/match-measures.ts";

const USAGE = `node scripts/condition-pairs.ts <folder of a round> … [options]

Judges the companies of rounds (eval/matching/rounds/<n>) with a reader that is a table.

  --pairs <file>    write each pair that a reader is asked about, with the verdict that its case expects, as JSON lines
  --scores <file>   JSON lines {"condition", "said", "met", "unmet"}: what the reader says; unknown where no line is
  --met, --unmet, --about <p>, --asked <pairs>, --windows <n>   in place of the limits that matching has`;

const ScoreSchema = z.object({ condition: z.string(), said: z.string(), met: z.number(), unmet: z.number() });

const keyOf = ({ condition, said }: ConditionPair): string => `${condition}\n${said}`;

const readScores = (file: string | undefined): ReadonlyMap<string, z.infer<typeof ScoreSchema>> =>
  new Map(
    (file === undefined ? [] : readFileSync(file, "utf8").split("\n"))
      .filter((line) => line.trim() !== "")
      .map((line) => ScoreSchema.parse(JSON.parse(line)))
      .map((score) => [keyOf(score), score]),
  );

const snapshotOf = (document: PolicyDocument) => ({
  fingerprint: document.documentId,
  listDocuments: async () => [document],
  documentHashes: async () => new Map([[document.documentId, document.documentId]]),
  getDocument: async () => document,
});

/** Prints how many verdicts are right, by what is expected. */
const main = async (): Promise<void> => {
  const number = { type: "string" } as const;
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      pairs: { type: "string" },
      scores: { type: "string" },
      met: number,
      unmet: number,
      about: number,
      asked: number,
      windows: number,
    },
  });
  if (positionals.length === 0)
    throw new PolicyError({ code: "usage", status: 400, message: { zh: USAGE, en: USAGE } });
  const scores = readScores(values.scores);
  const limits = {
    measures: READER_LIMITS.measures,
    pairs: Number(values.asked ?? READER_LIMITS.pairs),
    windows: Number(values.windows ?? READER_LIMITS.windows),
    met: Number(values.met ?? READER_LIMITS.met),
    unmet: Number(values.unmet ?? READER_LIMITS.unmet),
    about: Number(values.about ?? READER_LIMITS.about),
  };
  if (values.pairs !== undefined) writeFileSync(values.pairs, "");
  const totals = new Map<string, { right: number; all: number }>();
  for (const folder of positionals)
    for (const { name, text, cases } of policyCases(pathToFileURL(`${resolve(folder)}/`))) {
      const bytes = new TextEncoder().encode(text);
      const source = { documentId: name, name: `${name}.txt`, sha256: name, bytes };
      const document = await readDocument(source, undefined);
      const store = new MeasureStore();
      for (const [place, { profile, asOf, at, is }] of cases.entries()) {
        const asked: ConditionPair[] = [];
        const reader: ConditionReader = {
          readConditions: async (pairs) => {
            asked.push(...pairs);
            return pairs.map((pair) => scores.get(keyOf(pair)) ?? { met: 0, unmet: 0 });
          },
        };
        const request = { profile, asOf, limit: 50 };
        const reply = await matchMeasures(snapshotOf(document), store, request, reader, limits);
        const verdict = measureAt(document.text, at, reply)?.verdict ?? null;
        const key = `${basename(folder)} ${is}`;
        const total = totals.get(key) ?? { right: 0, all: 0 };
        totals.set(key, { right: total.right + Number(verdict === is), all: total.all + 1 });
        if (values.pairs === undefined) continue;
        const lines = asked.map((pair) => ({ case: `${name} ${place + 1}`, at, is, verdict, ...pair }));
        appendFileSync(values.pairs, lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
      }
    }
  for (const [key, { right, all }] of totals) process.stdout.write(`${key}: ${right} of ${all}\n`);
};

await main();
