import { parseArgs } from "node:util";
import { PolicyError } from "../policy/policy-error.ts";
import { InvalidRequestError } from "../server/invalid-request.ts";
import { asPolicyError, toProblem } from "../server/problem.ts";
import type { Command, CommandArguments } from "./command.ts";
import { usageError } from "./command.ts";
import { helpText } from "./help.ts";
import { nearestName } from "./nearest-name.ts";

/** A command whose module is loaded only when it is called, since most of them bring the search engine along. */
export interface CommandEntry {
  readonly name: string;
  load(): Promise<Command>;
}

const HELP_WORDS: ReadonlySet<string> = new Set(["--help", "-h", "help"]);
const USAGE_CODES: ReadonlySet<string> = new Set([
  "usage",
  "invalid_configuration",
  "invalid_request",
  "empty_question",
  "question_too_long",
]);

const parseArguments = (
  command: Command,
  args: string[],
): CommandArguments & { help: boolean; json: boolean } => {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: {
        ...command.options,
        json: { type: "boolean", default: false },
        help: { type: "boolean", short: "h", default: false },
      },
      allowPositionals: true,
    });
    const options = Object.fromEntries(
      Object.entries(values).map(([name, value]) => [name, typeof value === "string" ? value : undefined]),
    );
    const flags = new Set(
      Object.entries(values)
        .filter(([, value]) => typeof value === "boolean" && value)
        .map(([name]) => name),
    );
    return { positionals, options, flags, help: values.help, json: values.json };
  } catch (error) {
    const reason = error instanceof Error ? error.message : "";
    throw usageError(`参数有误（${reason}）`, "wrong arguments; see --help");
  }
};

const findCommand = async (name: string, entries: readonly CommandEntry[]): Promise<Command> => {
  const entry = entries.find((each) => each.name === name);
  if (entry !== undefined) return entry.load();
  const meant = nearestName(
    name,
    entries.map((each) => each.name),
  );
  throw usageError(
    `没有“${name}”这个命令${meant === null ? "，请看 --help" : `，是不是 ${meant}？`}`,
    `no command "${name}"${meant === null ? "; see --help" : `; did you mean ${meant}?`}`,
  );
};

/** Reports an error on one line in both languages, and as problem details on standard output for `--json`. */
const report = (error: unknown, json: boolean): number => {
  if (json) {
    const problem = toProblem(asPolicyError(error, new AbortController().signal), "zh");
    process.stdout.write(`${JSON.stringify(problem)}\n`);
  }
  if (!(error instanceof PolicyError)) {
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
    process.stderr.write(`内部错误 Internal error: ${reason}\n`);
    return 1;
  }
  if (!(error instanceof InvalidRequestError)) {
    process.stderr.write(`错误：${error.publicMessage.zh} Error: ${error.publicMessage.en}\n`);
  } else {
    process.stderr.write("错误：参数不符合要求： Error: these values are not valid:\n");
    for (const { path, message } of error.errors) process.stderr.write(`  ${path}: ${message}\n`);
  }
  if (error.code === "ingest_running") return 3;
  return USAGE_CODES.has(error.code) ? 2 : 1;
};

/**
 * Runs the command line.
 * @param args - what follows the program's name
 * @returns the exit status: 0 ok, 1 failure, 2 called in the wrong way, 3 another ingest is running
 */
export const runCommand = async (
  args: readonly string[],
  entries: readonly CommandEntry[],
): Promise<number> => {
  const [name, ...rest] = args;
  try {
    if (name === undefined || HELP_WORDS.has(name)) {
      const commands = await Promise.all(entries.map((entry) => entry.load()));
      (name === undefined ? process.stderr : process.stdout).write(`${helpText(commands)}\n`);
      return name === undefined ? 2 : 0;
    }
    const command = await findCommand(name, entries);
    const given = parseArguments(command, rest);
    if (given.help) {
      process.stdout.write(`${helpText([command])}\n`);
      return 0;
    }
    const result = await command.run(given);
    if (result === null) return 0;
    process.stdout.write(`${given.json ? JSON.stringify(result.data) : result.text}\n`);
    return result.exitCode;
  } catch (error) {
    return report(error, rest.includes("--json"));
  }
};
