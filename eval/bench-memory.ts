import { fileURLToPath } from "node:url";
import { createAssistantClient } from "./assistant-client.ts";
import { loadCases } from "./load-cases.ts";
import { textTable } from "./report/text-table.ts";
import { residentMemory } from "./resident-memory.ts";
import { runCases } from "./run-cases.ts";
import { withServerProcess } from "./server-process.ts";
import { readSourceDocuments } from "./source-documents.ts";

/** The bar, in MB (10⁶ bytes) of resident memory. */
const LIMIT_MB = 700;
const QUESTIONS = 100;
const path = (name: string): string => fileURLToPath(new URL(name, import.meta.url));

const cases = loadCases(path("cases/seeds.jsonl"), readSourceDocuments([path("../seeds/")]));
const different = [...new Map(cases.map((each) => [each.question, each])).values()].slice(0, QUESTIONS);

process.exitCode = await withServerProcess(async ({ url, pid }) => {
  const before = residentMemory(pid);
  let sampled = before.now;
  const runs = await runCases(createAssistantClient(url), different, {
    concurrency: 2,
    repeats: 0,
    asOf: null,
    onProgress: () => {
      sampled = Math.max(sampled, residentMemory(pid).now);
    },
  });
  const after = residentMemory(pid);
  const peak = after.peak ?? sampled;
  const answered = runs.filter((run) => run.reply !== null).length;
  const row = (name: string, value: number): string[] => [
    name,
    value.toFixed(0),
    (value / LIMIT_MB).toFixed(2),
  ];
  process.stdout.write(
    `${textTable([
      ["resident memory", "MB", `of ${LIMIT_MB} MB`],
      row("ready, before questions", before.now),
      row(`after ${answered} questions`, after.now),
      row("most during the questions", sampled),
      // The first start also ingests the seeds; its peak is part of this.
      row("peak since the start", peak),
    ])}\n`,
  );
  return answered === different.length && peak <= LIMIT_MB ? 0 : 1;
});
