import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";

const SCRIPT = join(import.meta.dirname, "run-tests.ts");
let folder = "";

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "zhengwen-run-tests-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Runs the script over test files in an empty folder. */
const runOver = async (
  files: Readonly<Record<string, string>>,
  config = "export default {};\n",
): Promise<{ status: number; last: string }> => {
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  // The inner Vitest must not take itself for a worker of the outer one.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(?:VITEST|VITE_|TEST$|NODE_ENV$)/.test(name)),
  );
  const args = [SCRIPT, "--root", folder, "--config", join(folder, "vitest.config.mjs"), "--globals"];
  await writeFile(join(folder, "vitest.config.mjs"), config);
  return new Promise((resolve) => {
    const child = execFile(process.execPath, args, { env }, (_, stdout) => {
      resolve({ status: child.exitCode ?? -1, last: stdout.trimEnd().split("\n").at(-1) ?? "" });
    });
  });
};

describe("the test runner", () => {
  it("ends with the counts and Vitest's status", async () => {
    const good = 'it("holds", () => expect(1).toBe(1));\nit.skip("waits", () => {});\n';
    expect(await runOver({ "good.test.mjs": good })).toEqual({
      status: 0,
      last: "1 passed, 0 failed, 1 skipped",
    });
    const bad = 'it("breaks", () => expect(1).toBe(2));\nit.todo("comes later");\n';
    expect(await runOver({ "bad.test.mjs": bad })).toEqual({
      status: 1,
      last: "1 passed, 1 failed, 2 skipped",
    });
  });

  it("counts a file that cannot be loaded as a failure", async () => {
    expect(await runOver({ "broken.test.mjs": 'throw new Error("not today");\n' })).toEqual({
      status: 1,
      last: "0 passed, 1 failed, 0 skipped",
    });
  });

  it("fails where no test ran", async () => {
    expect(await runOver({ "all.test.mjs": 'it.skip("waits", () => {});\n' })).toEqual({
      status: 1,
      last: "0 passed, 0 failed, 1 skipped",
    });
  });

  it("fails where Vitest wrote no report", async () => {
    const broken = 'throw new Error("not today");\n';
    expect(await runOver({ "good.test.mjs": 'it("holds", () => {});\n' }, broken)).toEqual({
      status: 1,
      last: "0 passed, 0 failed, 0 skipped",
    });
  });
});
