import { appendFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { AssistantClient } from "./assistant-client.ts";
import type { EvalCase } from "./case-schema.ts";
import { madeCase, madeReply } from "./metrics/made-run.ts";
import { runCases } from "./run-cases.ts";
import { openJournal } from "./run-journal.ts";

const HEAD = { target: null, asOf: null, search: false };
const CASES = ["a", "b", "c", "d", "e"].map((id) => madeCase({ id, question: `${id}？` }));

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "zhengwen-journal-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const none = () => Promise.reject(new Error("not asked for"));

/** A client that answers, save for one question, and keeps what it was asked. */
const clientFailingAt = (failing: string | null) => {
  const asked: string[] = [];
  const client: AssistantClient = {
    target: "made",
    answer: ({ question }) => {
      asked.push(question);
      return question === failing
        ? Promise.reject(new Error("HTTP 500"))
        : Promise.resolve(madeReply({ answer: question }));
    },
    search: () => Promise.resolve(null),
    documents: none,
    document: none,
    clause: none,
  };
  return { client, asked };
};

const runWith = async (file: string, cases: readonly EvalCase[], resume: boolean, failing: string | null) => {
  const journal = openJournal(file, HEAD, resume);
  const { client, asked } = clientFailingAt(failing);
  const runs = await runCases(client, cases, {
    concurrency: 2,
    repeats: 0,
    asOf: null,
    known: (each) => journal.known(each),
    onRun: (run) => journal.add(run),
  });
  return { asked, runs };
};

describe("a run that was cut off", () => {
  it("goes on with what was not asked, and asks again what failed", async () => {
    const file = join(folder, "run.jsonl");
    await runWith(file, CASES.slice(0, 3), false, "b？");
    appendFileSync(file, '{"evalCase":{"id":"d"');
    const { asked, runs } = await runWith(file, CASES, true, null);
    expect(asked.toSorted()).toEqual(["b？", "d？", "e？"]);
    expect(runs.map((run) => run.reply?.answer)).toEqual(CASES.map(({ question }) => question));
    const again = await runWith(file, CASES, true, null);
    expect(again.asked).toEqual([]);
    expect(again.runs).toEqual(runs.map((run) => ({ ...run, latencyMs: expect.any(Number) })));
  });
  it("asks again what was changed in the cases since", async () => {
    const file = join(folder, "changed.jsonl");
    await runWith(file, CASES, false, null);
    const changed = CASES.map((each) => (each.id === "c" ? { ...each, asOf: "2026-01-01" } : each));
    expect((await runWith(file, changed, true, null)).asked).toEqual(["c？"]);
  });
  it("begins anew without resume, and does not go on with another run", async () => {
    const file = join(folder, "other.jsonl");
    await runWith(file, CASES, false, null);
    expect((await runWith(file, CASES, false, null)).asked).toHaveLength(5);
    expect(readFileSync(file, "utf8").trim().split("\n")).toHaveLength(6);
    expect(() => openJournal(file, { ...HEAD, target: "http://localhost:9" }, true)).toThrow(/--resume/);
  });
});
