import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { DocumentReply } from "../../src/contract/documents.ts";
import type { MatchReply, MatchRequest } from "../../src/contract/match.ts";
import { MatchReplySchema } from "../../src/contract/match.ts";
import { createAssistantClient } from "../assistant-client.ts";
import { withServerProcess } from "../server-process.ts";
import type { MatchCase } from "./match-case.ts";
import { MatchCaseSchema } from "./match-case.ts";
import type { CaseScore } from "./score-case.ts";
import { scoreCase } from "./score-case.ts";
import { matchingReport } from "./matching-report.ts";
import { roundsReport, runRounds } from "./run-rounds.ts";

const USAGE = `npm run eval:match -- [options]

  --target <url>        a server that has the documents of eval/matching/documents and the seeds
                        (default: start one of this project over them)
  --include-kept-aside  also run the cases that are kept aside
  --only-kept-aside     run only those
  --rounds <folder>     judge the companies of the .yaml files of this folder instead, each text in an index
                        of its own server (as in eval/matching/rounds/<n>)
  --json                print the scores as JSON`;

const FOLDERS = ["./documents/", "../../seeds/"].map((each) => fileURLToPath(new URL(each, import.meta.url)));
const LIMIT = 100;
const VERDICTS_WANTED = 0.95;

const readCases = (): MatchCase[] =>
  readFileSync(new URL("cases.jsonl", import.meta.url), "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => MatchCaseSchema.parse(JSON.parse(line)));

const match = async (target: string, request: MatchRequest): Promise<MatchReply> => {
  const response = await fetch(new URL("/api/match", target), {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(request),
  });
  return MatchReplySchema.parse(await response.json());
};

const runCases = async (target: string, cases: readonly MatchCase[]): Promise<CaseScore[]> => {
  const client = createAssistantClient(target);
  const ids = new Map((await client.documents()).map(({ file, documentId }) => [file.name, documentId]));
  const documents = new Map<string, DocumentReply>();
  const scores: CaseScore[] = [];
  for (const each of cases) {
    const documentId = ids.get(each.document);
    if (documentId === undefined) throw new TypeError(`The target has no document ${each.document}.`);
    const document = documents.get(documentId) ?? (await client.document(documentId));
    documents.set(documentId, document);
    const { profile, asOf } = each;
    const reply = await match(target, { profile, asOf, limit: LIMIT, documentIds: [documentId] });
    scores.push(scoreCase(each, reply, document));
  }
  return scores;
};

/** @returns the exit status: 0 where enough verdicts are right and no promise is broken */
const main = async (): Promise<number> => {
  const { values } = parseArgs({
    options: {
      target: { type: "string" },
      "include-kept-aside": { type: "boolean", default: false },
      "only-kept-aside": { type: "boolean", default: false },
      rounds: { type: "string" },
      json: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) {
    process.stdout.write(`${USAGE}\n`);
    return 0;
  }
  if (values.rounds !== undefined) {
    const results = await runRounds(values.rounds, match);
    process.stdout.write(
      values.json ? `${JSON.stringify(results, null, 2)}\n` : `${roundsReport(results)}\n`,
    );
    return results.filter(({ right }) => right).length >= VERDICTS_WANTED * results.length ? 0 : 1;
  }
  const only = values["only-kept-aside"];
  const cases = readCases().filter(({ keptAside }) =>
    only ? keptAside : values["include-kept-aside"] || !keptAside,
  );
  const run = async (target: string): Promise<CaseScore[]> => runCases(target, cases);
  const scores =
    values.target === undefined
      ? await withServerProcess(({ url }) => run(url), FOLDERS)
      : await run(values.target);
  const { text, verdictsRight } = matchingReport(scores);
  process.stdout.write(values.json ? `${JSON.stringify(scores, null, 2)}\n` : `${text}\n`);
  return verdictsRight >= VERDICTS_WANTED && scores.every(({ faults }) => faults.length === 0) ? 0 : 1;
};

process.exitCode = await main();
