import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { array, assert, double, integer, property } from "fast-check";
import { describe, expect, it } from "vitest";
import { comparisonText } from "../report/comparison-report.ts";
import { compareRuns } from "./compare-runs.ts";
import { holmAdjusted, mcNemarExact, randomisationTest } from "./paired-test.ts";
import type { PastRun } from "./past-run.ts";
import { readPastRun } from "./past-run.ts";

const METRICS: PastRun["metrics"] = [
  { name: "evidenceRecall", title: "Evidence recall", better: "higher" },
  { name: "falseRefusals", title: "False refusals", better: "lower" },
];

/** A run of `count` cases, of which those below `right` find their evidence and the others are refused. */
const run = (right: number, count = 40): PastRun => ({
  startedAt: "2026-01-01T00:00:00Z",
  target: "http://127.0.0.1:1",
  casesFile: "cases.jsonl",
  metrics: METRICS,
  cases: Array.from({ length: count }, (_, at) => ({
    evalCase: { id: `c${at}`, question: `${at}？` },
    scores: {
      evidenceRecall: { hits: at < right ? 1 : 0, total: 1 },
      falseRefusals: { hits: at < right ? 0 : 1, total: 1 },
    },
    findings: at < right ? [] : [{ metric: "evidenceRecall", text: "not cited" }],
    latencyMs: 10,
  })),
});
const verdicts = (before: number, after: number) =>
  compareRuns(run(before), run(after)).metrics.map(({ verdict }) => verdict);

describe("compareRuns", () => {
  it("says worse and better by the direction of each metric", () => {
    expect(verdicts(36, 20)).toEqual(["worse", "worse"]);
    expect(verdicts(20, 36)).toEqual(["better", "better"]);
    expect(compareRuns(run(36), run(20))).toMatchObject({ worse: true, fixed: [], cases: 40, leftOut: 0 });
    expect(compareRuns(run(36), run(20)).broken).toHaveLength(16);
  });
  it("puts a small difference down to chance, and finds none between a run and itself", () => {
    expect(verdicts(36, 34)).toEqual(["no difference shown", "no difference shown"]);
    expect(compareRuns(run(30), run(30))).toMatchObject({ worse: false, passP: 1 });
    expect(compareRuns(run(30), run(30)).metrics.map(({ p }) => p)).toEqual([1, 1]);
  });
  it("leaves out cases that only one run has, or that ask something else", () => {
    const after = run(10, 12);
    const [first, ...rest] = after.cases;
    if (first === undefined) throw new TypeError("There are cases.");
    const changed = { ...first, evalCase: { ...first.evalCase, question: "another" } };
    expect(compareRuns(run(10, 10), { ...after, cases: [changed, ...rest] })).toMatchObject({
      cases: 9,
      leftOut: 2,
      changedCases: ["c0"],
    });
    expect(() => compareRuns(run(0, 0), after)).toThrow(/no case in common/);
  });
  it("leaves out cases that expect something else, and says which", () => {
    const changed = run(10).cases.map((each, at) => ({
      ...each,
      evalCase: { ...each.evalCase, tags: ["new"], ...(at === 3 ? { requiredFacts: [["3"]] } : {}) },
    }));
    const comparison = compareRuns(run(10), { ...run(10), cases: changed });
    expect(comparison).toMatchObject({ cases: 39, leftOut: 0, changedCases: ["c3"] });
    expect(comparisonText(comparison)).toContain("Changed: c3");
  });
  it("takes a metric that only one run counted for neither worse nor better", () => {
    const searched = {
      ...run(30),
      metrics: [...METRICS, { name: "retrievalRank", title: "Rank", better: "higher" as const }],
      cases: run(30).cases.map((each) => ({
        ...each,
        scores: { ...each.scores, retrievalRank: { hits: 1, total: 1 } },
      })),
    };
    const unsearched = { ...run(30), metrics: searched.metrics };
    for (const comparison of [compareRuns(searched, unsearched), compareRuns(unsearched, searched)]) {
      expect(comparison).toMatchObject({ worse: false, inOneRun: ["Rank"] });
      expect(comparison.metrics.map(({ name }) => name)).toEqual(["evidenceRecall", "falseRefusals"]);
      expect(comparisonText(comparison)).toContain("not compared: Rank");
    }
  });
  it("names the cases in the text", () => {
    const text = comparisonText(compareRuns(run(40), run(38)));
    expect(text).toContain("Went wrong: c38, c39");
    expect(text).toContain("Nothing worse beyond chance.");
  });
});

const pair = (before: number, after: number) => ({
  before: { hits: before, total: 1 },
  after: { hits: after, total: 1 },
});

describe("the tests behind it", () => {
  it("agree with tables", () => {
    // Two-sided binomial with p = 1/2: 1 of 10, and 0 of 6.
    expect(mcNemarExact(1, 9)).toBeCloseTo(0.0215, 4);
    expect(mcNemarExact(6, 0)).toBeCloseTo(0.03125, 6);
    expect(mcNemarExact(5, 5)).toBe(1);
    expect(mcNemarExact(0, 0)).toBe(1);
    expect(mcNemarExact(600, 900)).toBeLessThan(1e-10);
    expect(holmAdjusted([0.01, 0.04, 0.03])).toEqual([0.03, 0.06, 0.06]);
  });
  it("randomisation comes near the exact test where cases are right or wrong", () => {
    const pairs = [
      ...Array.from({ length: 9 }, () => pair(0, 1)),
      pair(1, 0),
      ...Array.from({ length: 20 }, () => pair(1, 1)),
    ];
    expect(randomisationTest(pairs)).toBeCloseTo(mcNemarExact(9, 1), 2);
  });
  it("are probabilities, and Holm makes none smaller", () => {
    assert(
      property(integer({ min: 0, max: 60 }), integer({ min: 0, max: 60 }), (fixed, broken) => {
        const p = mcNemarExact(fixed, broken);
        expect(p).toBeGreaterThan(0);
        expect(p).toBeLessThanOrEqual(1);
        expect(mcNemarExact(broken, fixed)).toBe(p);
      }),
    );
    assert(
      property(array(double({ min: 0, max: 1, noNaN: true })), (values) => {
        const adjusted = holmAdjusted(values);
        expect(adjusted.every((p, at) => p >= (values[at] ?? 0) && p <= 1)).toBe(true);
      }),
    );
  });
});

describe("readPastRun", () => {
  it("reads a report and refuses what is none", () => {
    const folder = mkdtempSync(join(tmpdir(), "zhengwen-past-"));
    try {
      const file = join(folder, "report.json");
      writeFileSync(file, JSON.stringify(run(1, 2)));
      expect(readPastRun(file)).toEqual(run(1, 2));
      expect(readPastRun(folder)).toEqual(run(1, 2));
      writeFileSync(file, "{}");
      expect(() => readPastRun(file)).toThrow(/is no report.json: startedAt/);
      expect(() => readPastRun(join(folder, "absent.json"))).toThrow(/is no report.json/);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
