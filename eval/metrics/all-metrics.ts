import { citationPrecision } from "./citation-precision.ts";
import { citationsVerbatim } from "./citations-verbatim.ts";
import { determinism } from "./determinism.ts";
import { evidenceRecall } from "./evidence-recall.ts";
import { falseRefusals } from "./false-refusals.ts";
import { forbiddenFacts } from "./forbidden-facts.ts";
import type { Metric } from "./metric.ts";
import { noticesRight } from "./notices-right.ts";
import { numbersOutsideLock } from "./numbers-outside-lock.ts";
import { offsetsRight } from "./offsets-right.ts";
import { refusalReasons } from "./refusal-reasons.ts";
import { refusalsRight } from "./refusals-right.ts";
import { replies } from "./replies.ts";
import { requiredFacts } from "./required-facts.ts";
import { statementsWithoutCitation } from "./statements-without-citation.ts";

/** Every metric, in the order in which reports show them. */
export const ALL_METRICS: readonly Metric[] = [
  replies,
  citationsVerbatim,
  offsetsRight,
  statementsWithoutCitation,
  numbersOutsideLock,
  evidenceRecall,
  citationPrecision,
  requiredFacts,
  forbiddenFacts,
  refusalsRight,
  refusalReasons,
  falseRefusals,
  noticesRight,
  determinism,
];
