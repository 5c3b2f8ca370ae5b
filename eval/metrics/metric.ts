import type { Counts } from "../bootstrap.ts";
import type { CaseRun } from "../case-run.ts";
import type { TargetDocuments } from "../target-documents.ts";

/** What one case adds to a metric, and in words what was wrong, for the list of failing cases. */
interface CaseScore extends Counts {
  readonly findings: readonly string[];
}

/** A rate over all cases: Σhits/Σtotal. */
export interface Metric {
  /** Stable, for thresholds and reports. */
  readonly name: string;
  readonly title: string;
  readonly better: "higher" | "lower";
  /** Null where the metric does not apply to the case. */
  score(run: CaseRun, target: TargetDocuments): CaseScore | null;
}

/** Cuts a text for a finding. */
export const shorten = (text: string, length = 60): string =>
  text.length > length ? `${text.slice(0, length)}…` : text;
