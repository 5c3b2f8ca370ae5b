import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { findChromium } from "../web/test/browser/find-chromium.ts";
import { closingLine, countTests } from "./test-counts.ts";
import type { TestCounts } from "./test-counts.ts";

/** Status of a process that a signal ended, where no shell is there to say it. */
const BY_SIGNAL = 1;
const PROJECT = dirname(import.meta.dirname);

const vitest = join(dirname(createRequire(import.meta.url).resolve("vitest/package.json")), "vitest.mjs");

/** Runs Vitest with the reporters this script needs and whatever else was asked for; resolves to its status. */
const runVitest = (args: readonly string[], reportFile: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${reportFile}`];
    const child = spawn(process.execPath, [vitest, "run", ...reporters, ...args], {
      cwd: PROJECT,
      stdio: "inherit",
    });
    // The child hears a signal from the terminal by itself, but not one that is sent to this process alone.
    const pass = (signal: NodeJS.Signals): void => void child.kill(signal);
    process.on("SIGINT", pass).on("SIGTERM", pass);
    child.once("error", reject);
    child.once("close", (code) => resolve(code ?? BY_SIGNAL));
  });

const readCounts = (reportFile: string): TestCounts => {
  try {
    return countTests(readFileSync(reportFile, "utf8"));
  } catch {
    process.stderr.write("Vitest ended without a report.\n");
    return { passed: 0, failed: 0, skipped: 0 };
  }
};

const folder = mkdtempSync(join(tmpdir(), "zhengwen-tests-"));
try {
  const reportFile = join(folder, "report.json");
  const status = await runVitest(process.argv.slice(2), reportFile);
  const counts = readCounts(reportFile);
  // Says so loudly where the tests of the page could not run.
  findChromium();
  const ran = counts.passed + counts.failed > 0;
  if (!ran) process.stderr.write("No test ran.\n");
  process.stdout.write(`${closingLine(counts)}\n`);
  process.exitCode = status === 0 && !ran ? 1 : status;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
