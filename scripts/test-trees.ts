import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { z } from "zod";
import { closingLine, countTests } from "./test-counts.ts";
import type { TestCounts } from "./test-counts.ts";

/*
 * Each of the properties of `read-trees.test.ts` and `read-tree-files.test.ts` with many more trees:
 * `npm run test:trees [how many]`. The runner holds what its tests have made until it ends, so each property runs in
 * processes of its own, with so many trees in each that its memory stays the same however many are asked for.
 */
const TREES_AT_ONCE = 500;
const FILES = ["src/ingest/read-trees.test.ts", "src/ingest/read-tree-files.test.ts"];
const PROJECT = dirname(import.meta.dirname);

const vitest = join(dirname(createRequire(import.meta.url).resolve("vitest/package.json")), "vitest.mjs");
const folder = mkdtempSync(join(tmpdir(), "zhengwen-trees-"));

/** Runs Vitest; its output is shown where it fails. Resolves to its report, or null where it wrote none. */
const runVitest = (args: readonly string[], trees: number): { passed: boolean; report: string | null } => {
  const outputFile = join(folder, "report.json");
  rmSync(outputFile, { force: true });
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${outputFile}`];
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [vitest, "run", "--testTimeout=600000", ...reporters, ...args],
    {
      cwd: PROJECT,
      encoding: "utf8",
      maxBuffer: 1 << 28,
      env: { ...process.env, TREE_RUNS: String(trees) },
    },
  );
  if (status !== 0) process.stderr.write(`${stdout}\n${stderr}\n`);
  try {
    return { passed: status === 0, report: readFileSync(outputFile, "utf8") };
  } catch {
    return { passed: false, report: null };
  }
};

/** The part of Vitest's JSON report that names the tests. */
const NamesSchema = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      assertionResults: z.array(z.object({ ancestorTitles: z.array(z.string()), title: z.string() })),
    }),
  ),
});

/** The properties, by a run with one tree each. */
const findProperties = (): { readonly file: string; readonly name: string }[] => {
  const { passed, report } = runVitest(FILES, 1);
  if (!passed || report === null) throw new Error("The properties do not even run with one tree.");
  return NamesSchema.parse(JSON.parse(report)).testResults.flatMap(({ name: file, assertionResults }) =>
    // Joined as `--testNamePattern` sees it.
    assertionResults.map(({ ancestorTitles, title }) => ({
      file,
      name: [...ancestorTitles, title].join(" > "),
    })),
  );
};

const patternOf = (name: string): string => `^${name.replaceAll(/[$()*+.?[\\\]^{|}]/g, "\\$&")}$`;

/** One property with so many trees, in one process; what did not run counts as failed. */
const runPart = (file: string, name: string, trees: number): Pick<TestCounts, "passed" | "failed"> => {
  const { passed, report } = runVitest(["-t", patternOf(name), file], trees);
  const counts = report === null ? { passed: 0, failed: 1 } : countTests(report);
  return passed && counts.passed > 0 ? counts : { passed: 0, failed: Math.max(1, counts.failed) };
};

const total = Number(process.argv[2] ?? 2_000);
if (!Number.isInteger(total) || total < 1) throw new RangeError("How many trees? A whole number from 1.");
const sums = { passed: 0, failed: 0, skipped: 0 };
try {
  const properties = findProperties();
  for (const [at, { file, name }] of properties.entries()) {
    const own = { passed: 0, failed: 0 };
    for (let done = 0; done < total; done += TREES_AT_ONCE) {
      const { passed, failed } = runPart(file, name, Math.min(TREES_AT_ONCE, total - done));
      own.passed += passed;
      own.failed += failed;
    }
    sums.passed += own.passed;
    sums.failed += own.failed;
    process.stdout.write(
      `${at + 1}/${properties.length} ${name}: ${total} trees, ${own.passed} parts passed, ${own.failed} failed\n`,
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.stdout.write(`${closingLine(sums)}\n`);
process.exitCode = sums.failed === 0 && sums.passed > 0 ? 0 : 1;
