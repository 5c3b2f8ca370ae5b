import { PolicyError } from "../../src/policy/policy-error.ts";
import { percentile } from "../percentile.ts";
import type { CountsPair } from "./paired-test.ts";
import { holmAdjusted, mcNemarExact, randomisationTest, rateDifference } from "./paired-test.ts";
import type { PastRun } from "./past-run.ts";

/** Below this a difference is not put down to chance. */
const SIGNIFICANT = 0.05;
const NOTHING = { hits: 0, total: 0 };

export interface MetricComparison {
  readonly name: string;
  readonly title: string;
  readonly better: "higher" | "lower";
  readonly before: number;
  readonly after: number;
  readonly difference: number;
  /** Cases whose counts differ. */
  readonly changed: number;
  /** Of the paired randomisation test, corrected after Holm for the number of metrics. */
  readonly p: number;
  readonly verdict: "better" | "worse" | "no difference shown";
}

/** Two runs over the cases that both asked. */
export interface Comparison {
  readonly before: Pick<PastRun, "startedAt" | "target" | "casesFile">;
  readonly after: Pick<PastRun, "startedAt" | "target" | "casesFile">;
  readonly cases: number;
  /** Cases that only one of the runs has: left out. */
  readonly leftOut: number;
  /** Cases that ask or expect something else in the later run: left out. */
  readonly changedCases: readonly string[];
  /** Titles of metrics that only one of the runs counted, such as those of `--search`: not compared. */
  readonly inOneRun: readonly string[];
  readonly metrics: readonly MetricComparison[];
  /** Cases that failed before and pass now, and the other way round; p of McNemar's exact test. */
  readonly fixed: readonly string[];
  readonly broken: readonly string[];
  readonly passP: number;
  /** Medians, in milliseconds. */
  readonly latencyMs: { readonly before: number | null; readonly after: number | null };
  /** Whether anything became worse beyond chance. */
  readonly worse: boolean;
}

type PastCase = PastRun["cases"][number];
interface Pair {
  readonly before: PastCase;
  readonly after: PastCase;
}

const pooledRate = (cases: readonly PastCase[], name: string): number => {
  const sum = (of: "hits" | "total"): number =>
    cases.reduce((all, each) => all + (each.scores[name]?.[of] ?? 0), 0);
  return sum("total") === 0 ? 0 : sum("hits") / sum("total");
};

const counts = (cases: readonly PastCase[], name: string): boolean =>
  cases.some((each) => (each.scores[name]?.total ?? 0) > 0);

/** Whether both runs asked and expected the same; kinds, and being kept aside, change neither. */
const isSameCase = (before: PastCase, after: PastCase): boolean => {
  const [earlier, later] = [before, after].map(({ evalCase }) =>
    JSON.stringify({ ...evalCase, tags: null, keptAside: null }),
  );
  return earlier === later;
};

const passed = (each: PastCase): boolean => each.findings.length === 0;

const verdictOf = (
  difference: number,
  better: "higher" | "lower",
  p: number,
): MetricComparison["verdict"] => {
  if (p >= SIGNIFICANT || difference === 0) return "no difference shown";
  return difference > 0 === (better === "higher") ? "better" : "worse";
};

const compareMetrics = (pairs: readonly Pair[], metrics: PastRun["metrics"]): MetricComparison[] => {
  const compared = metrics.map(({ name, title, better }) => {
    const both = pairs.map(({ before, after }): CountsPair => ({
      before: before.scores[name] ?? NOTHING,
      after: after.scores[name] ?? NOTHING,
    }));
    const counted = both.filter(({ before, after }) => before.total > 0 || after.total > 0);
    return {
      name,
      title,
      better,
      before: pooledRate(
        pairs.map((pair) => pair.before),
        name,
      ),
      after: pooledRate(
        pairs.map((pair) => pair.after),
        name,
      ),
      difference: rateDifference(counted),
      changed: counted.filter(
        ({ before, after }) => before.hits !== after.hits || before.total !== after.total,
      ).length,
      raw: randomisationTest(counted),
    };
  });
  const adjusted = holmAdjusted(compared.map(({ raw }) => raw));
  return compared.map(({ raw, ...metric }, at) => {
    const p = adjusted[at] ?? raw;
    return { ...metric, p, verdict: verdictOf(metric.difference, metric.better, p) };
  });
};

const about = ({ startedAt, target, casesFile }: PastRun): Comparison["before"] => ({
  startedAt,
  target,
  casesFile,
});

/**
 * Compares two runs case by case.
 * @throws PolicyError `nothing_to_compare` where they have no case in common
 */
export const compareRuns = (before: PastRun, after: PastRun): Comparison => {
  const earlier = new Map(before.cases.map((each) => [each.evalCase.id, each]));
  const inBoth = after.cases.flatMap((each): Pair[] => {
    const match = earlier.get(each.evalCase.id);
    return match === undefined ? [] : [{ before: match, after: each }];
  });
  const pairs = inBoth.filter((pair) => isSameCase(pair.before, pair.after));
  if (pairs.length === 0) {
    throw new PolicyError({
      code: "nothing_to_compare",
      status: 400,
      message: { zh: "两次评测没有相同的用例。", en: "The two runs have no case in common." },
    });
  }
  const idsOf = (of: (pair: Pair) => boolean): string[] =>
    pairs.filter((pair) => of(pair)).map((pair) => pair.after.evalCase.id);
  const fixed = idsOf((pair) => !passed(pair.before) && passed(pair.after));
  const broken = idsOf((pair) => passed(pair.before) && !passed(pair.after));
  const passP = mcNemarExact(fixed.length, broken.length);
  // A metric that one run did not count has no rate there, and 0 would be taken for a bad one.
  const countedIn = (name: string): number =>
    [pairs.map((pair) => pair.before), pairs.map((pair) => pair.after)].filter((run) => counts(run, name))
      .length;
  const metrics = compareMetrics(
    pairs,
    after.metrics.filter(({ name }) => countedIn(name) === 2),
  );
  const median = (of: (pair: Pair) => PastCase): number | null =>
    percentile(
      pairs.map((pair) => of(pair).latencyMs),
      0.5,
    );
  return {
    before: about(before),
    after: about(after),
    cases: pairs.length,
    leftOut: before.cases.length + after.cases.length - 2 * inBoth.length,
    changedCases: inBoth
      .filter((pair) => !isSameCase(pair.before, pair.after))
      .map((pair) => pair.after.evalCase.id),
    inOneRun: after.metrics.filter(({ name }) => countedIn(name) === 1).map(({ title }) => title),
    metrics,
    fixed,
    broken,
    passP,
    latencyMs: { before: median((pair) => pair.before), after: median((pair) => pair.after) },
    worse:
      metrics.some(({ verdict }) => verdict === "worse") ||
      (passP < SIGNIFICANT && broken.length > fixed.length),
  };
};
