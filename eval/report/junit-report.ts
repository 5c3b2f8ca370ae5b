import type { CaseResult, Evaluation, MetricResult } from "../evaluation.ts";
import { escapeHtml } from "./escape-html.ts";
import { formatInterval, formatRate, formatThreshold } from "./format-value.ts";

/** Characters that XML 1.0 has no way of writing. */
const UNWRITABLE = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

const xml = (text: string): string => escapeHtml(text.replace(UNWRITABLE, "\ufffd"));

const failure = (message: string, lines: readonly string[]): string =>
  `<failure message="${xml(message)}">${xml(lines.join("\n"))}</failure>`;

const caseElement = ({ evalCase, findings, latencyMs }: CaseResult): string => {
  const name = xml(`${evalCase.id} ${evalCase.question}`);
  const [first] = findings;
  const inside =
    first === undefined
      ? ""
      : failure(
          first.text,
          findings.map(({ metric, text }) => `${metric}: ${text}`),
        );
  const time = (latencyMs / 1_000).toFixed(3);
  return `    <testcase classname="cases" name="${name}" time="${time}">${inside}</testcase>`;
};

const thresholdElement = (metric: MetricResult): string => {
  const said = `${formatRate(metric.value)} (${formatInterval(metric)}), to be ${formatThreshold(metric)}`;
  const inside = metric.met ? "" : failure(said, [metric.definition]);
  return `    <testcase classname="thresholds" name="${xml(metric.name)}" time="0">${inside}</testcase>`;
};

const suite = (name: string, elements: readonly string[], failed: number): string =>
  [
    `  <testsuite name="${name}" tests="${elements.length}" failures="${failed}">`,
    ...elements,
    "  </testsuite>",
  ].join("\n");

/** JUnit XML: a suite with the thresholds, which are the gate, and one with the cases. */
export const junitReport = ({ metrics, cases }: Evaluation): string => {
  const bounded = metrics.filter(({ threshold }) => threshold !== null);
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites>
${suite(
  "thresholds",
  bounded.map((metric) => thresholdElement(metric)),
  bounded.filter(({ met }) => !met).length,
)}
${suite(
  "cases",
  cases.map((each) => caseElement(each)),
  cases.filter(({ findings }) => findings.length > 0).length,
)}
</testsuites>
`;
};
