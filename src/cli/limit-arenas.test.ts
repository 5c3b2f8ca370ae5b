import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const CLI = fileURLToPath(new URL("../cli.ts", import.meta.url));
/** Says at each beginning of the process how many pools it was given. */
const TELL = `--import=data:text/javascript,console.log(process.pid,process.env.MALLOC_ARENA_MAX)`;

const beginnings = (args: readonly string[], set?: string): string[] =>
  execFileSync(process.execPath, [CLI, ...args], {
    encoding: "utf8",
    env: {
      PATH: process.env["PATH"],
      NODE_OPTIONS: TELL,
      ...(set === undefined ? {} : { MALLOC_ARENA_MAX: set }),
    },
  })
    .split("\n")
    .filter((line) => /^\d+ /.test(line));

const isLinux = process.platform === "linux";

it.runIf(isLinux)("begins a server anew with few pools of memory, as the same process", () => {
  const [before, after, ...more] = beginnings(["serve", "--help"]);
  const pid = before?.split(" ")[0];
  expect(before).toBe(`${pid} undefined`);
  expect(after).toMatch(new RegExp(`^${pid} [2-4]$`));
  expect(more).toEqual([]);
});

it("leaves what was set, and other commands, as they are", () => {
  expect(beginnings(["serve", "--help"], "7")).toEqual([expect.stringMatching(/ 7$/)]);
  expect(beginnings(["ask", "--help"])).toEqual([expect.stringMatching(/ undefined$/)]);
});
