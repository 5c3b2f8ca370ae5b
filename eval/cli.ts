import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { PolicyError } from "../src/policy/policy-error.ts";
import { createAssistantClient } from "./assistant-client.ts";
import type { EvalCase } from "./case-schema.ts";
import { caseJsonSchema } from "./case-schema.ts";
import type { CliOptions } from "./cli-options.ts";
import { parseCliOptions, USAGE } from "./cli-options.ts";
import { evaluate } from "./evaluate.ts";
import type { Evaluation } from "./evaluation.ts";
import { loadCases } from "./load-cases.ts";
import { textReport } from "./report/text-report.ts";
import { writeReport } from "./report/write-report.ts";
import { runCases } from "./run-cases.ts";
import { selectCases } from "./select-cases.ts";
import { withServerProcess } from "./server-process.ts";
import { readSourceDocuments } from "./source-documents.ts";
import { fetchTargetDocuments } from "./target-documents.ts";
import { readThresholds } from "./thresholds.ts";

const CONCURRENCY = 2;
const REPEATS = 12;
const SOURCES = ["../seeds/", "./documents/"].map((path) => fileURLToPath(new URL(path, import.meta.url)));

// Progress and reports go different ways, so that `--json` can be piped.
const say = (text: string): void => {
  process.stderr.write(`${text}\n`);
};

const progress = (done: number, total: number): void => {
  if (process.stderr.isTTY) process.stderr.write(`\r${done}/${total}${done === total ? "\n" : ""}`);
  else if (done % 20 === 0 || done === total) say(`${done}/${total}`);
};

const readCases = (options: CliOptions): EvalCase[] => {
  const folders = [...SOURCES, ...options.documents].filter((folder) => existsSync(folder));
  const cases = selectCases(loadCases(options.casesFile, readSourceDocuments(folders)), options);
  if (cases.length > 0) return cases;
  throw new PolicyError({
    code: "no_cases",
    status: 400,
    message: { zh: "没有符合条件的用例。", en: "No case matches the options." },
  });
};

const evaluateTarget = async (
  target: string,
  cases: readonly EvalCase[],
  options: CliOptions,
): Promise<Evaluation> => {
  const client = createAssistantClient(target);
  // A target that is not there is an error, not a row of failed cases.
  await client.documents();
  const startedAt = new Date().toISOString();
  say(`Asking ${cases.length} questions at ${target}`);
  const runs = await runCases(client, cases, {
    concurrency: CONCURRENCY,
    repeats: REPEATS,
    asOf: options.asOf,
    onProgress: progress,
  });
  const replies = runs.flatMap(({ reply }) => (reply === null ? [] : [reply]));
  const documents = await fetchTargetDocuments(client, replies);
  const thresholds = readThresholds(new URL("thresholds.json", import.meta.url));
  return evaluate(runs, documents, thresholds, { target, startedAt, casesFile: options.casesFile });
};

const evaluateOwnServer = async (cases: readonly EvalCase[], options: CliOptions): Promise<Evaluation> => {
  say("Starting the server");
  return withServerProcess((server) => evaluateTarget(server.url, cases, options));
};

/** @returns the exit status: 0 if every threshold is met, 1 if one is missed */
const main = async (): Promise<number> => {
  const options = parseCliOptions(process.argv.slice(2));
  if (options.mode === "help") {
    process.stdout.write(`${USAGE}\n`);
    return 0;
  }
  if (options.mode === "print-case-schema") {
    process.stdout.write(`${JSON.stringify(caseJsonSchema(), null, 2)}\n`);
    return 0;
  }
  const cases = readCases(options);
  const evaluation =
    options.target === null
      ? await evaluateOwnServer(cases, options)
      : await evaluateTarget(options.target, cases, options);
  await writeReport(options.reportFolder, evaluation);
  process.stdout.write(`${options.json ? JSON.stringify(evaluation, null, 2) : textReport(evaluation)}\n`);
  say(`\nReport: ${options.reportFolder}/report.html`);
  return evaluation.met ? 0 : 1;
};

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof PolicyError)) throw error;
  say(error.publicMessage.en);
  process.exitCode = 2;
}
