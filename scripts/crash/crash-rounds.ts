import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdir, rm } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { Embedder } from "../../src/text-models/embedder.ts";
import { createTransformersEmbedder } from "../../src/text-models/transformers-embedder.ts";
import { ingestPaths } from "../../src/ingest/ingest.ts";
import { openServices } from "../../src/server/open-services.ts";
import { CORPUS_STATES, PROBES, writeCorpus } from "./crash-corpus.ts";
import { indexAnswers } from "./index-answers.ts";

const CHILD = fileURLToPath(new URL("crash-child.ts", import.meta.url));
/** One round in so many begins without an index, one without remembered vectors, so that it embeds for long. */
const FROM_NOTHING = 8;
const WITHOUT_VECTORS = 5;
/** What an ingest leaves in the data folder. */
const LASTING = new Set(["embedding-cache", "pointer.json", "tables"]);

/** What became of one kill. */
export interface CrashRound {
  readonly number: number;
  /** Milliseconds between the child's word that it begins and the signal. */
  readonly delay: number;
  readonly found: "old" | "new" | "finished before the signal";
}

export interface CrashOptions {
  /** How many kills have to hit a running ingest. */
  readonly kills: number;
  readonly seed: number;
  /** An empty folder to work in. */
  readonly folder: string;
  readonly onRound?: (round: CrashRound) => void;
}

/** Numbers from 0 to 1 that a seed determines (mulberry32). */
const randomNumbers = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
};

const complete = async (dataDir: string, corpus: string): Promise<void> => {
  const { index, embedder } = openServices({ dataDir, model: null });
  const { files } = await ingestPaths([corpus], { index, embedder, removeMissing: true });
  const failed = files.filter(({ outcome }) => outcome === "failed");
  if (failed.length > 0) throw new Error(`Files failed: ${JSON.stringify(failed)}`);
};

/**
 * Starts an ingest and kills it after `delay` milliseconds of work, or never; says how long it took where it was
 * quicker.
 */
const killAfter = async (dataDir: string, corpus: string, delay: number | null): Promise<number | null> => {
  const child = spawn(process.execPath, [CHILD, dataDir, corpus], { stdio: ["ignore", "pipe", "pipe"] });
  let complaint = "";
  child.stderr.on("data", (chunk: Buffer) => (complaint += chunk.toString()));
  const closed = once(child, "close");
  await Promise.race([once(child.stdout, "data"), closed]);
  const began = performance.now();
  const timer = delay === null ? undefined : setTimeout(() => child.kill("SIGKILL"), delay);
  const [code, signal]: unknown[] = await closed;
  clearTimeout(timer);
  if (signal === "SIGKILL") return null;
  if (code !== 0) throw new Error(`The ingest ended with status ${String(code)}: ${complaint}`);
  return performance.now() - began;
};

/** The answers of every state of the corpus, each from an index that was made at once and never disturbed. */
const answersOfStates = async (
  folder: string,
  answers: (dataDir: string) => Promise<string | null>,
): Promise<readonly (string | null)[]> => {
  const expected: (string | null)[] = [];
  // The same place as in the rounds: a file's path is part of what it is.
  const corpus = path.join(folder, "corpus");
  const dataDir = path.join(folder, "undisturbed");
  for (let state = 0; state < CORPUS_STATES; state += 1) {
    await rm(path.join(dataDir, "pointer.json"), { force: true });
    await writeCorpus(corpus, state);
    await complete(dataDir, corpus);
    expected.push(await answers(dataDir));
  }
  if (new Set(expected).size !== CORPUS_STATES) throw new Error("Two states give the same answers.");
  return expected;
};

const questionVectorsOf = (embedder: Embedder): Promise<Float32Array[]> =>
  Promise.all(PROBES.map((probe) => embedder.embedQuery(probe)));

/**
 * Ingests a changing corpus again and again in child processes that are killed at random moments. After each
 * kill the index has to give the answers from before or those of the new corpus, and a further ingest has to
 * complete it and leave nothing else behind.
 * @throws Error naming the round where that does not hold
 */
export const runCrashRounds = async ({
  kills,
  seed,
  folder,
  onRound,
}: CrashOptions): Promise<CrashRound[]> => {
  const embedder = createTransformersEmbedder();
  const questionVectors = await questionVectorsOf(embedder);
  const answers = (dataDir: string) => indexAnswers(dataDir, embedder, questionVectors);
  const expected = await answersOfStates(folder, answers);

  const corpus = path.join(folder, "corpus");
  const dataDir = path.join(folder, "data");
  const random = randomNumbers(seed);
  const rounds: CrashRound[] = [];
  // How long an ingest takes (milliseconds), without remembered vectors and with them: signals fall into all of it.
  await writeCorpus(corpus, CORPUS_STATES - 1);
  const longest = { cold: (await killAfter(dataDir, corpus, null)) ?? 0, warm: 0 };
  await writeCorpus(corpus, 0);
  longest.warm = (await killAfter(dataDir, corpus, null)) ?? 0;
  let before = expected[0] ?? null;
  let hits = 0;
  for (let number = 1; hits < kills; number += 1) {
    if (number > kills * 4 + 20) throw new Error(`Seed ${seed}: only ${hits} of ${number} signals hit.`);
    const isCold = random() < 1 / WITHOUT_VECTORS;
    if (random() < 1 / FROM_NOTHING) {
      await rm(path.join(dataDir, "pointer.json"), { force: true });
      before = null;
    }
    if (isCold) await rm(path.join(dataDir, "embedding-cache"), { recursive: true, force: true });
    const state = number % CORPUS_STATES;
    await writeCorpus(corpus, state);
    const kind = isCold ? "cold" : "warm";
    const delay = random() * longest[kind];
    const took = await killAfter(dataDir, corpus, delay);
    // The machine has other things to do: what an ingest takes is found out again and again.
    if (took !== null) longest[kind] = took;
    else if (delay > 0.8 * longest[kind]) longest[kind] *= 1.1;

    const after = expected[state] ?? null;
    const found = await answers(dataDir);
    if (found !== before && found !== after) {
      throw new Error(`Seed ${seed}, round ${number}: neither the old answers nor the new ones.`);
    }
    if (took !== null && found !== after)
      throw new Error(`Seed ${seed}, round ${number}: not the new answers.`);
    await complete(dataDir, corpus);
    if ((await answers(dataDir)) !== after) {
      throw new Error(`Seed ${seed}, round ${number}: the next ingest did not complete the index.`);
    }
    const strays = (await readdir(dataDir)).filter((name) => !LASTING.has(name));
    if (strays.length > 0)
      throw new Error(`Seed ${seed}, round ${number}: ${strays.join(", ")} left behind.`);

    if (took === null) hits += 1;
    const round: CrashRound = {
      number,
      delay,
      found: took === null ? (found === after ? "new" : "old") : "finished before the signal",
    };
    rounds.push(round);
    onRound?.(round);
    before = after;
  }
  return rounds;
};
