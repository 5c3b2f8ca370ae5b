import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { adversarialSentences } from "../eval/verification/adversarial-statements.ts";
import { honestParaphrases } from "../eval/verification/honest-paraphrases.ts";
import { labelledStatements } from "../eval/verification/labelled-statements.ts";
import { nearParaphrases } from "../eval/verification/near-paraphrases.ts";
import { sharedWords } from "../eval/verification/shared-words.ts";
import { REWORDED_THRESHOLD } from "../src/verification/reworded-from-quote.ts";
import type { UnsupportedReason } from "../src/verification/verify-statement.ts";
import { failedChecks } from "../src/verification/verify-statement.ts";
import { isWordedFrom } from "../src/verification/worded-from.ts";
import { curvePicture, verificationCurve } from "./verification-curve.ts";

/**
 * The curve between honest and adversarial statements: what passes when only the first checks are made, then
 * one more, up to all of them, and then what passes as a free rewording, over the threshold of its score.
 * `--kept-aside` measures the half of the paraphrases that nothing was tuned on, `--pairs-kept-aside` that of the
 * pairs; the picture of the curve is written to eval/verification.
 */

const LEVELS: readonly UnsupportedReason[] = ["number", "name", "negation", "modality", "lexical", "copy"];

const { values } = parseArgs({
  options: {
    "kept-aside": { type: "boolean", default: false },
    "pairs-kept-aside": { type: "boolean", default: false },
  },
});
/** Mistakes of each kind made in honest rewordings. */
const MOST_OF_A_KIND = 200;

interface Judged {
  readonly group: string;
  readonly failed: readonly UnsupportedReason[];
}

const paraphrases = (["honest", "closer"] as const).flatMap((set) =>
  honestParaphrases(set).filter(({ keptAside }) => keptAside === values["kept-aside"]),
);
const honest: Judged[] = paraphrases.map(({ statement, quote, language }) => {
  const shared = language === "zh" ? sharedWords(statement, quote) : 0;
  const share = shared <= 0.5 ? "to 50%" : shared <= 0.7 ? "50-70%" : shared <= 0.85 ? "70-85%" : "over 85%";
  return {
    group: language === "en" ? "honest, English" : `honest, shares ${share}`,
    failed: failedChecks(statement, [quote], []),
  };
});
const adversarial: Judged[] = [
  ...adversarialSentences(110),
  ...nearParaphrases().map(({ quote, statement }) => ({
    kind: "reworded by hand",
    quotes: [quote],
    statement,
  })),
].map(({ kind, statement, quotes }) => ({ group: kind, failed: failedChecks(statement, quotes, []) }));

const row = (group: string, judged: readonly Judged[]): string => {
  const cells = [0, ...LEVELS.map((_, level) => level + 1)].map((level) => {
    const made = new Set(LEVELS.slice(0, level));
    const passed = judged.filter(({ failed }) => !failed.some((reason) => made.has(reason))).length;
    return `${passed}`.padStart(9);
  });
  return `${group.padEnd(30)}${String(judged.length).padStart(6)}${cells.join("")}`;
};

const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

print(`Passed after the checks up to …${values["kept-aside"] ? " (kept-aside half)" : ""}`);
print(`${"".padEnd(30)}${"of".padStart(6)}${["none", ...LEVELS].map((level) => level.padStart(9)).join("")}`);
for (const [group, judged] of [...Map.groupBy(honest, ({ group: name }) => name)].toSorted(([one], [two]) =>
  one.localeCompare(two),
))
  print(row(group, judged));
print(
  row(
    "honest, Chinese, to 70%",
    honest.filter(({ group }) => /to 50%|50-70%/.test(group)),
  ),
);
for (const [group, judged] of Map.groupBy(adversarial, ({ group: name }) => name)) print(row(group, judged));
print(row("adversarial, all kinds", adversarial));

const reworded = paraphrases.filter(({ language }) => language === "zh");
const found = reworded.filter(({ statement, quote }) => isWordedFrom(statement, quote));
print(
  `\nOf ${reworded.length} honest rewordings in Chinese, ${found.length} are shown as the sentence they were worded from.`,
);

const half = values["pairs-kept-aside"]
  ? "pairs-kept-aside"
  : values["kept-aside"]
    ? "paraphrases-kept-aside"
    : "fitted";
const labelled = labelledStatements(half, MOST_OF_A_KIND);
const curve = verificationCurve(labelled, REWORDED_THRESHOLD);
const count = (isHonest: boolean, isLoose: boolean): number =>
  labelled.filter((each) => each.isHonest === isHonest && each.shared <= 0.7 === isLoose).length;
const wrong = labelled.filter(({ isHonest }) => !isHonest).length;
print(
  `\nFree rewordings over the threshold (${half}): ${count(true, true)} honest that share to 70%, ` +
    `${count(true, false)} that share more, ${wrong} wrong`,
);
print("threshold  to 70%   over   wrong");
const percent = (share: number): string => `${(100 * share).toFixed(1)}%`.padStart(7);
for (const { threshold, loose, close, wrong: passed, wrongCount } of curve)
  print(
    `${threshold.toFixed(3).padStart(9)}${percent(loose)}${percent(close)}${percent(passed)} (${wrongCount})` +
      (threshold === REWORDED_THRESHOLD ? "  <- learnt" : ""),
  );
writeFileSync(
  new URL(`../eval/verification/curve-${half}.svg`, import.meta.url),
  curvePicture(curve, REWORDED_THRESHOLD, `Statements that pass (${half}), by threshold`),
);
