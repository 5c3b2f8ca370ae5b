import type { ParseArgsOptionsConfig } from "node:util";
import { PolicyError } from "../policy/policy-error.ts";

/** What a command has to say: as an object for `--json`, and as text for a reader. */
interface CommandResult {
  readonly exitCode: number;
  readonly data: unknown;
  readonly text: string;
}

/** The arguments of a command, already checked against its options. */
export interface CommandArguments {
  readonly positionals: readonly string[];
  readonly options: Readonly<Record<string, string | undefined>>;
  /** Names of the options without a value that were given. */
  readonly flags: ReadonlySet<string>;
}

/** One command of the command line. */
export interface Command {
  readonly name: string;
  /** What follows the name: `"…" [--as-of YYYY-MM-DD]`. */
  readonly usage: string;
  readonly summary: { readonly zh: string; readonly en: string };
  /** Options beside `--json` and `--help`. */
  readonly options: ParseArgsOptionsConfig;
  /** Null where the command spoke for itself, as the server does. */
  run(given: CommandArguments): Promise<CommandResult | null>;
}

/** A command that was called in the wrong way: exit status 2. */
export const usageError = (zh: string, en: string): PolicyError =>
  new PolicyError({ code: "usage", status: 400, message: { zh, en } });
