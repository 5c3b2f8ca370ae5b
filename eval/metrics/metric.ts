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
  /** What is counted, in words that a reader of the report understands. */
  readonly definition: string;
  /** The paper or rule that it comes from. */
  readonly source: string;
  /** True where the judge is the same set of rules that the project's own server answers by. */
  readonly selfCheck?: true;
  /** Null where the metric does not apply to the case. */
  score(run: CaseRun, target: TargetDocuments): CaseScore | null;
}

/** Cuts a text for a finding. */
export const shorten = (text: string, length = 60): string =>
  text.length > length ? `${text.slice(0, length)}…` : text;
