import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** Each of the properties of `read-trees.test.ts` and `read-tree-files.test.ts` with many more trees: `npm run test:trees [how many]`. */
const runs = process.argv[2] ?? "2000";
const vitest = join(dirname(createRequire(import.meta.url).resolve("vitest/package.json")), "vitest.mjs");
const { status } = spawnSync(
  process.execPath,
  [
    vitest,
    "run",
    "--testTimeout=600000",
    "src/ingest/read-trees.test.ts",
    "src/ingest/read-tree-files.test.ts",
  ],
  { cwd: dirname(import.meta.dirname), stdio: "inherit", env: { ...process.env, TREE_RUNS: runs } },
);
process.exitCode = status ?? 1;
