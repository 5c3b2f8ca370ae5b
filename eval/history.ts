import { appendFileSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { PolicyError } from "../src/policy/policy-error.ts";
import type { Evaluation } from "./evaluation.ts";

const Value = z.number().nullable();

/** What is kept of a run: a line of `history.jsonl`. */
const PastRunSchema = z.object({
  startedAt: z.string(),
  target: z.string(),
  casesFile: z.string(),
  cases: z.int(),
  passed: z.int(),
  met: z.boolean(),
  modes: z.array(z.string()),
  metrics: z.record(z.string(), z.object({ value: Value, low: Value, high: Value })),
  latencyMs: z.object({ p50: Value, p95: Value }),
});
export type PastRun = z.infer<typeof PastRunSchema>;

const fileIn = (folder: string): string => join(folder, "history.jsonl");

/** Adds a run to the history of its report folder. */
export const appendHistory = (folder: string, evaluation: Evaluation): void => {
  const { startedAt, target, casesFile, met, modes, metrics, latencyMs, cases } = evaluation;
  const run: PastRun = {
    startedAt,
    // Every run starts a server at a port of its own.
    target: target.replace(/^http:\/\/127\.0\.0\.1:\d+$/, "http://127.0.0.1"),
    casesFile,
    cases: cases.length,
    passed: cases.filter(({ findings }) => findings.length === 0).length,
    met,
    modes: [...modes],
    metrics: Object.fromEntries(
      metrics
        .filter(({ value }) => value !== null)
        .map(({ name, value, low, high }) => [name, { value, low, high }]),
    ),
    latencyMs: { p50: latencyMs.p50.value, p95: latencyMs.p95.value },
  };
  mkdirSync(folder, { recursive: true });
  appendFileSync(fileIn(folder), `${JSON.stringify(run)}\n`);
};

/** The runs of a report folder, oldest first. @throws PolicyError `no_history` where there is none */
export const readHistory = (folder: string): PastRun[] => {
  const file = fileIn(folder);
  if (!existsSync(file)) {
    throw new PolicyError({
      code: "no_history",
      status: 404,
      message: { zh: `${file} 不存在。`, en: `There is no ${file}: run an evaluation first.` },
    });
  }
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => PastRunSchema.parse(JSON.parse(line)));
};
