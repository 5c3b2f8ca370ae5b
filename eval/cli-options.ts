import { parseArgs } from "node:util";
import { PolicyError } from "../src/policy/policy-error.ts";
import { isPartialDate } from "../src/policy/partial-date.ts";

/** What `npm run eval` was asked to do. */
export interface CliOptions {
  /** Null: start a server of the project's own. */
  readonly target: string | null;
  readonly casesFile: string;
  readonly reportFolder: string;
  /** Which cases by `keptAside`: only the others, both, or only those. */
  readonly keptAside: "exclude" | "include" | "only";
  readonly json: boolean;
  /** A part of the id, question or tags, or null. */
  readonly filter: string | null;
  readonly asOf: string | null;
  readonly documents: readonly string[];
  readonly mode: "run" | "help" | "print-case-schema";
}

export const USAGE = `npm run eval -- [options]

  --target <url>         a server that speaks the contract (default: start one of this project)
  --cases <file>         cases, one JSON object a line (default: eval/cases/seeds.jsonl)
  --documents <folder>   sources that the cases quote, besides seeds/ and eval/documents/; may be repeated
  --report <folder>      where report.json and report.html go (default: eval/reports/)
  --include-kept-aside   also run the cases that are kept aside
  --only-kept-aside      run only those
  --as-of <day>          YYYY-MM-DD, for cases that name no day (default: today)
  --filter <text>        only cases with this text in their id, question or tags
  --json                 print the report as JSON
  --print-case-schema    print the JSON Schema of a case`;

const wrongOption = (en: string, cause?: unknown): PolicyError =>
  new PolicyError({
    code: "invalid_option",
    status: 400,
    message: { zh: `参数有误：${en}`, en: `${en}\n\n${USAGE}` },
    cause,
  });

const parse = (args: readonly string[]) =>
  parseArgs({
    args: [...args],
    options: {
      target: { type: "string" },
      cases: { type: "string", default: "eval/cases/seeds.jsonl" },
      documents: { type: "string", multiple: true, default: [] },
      report: { type: "string", default: "eval/reports" },
      "include-kept-aside": { type: "boolean", default: false },
      "only-kept-aside": { type: "boolean", default: false },
      "as-of": { type: "string" },
      filter: { type: "string" },
      json: { type: "boolean", default: false },
      "print-case-schema": { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
  }).values;

/** @throws PolicyError `invalid_option` */
export const parseCliOptions = (args: readonly string[]): CliOptions => {
  let values: ReturnType<typeof parse>;
  try {
    values = parse(args);
  } catch (error) {
    throw wrongOption(error instanceof Error ? error.message : String(error), error);
  }
  if (values.target !== undefined && !/^https?:$/.test(URL.parse(values.target)?.protocol ?? "")) {
    throw wrongOption("--target expects an http(s) address");
  }
  const asOf = values["as-of"] ?? null;
  if (asOf !== null && (asOf.length !== 10 || !isPartialDate(asOf))) {
    throw wrongOption("--as-of expects YYYY-MM-DD");
  }
  const only = values["only-kept-aside"];
  const mode = values["print-case-schema"] ? "print-case-schema" : "run";
  return {
    target: values.target ?? null,
    casesFile: values.cases,
    reportFolder: values.report,
    keptAside: only ? "only" : values["include-kept-aside"] ? "include" : "exclude",
    json: values.json,
    filter: values.filter ?? null,
    asOf,
    documents: values.documents,
    mode: values.help ? "help" : mode,
  };
};
