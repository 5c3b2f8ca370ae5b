import { PolicyError } from "../src/policy/policy-error.ts";
import { caseJsonSchema } from "./case-schema.ts";
import type { CliOptions } from "./cli-options.ts";
import { parseCliOptions, USAGE } from "./cli-options.ts";
import { compareRuns } from "./comparison/compare-runs.ts";
import { readPastRun } from "./comparison/past-run.ts";
import { isGrowingCommand, runGrowingCommand } from "./growing/growing-command.ts";
import { appendHistory, readHistory } from "./history.ts";
import { comparisonText, writeComparison } from "./report/comparison-report.ts";
import { historyText, writeHistory } from "./report/history-report.ts";
import { textReport } from "./report/text-report.ts";
import { writeReport } from "./report/write-report.ts";
import { runEvaluation } from "./run-evaluation.ts";
import { say } from "./say.ts";

/** @returns the exit status: 0 if every threshold is met, 1 if one is missed */
const run = async (options: CliOptions): Promise<number> => {
  const evaluation = await runEvaluation(options);
  await writeReport(options.reportFolder, evaluation);
  appendHistory(options.reportFolder, evaluation);
  process.stdout.write(`${options.json ? JSON.stringify(evaluation, null, 2) : textReport(evaluation)}\n`);
  say(`\nReport: ${options.reportFolder}/report.html`);
  return evaluation.met ? 0 : 1;
};

/** @returns the exit status: 1 if a metric became worse beyond chance */
const compare = async ([before, after]: readonly [string, string], options: CliOptions): Promise<number> => {
  const comparison = compareRuns(readPastRun(before), readPastRun(after));
  await writeComparison(options.reportFolder, comparison);
  process.stdout.write(
    `${options.json ? JSON.stringify(comparison, null, 2) : comparisonText(comparison)}\n`,
  );
  say(`\nComparison: ${options.reportFolder}/comparison.html`);
  return comparison.worse ? 1 : 0;
};

const showHistory = async (options: CliOptions): Promise<number> => {
  const history = readHistory(options.reportFolder);
  await writeHistory(options.reportFolder, history);
  process.stdout.write(`${options.json ? JSON.stringify(history, null, 2) : historyText(history)}\n`);
  say(`\nTrend: ${options.reportFolder}/history.html`);
  return 0;
};

const main = async (args: readonly string[]): Promise<number> => {
  if (isGrowingCommand(args)) return runGrowingCommand(args);
  const options = parseCliOptions(args);
  if (options.compare !== null) return compare(options.compare, options);
  switch (options.mode) {
    case "help":
      process.stdout.write(`${USAGE}\n`);
      return 0;
    case "print-case-schema":
      process.stdout.write(`${JSON.stringify(caseJsonSchema(), null, 2)}\n`);
      return 0;
    case "history":
      return showHistory(options);
    default:
      return run(options);
  }
};

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof PolicyError)) throw error;
  say(error.publicMessage.en);
  process.exitCode = 2;
}
