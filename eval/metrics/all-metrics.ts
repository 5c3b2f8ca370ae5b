import { citationPrecision } from "./citation-precision.ts";
import { citationRecall } from "./citation-recall.ts";
import { citationsVerbatim } from "./citations-verbatim.ts";
import { determinism } from "./determinism.ts";
import { evidencePrecision } from "./evidence-precision.ts";
import { evidenceRecall } from "./evidence-recall.ts";
import { falseRefusals } from "./false-refusals.ts";
import { forbiddenEvidence } from "./forbidden-evidence.ts";
import { forbiddenFacts } from "./forbidden-facts.ts";
import { judgeAgreement } from "./judge-agreement.ts";
import { judgedRecall } from "./judged-recall.ts";
import type { Metric } from "./metric.ts";
import { noticesRight } from "./notices-right.ts";
import { numbersOutsideLock } from "./numbers-outside-lock.ts";
import { offsetsRight } from "./offsets-right.ts";
import { refusalReasons } from "./refusal-reasons.ts";
import { refusalsRight } from "./refusals-right.ts";
import { replies } from "./replies.ts";
import { requiredFacts } from "./required-facts.ts";
import { retrievalRank } from "./retrieval-rank.ts";
import { retrievalRecall } from "./retrieval-recall.ts";
import { spanPrecision } from "./span-precision.ts";
import { spanRecall } from "./span-recall.ts";
import { statementsWithoutCitation } from "./statements-without-citation.ts";
import { validityErrors } from "./validity-errors.ts";

/** Every metric, in the order in which reports show them. */
export const ALL_METRICS: readonly Metric[] = [
  replies,
  citationsVerbatim,
  offsetsRight,
  statementsWithoutCitation,
  citationRecall,
  citationPrecision,
  judgedRecall,
  judgeAgreement,
  numbersOutsideLock,
  evidenceRecall,
  evidencePrecision,
  spanRecall,
  spanPrecision,
  forbiddenEvidence,
  retrievalRecall,
  retrievalRank,
  requiredFacts,
  forbiddenFacts,
  refusalsRight,
  refusalReasons,
  falseRefusals,
  noticesRight,
  validityErrors,
  determinism,
];
