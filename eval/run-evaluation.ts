import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { PolicyError } from "../src/policy/policy-error.ts";
import type { AssistantClient } from "./assistant-client.ts";
import { createAssistantClient } from "./assistant-client.ts";
import type { EvalCase } from "./case-schema.ts";
import type { CliOptions } from "./cli-options.ts";
import { evaluate } from "./evaluate.ts";
import type { Evaluation } from "./evaluation.ts";
import { loadCases } from "./load-cases.ts";
import { chatEndpoint } from "./openai/chat-completion.ts";
import { judgeRuns } from "./openai/judge-runs.ts";
import { createOpenAiClient } from "./openai/openai-client.ts";
import { runCases } from "./run-cases.ts";
import { openJournal } from "./run-journal.ts";
import { progressLine, say } from "./say.ts";
import { selectCases } from "./select-cases.ts";
import { withServerProcess } from "./server-process.ts";
import type { SourceDocuments } from "./source-documents.ts";
import { readSourceDocuments } from "./source-documents.ts";
import { fetchTargetDocuments } from "./target-documents.ts";
import { readThresholds } from "./thresholds.ts";

const REPEATS = 12;
const SOURCES = ["../seeds/", "./documents/"].map((path) => fileURLToPath(new URL(path, import.meta.url)));

/** The project's own sources and those of further folders. */
export const readSources = (folders: readonly string[]): SourceDocuments =>
  readSourceDocuments([...SOURCES.filter((folder) => existsSync(folder)), ...folders]);

const readCases = (options: CliOptions, sources: SourceDocuments): EvalCase[] => {
  const cases = selectCases(loadCases(options.casesFile, sources), options);
  if (cases.length > 0) return cases;
  throw new PolicyError({
    code: "no_cases",
    status: 400,
    message: { zh: "没有符合条件的用例。", en: "No case matches the options." },
  });
};

const evaluateClient = async (
  client: AssistantClient,
  cases: readonly EvalCase[],
  options: CliOptions,
): Promise<Evaluation> => {
  const { target, asOf, search, judge } = options;
  const thresholds = readThresholds(options.thresholdsFile ?? new URL("thresholds.json", import.meta.url));
  // A target that is not there is an error, not a row of failed cases.
  await client.documents();
  const startedAt = new Date().toISOString();
  const file = join(options.reportFolder, "run.jsonl");
  const journal = openJournal(file, { target, asOf, search }, options.resume);
  const asked = cases.filter((each) => journal.known(each) === null);
  const kept = cases.length - asked.length;
  say(`Asking ${asked.length} questions at ${client.target}${kept > 0 ? `; ${kept} were asked before` : ""}`);
  const answered = await runCases(client, cases, {
    concurrency: options.concurrency,
    repeats: REPEATS,
    asOf,
    search,
    known: (each) => journal.known(each),
    onRun: (run) => journal.add(run),
    onProgress: progressLine(kept),
  });
  if (judge !== null) say(`Asking ${judge.model} to judge`);
  const runs =
    judge === null
      ? answered
      : await judgeRuns(chatEndpoint(judge.baseUrl, judge.model), answered, options.concurrency);
  const replies = runs.flatMap(({ reply }) => (reply === null ? [] : [reply]));
  const keys = cases
    .flatMap((each) => each.evidence.flatMap(({ anyOf }) => anyOf))
    .map((each) => each.document);
  const documents = await fetchTargetDocuments(client, replies, keys);
  return evaluate(runs, documents, thresholds, {
    target: client.target,
    startedAt,
    casesFile: options.casesFile,
    judge: judge?.model ?? null,
  });
};

/**
 * Asks the cases of the options at their target and scores what comes back. The run is kept as it goes in
 * `run.jsonl` of the report folder.
 * @throws PolicyError for cases or thresholds that are wrong and for a target that is not there
 */
export const runEvaluation = async (options: CliOptions): Promise<Evaluation> => {
  const sources = readSources(options.documents);
  const cases = readCases(options, sources);
  const { target, model } = options;
  if (target === null) {
    say("Starting the server");
    return withServerProcess((server) => evaluateClient(createAssistantClient(server.url), cases, options));
  }
  const client =
    model === null
      ? createAssistantClient(target)
      : createOpenAiClient(chatEndpoint(target.replace(/^openai:/, ""), model), sources);
  return evaluateClient(client, cases, options);
};
