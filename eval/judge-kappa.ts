import type { CaseRun } from "./case-run.ts";
import { citationsOf } from "./cited-sources.ts";
import { whyUnsupported } from "./statement-support.ts";

/**
 * Cohen's kappa (1960) between the judge and the rules: agreement beyond what chance gives; 1 is full, 0 is
 * none. Null where nothing was judged, or where both always say the same one thing.
 */
export const judgeKappa = (runs: readonly CaseRun[]): number | null => {
  const pairs = runs.flatMap(({ reply, judged }) =>
    (reply?.statements ?? []).flatMap((statement, at) => {
      const verdict = judged?.[at] ?? null;
      if (reply === null || verdict === null) return [];
      return [{ verdict, rules: whyUnsupported(statement, citationsOf(reply, statement)) === null }];
    }),
  );
  if (pairs.length === 0) return null;
  const share = (of: (pair: (typeof pairs)[number]) => boolean): number =>
    pairs.filter((pair) => of(pair)).length / pairs.length;
  const observed = share(({ verdict, rules }) => verdict === rules);
  const judgeYes = share(({ verdict }) => verdict);
  const rulesYes = share(({ rules }) => rules);
  const chance = judgeYes * rulesYes + (1 - judgeYes) * (1 - rulesYes);
  return chance === 1 ? null : (observed - chance) / (1 - chance);
};
