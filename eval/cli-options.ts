import { parseArgs } from "node:util";
import { PolicyError } from "../src/policy/policy-error.ts";
import { isPartialDate } from "../src/policy/partial-date.ts";
import { wrongOption } from "./wrong-option.ts";

/** What `npm run eval` was asked to do. */
export interface CliOptions {
  /** A server's address, or `openai:` before that of an OpenAI-compatible endpoint; null: a server of its own. */
  readonly target: string | null;
  /** The model of an OpenAI-compatible target. */
  readonly model: string | null;
  /** An OpenAI-compatible endpoint, without `openai:`, and the model that judges statements there. */
  readonly judge: { readonly baseUrl: string; readonly model: string } | null;
  readonly casesFile: string;
  readonly reportFolder: string;
  readonly thresholdsFile: string | null;
  /** Which cases by `keptAside`: only the others, both, or only those. */
  readonly keptAside: "exclude" | "include" | "only";
  readonly json: boolean;
  /** A part of the id, question or tags, or null. */
  readonly filter: string | null;
  readonly asOf: string | null;
  readonly documents: readonly string[];
  readonly concurrency: number;
  readonly search: boolean;
  /** Goes on where the last run into the same folder was cut off. */
  readonly resume: boolean;
  /** Two `report.json`, or their folders, to compare, before and after. */
  readonly compare: readonly [string, string] | null;
  readonly mode: "run" | "help" | "print-case-schema" | "compare" | "history";
}

export const USAGE = `npm run eval -- [options]

  --target <url>         a server that speaks the contract (default: start one of this project), or
                         openai:<url> with --model <name>: an OpenAI-compatible endpoint (key: OPENAI_API_KEY)
  --cases <file>         cases, one JSON object a line (default: eval/cases/seeds.jsonl)
  --documents <folder>   sources that the cases quote, besides seeds/ and eval/documents/; may be repeated
  --report <folder>      where report.json, report.html and junit.xml go (default: eval/reports/)
  --thresholds <file>    what must be met (default: eval/thresholds.json)
  --include-kept-aside   also run the cases that are kept aside
  --only-kept-aside      run only those
  --as-of <day>          YYYY-MM-DD, for cases that name no day (default: today)
  --filter <text>        only cases with this text in their id, question or tags
  --concurrency <n>      questions under way at once, 1 to 32 (default: 2)
  --search               also ask the plain search, so that retrieval is measured apart from answers
  --resume               go on where the last run into the same folder was cut off
  --judge openai:<url>   a language model that judges statements, with --judge-model <name>
  --json                 print the report as JSON
  --print-case-schema    print the JSON Schema of a case

npm run eval -- --compare <before> <after>             two report.json, or the folders of two runs: a paired test;
                                                       writes comparison.html into the folder of --report
npm run eval -- --history                              the trend over the runs in the report folder
npm run eval -- propose | report | accept              new cases (--help tells more)`;

const parse = (args: readonly string[]) =>
  parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      target: { type: "string" },
      model: { type: "string" },
      judge: { type: "string" },
      "judge-model": { type: "string" },
      cases: { type: "string", default: "eval/cases/seeds.jsonl" },
      documents: { type: "string", multiple: true, default: [] },
      report: { type: "string", default: "eval/reports" },
      thresholds: { type: "string" },
      "include-kept-aside": { type: "boolean", default: false },
      "only-kept-aside": { type: "boolean", default: false },
      "as-of": { type: "string" },
      filter: { type: "string" },
      concurrency: { type: "string", default: "2" },
      search: { type: "boolean", default: false },
      resume: { type: "boolean", default: false },
      compare: { type: "boolean", default: false },
      history: { type: "boolean", default: false },
      json: { type: "boolean", default: false },
      "print-case-schema": { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
  });

type Values = ReturnType<typeof parse>["values"];

const isHttp = (address: string): boolean => /^https?:$/.test(URL.parse(address)?.protocol ?? "");

const readTarget = ({ target, model }: Values): Pick<CliOptions, "target" | "model"> => {
  if (target !== undefined && !isHttp(target.replace(/^openai:/, ""))) {
    throw wrongOption("--target expects an http(s) address, or one after openai:", USAGE);
  }
  if ((target?.startsWith("openai:") ?? false) !== (model !== undefined)) {
    throw wrongOption("--target openai:<url> and --model <name> belong together", USAGE);
  }
  return { target: target ?? null, model: model ?? null };
};

const readJudge = (values: Values): CliOptions["judge"] => {
  const { judge, "judge-model": model } = values;
  if (judge === undefined && model === undefined) return null;
  const baseUrl = judge?.startsWith("openai:") === true ? judge.slice("openai:".length) : "";
  if (model === undefined || !isHttp(baseUrl)) {
    throw wrongOption("--judge openai:<url> and --judge-model <name> belong together", USAGE);
  }
  return { baseUrl, model };
};

const readConcurrency = ({ concurrency }: Values): number => {
  const value = Number(concurrency);
  if (!Number.isInteger(value) || value < 1 || value > 32) {
    throw wrongOption("--concurrency expects a whole number from 1 to 32", USAGE);
  }
  return value;
};

const readDay = (values: Values): string | null => {
  const asOf = values["as-of"] ?? null;
  if (asOf !== null && (asOf.length !== 10 || !isPartialDate(asOf))) {
    throw wrongOption("--as-of expects YYYY-MM-DD", USAGE);
  }
  return asOf;
};

const modeOf = (values: Values): CliOptions["mode"] => {
  if (values.help) return "help";
  if (values["print-case-schema"]) return "print-case-schema";
  if (values.compare) return "compare";
  return values.history ? "history" : "run";
};

/** @throws PolicyError `invalid_option` */
export const parseCliOptions = (args: readonly string[]): CliOptions => {
  try {
    const { values, positionals } = parse(args);
    const [before, after] = positionals;
    if (values.compare && (before === undefined || after === undefined || positionals.length > 2)) {
      throw wrongOption(
        "--compare expects two runs, before and after: their report.json or its folder",
        USAGE,
      );
    }
    if (!values.compare && before !== undefined) throw wrongOption(`“${before}” is no option`, USAGE);
    return {
      ...readTarget(values),
      judge: readJudge(values),
      casesFile: values.cases,
      reportFolder: values.report,
      thresholdsFile: values.thresholds ?? null,
      keptAside: values["only-kept-aside"] ? "only" : values["include-kept-aside"] ? "include" : "exclude",
      json: values.json,
      filter: values.filter ?? null,
      asOf: readDay(values),
      documents: values.documents,
      concurrency: readConcurrency(values),
      search: values.search,
      resume: values.resume,
      compare: before === undefined || after === undefined ? null : [before, after],
      mode: modeOf(values),
    };
  } catch (error) {
    if (error instanceof PolicyError) throw error;
    throw wrongOption(error instanceof Error ? error.message : String(error), USAGE, error);
  }
};
