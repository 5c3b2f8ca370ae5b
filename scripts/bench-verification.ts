import { parseArgs } from "node:util";
import { adversarialSentences } from "../eval/verification/adversarial-statements.ts";
import { honestParaphrases } from "../eval/verification/honest-paraphrases.ts";
import { nearParaphrases } from "../eval/verification/near-paraphrases.ts";
import { sharedWords } from "../eval/verification/shared-words.ts";
import type { UnsupportedReason } from "../src/verification/verify-statement.ts";
import { failedChecks } from "../src/verification/verify-statement.ts";
import { isWordedFrom } from "../src/verification/worded-from.ts";

/**
 * The curve between honest and adversarial statements: what passes when only the first checks are made, then
 * one more, up to all of them. `--kept-aside` measures the half of the paraphrases that nothing was tuned on.
 */

const LEVELS: readonly UnsupportedReason[] = ["number", "name", "negation", "modality", "lexical", "copy"];

const { values } = parseArgs({ options: { "kept-aside": { type: "boolean", default: false } } });

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
