import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { evaluate } from "../evaluate.ts";
import type { Evaluation } from "../evaluation.ts";
import { appendHistory, readHistory } from "../history.ts";
import { MADE_TARGET, madeCase, madeCitation, madeRefusal, madeReply, madeRun } from "../metrics/made-run.ts";
import { historyText, writeHistory } from "./history-report.ts";
import { htmlReport } from "./html-report.ts";
import { junitReport } from "./junit-report.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "zhengwen-report-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const ABOUT = {
  target: "http://127.0.0.1:4321",
  startedAt: "2026-01-01T00:00:00Z",
  casesFile: "cases.jsonl",
};
const NOTICES = [{ kind: "expired" as const, documentId: "doc", text: "已到期。" }];
const good = madeRun(madeReply({ notices: NOTICES }), madeCase({ id: "good", tags: ["fact"] }));
const bad = madeRun(madeRefusal(), madeCase({ id: "bad", question: "<坏>&\u0001？", tags: ["list"] }));
const evaluation = (thresholds = {}): Evaluation => evaluate([good, bad], MADE_TARGET, thresholds, ABOUT);

describe("evaluate", () => {
  it("holds latency to its thresholds", () => {
    expect(evaluation({ latencyP50Ms: { max: 10 } }).met).toBe(true);
    expect(evaluation({ latencyP95Ms: { max: 9 } })).toMatchObject({
      met: false,
      latencyMs: { p50: { met: true }, p95: { met: false, value: 10 } },
    });
  });
  it("knows which clauses the questions cover, and which of them fail", () => {
    expect(evaluation().coverage).toMatchObject([
      {
        document: "plan",
        clauses: [
          { label: "一、", questions: 0, failed: 0 },
          { label: "二、", questions: 2, failed: 1 },
        ],
      },
    ]);
  });
  it("keeps each citation with the original around it", () => {
    const cited = madeReply({ citations: [madeCitation({ start: 17, end: 21 })] });
    const { cases } = evaluate([madeRun(cited)], MADE_TARGET, {}, ABOUT);
    const [context] = cases[0]?.contexts ?? [];
    expect(context?.pieces.map(({ text, cited: is, expected }) => [text, is, expected])).toEqual([
      ["一、总收入达到5500亿元。\n二、", false, false],
      ["认定30", true, false],
      ["0家", false, false],
      ["企业，\n到2015年", false, true],
      ["完成。", false, false],
    ]);
  });
});

describe("missed evidence", () => {
  it("is shown where it stands, also for a refusal", () => {
    const [, refused] = evaluation().cases;
    expect(refused?.missed).toMatchObject([{ document: "甲市产业规划（2011—2015年）", label: "二、" }]);
    expect(refused?.missed[0]?.pieces.filter(({ expected }) => expected).map(({ text }) => text)).toEqual([
      "企业，\n到2015年",
    ]);
    expect(evaluation().cases[0]?.missed).toEqual([]);
  });
});

describe("htmlReport", () => {
  it("draws every plot and marks what is cited in the original", () => {
    const page = htmlReport(evaluation({ evidenceRecall: { min: 0.9 } }));
    for (const label of ["by kind", "by document", "by kind", "within a time", "that questions cover"]) {
      expect(page).toMatch(new RegExp(`aria-label="[^"]*${label}`));
    }
    expect(page).toMatch(/<mark>/);
    expect(page).toMatch(/Thresholds missed/);
    expect(page).not.toContain("<坏>");
  });
});

describe("junitReport", () => {
  it("has a test for every bound and every case, and no character that XML cannot hold", () => {
    const xml = junitReport(evaluation({ evidenceRecall: { min: 0.9 }, replies: { min: 1 } }));
    expect(xml).toContain('<testsuite name="thresholds" tests="2" failures="1">');
    expect(xml).toContain('<testsuite name="cases" tests="2" failures="1">');
    expect(xml).toContain('name="bad &lt;坏&gt;&amp;\ufffd？"');
    expect(xml).toMatch(/falseRefusals: refused \(not_in_corpus\)/);
    expect(xml.match(/<testcase/g)).toHaveLength(4);
    expect(xml.match(/<failure/g)).toHaveLength(2);
  });
});

describe("the history of a folder", () => {
  it("grows with every run and shows the trend", async () => {
    expect(() => readHistory(folder)).toThrow(/run an evaluation first/);
    appendHistory(folder, evaluation());
    appendHistory(folder, {
      ...evaluation(),
      startedAt: "2026-01-02T00:00:00Z",
      target: "http://127.0.0.1:5",
    });
    const history = readHistory(folder);
    expect(history).toMatchObject([
      { passed: 1, cases: 2, metrics: { falseRefusals: { value: 0.5 } } },
      { target: "http://127.0.0.1" },
    ]);
    expect(historyText(history)).toMatch(/passed +1\/2 +1\/2/);
    await writeHistory(folder, history);
    expect(readFileSync(join(folder, "history.html"), "utf8")).toContain("False refusals over 2 runs");
  });
});
