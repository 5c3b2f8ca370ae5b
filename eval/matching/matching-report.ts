import type { CaseScore } from "./score-case.ts";

const share = (right: number, all: number): string =>
  all === 0 ? "–" : `${((100 * right) / all).toFixed(1)}% (${right}/${all})`;

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** The scores as text, what is wrong named case by case, and the share of verdicts that are right. */
export const matchingReport = (
  scores: readonly CaseScore[],
): { readonly text: string; readonly verdictsRight: number } => {
  const expectations = scores.flatMap((score) => score.expectations);
  const right = expectations.filter(({ verdictRight }) => verdictRight).length;
  const kinds = expectations.filter(({ kindRight }) => kindRight).length;
  const asked = scores.filter(({ missingRight }) => missingRight !== null);
  const wrong = scores.flatMap(({ matchCase, expectations: all }) =>
    all
      .filter(({ verdictRight }) => !verdictRight)
      .map(
        ({ expected, found }) =>
          `  ${matchCase.id}: ${expected.verdict} expected, ${found?.verdict ?? "not found"}`,
      ),
  );
  const faults = scores.flatMap(({ matchCase, faults: all }) =>
    all.map((fault) => `  ${matchCase.id}: ${fault}`),
  );
  const text = [
    `cases              ${scores.length}`,
    `verdict right      ${share(right, expectations.length)}`,
    `kind right         ${share(kinds, expectations.length)}`,
    `conditions shown   ${share(sum(expectations.map((each) => each.conditionsRight)), sum(expectations.map(({ expected }) => expected.conditions.length)))}`,
    `details shown      ${share(sum(expectations.map((each) => each.detailsRight)), sum(expectations.map((each) => each.detailsExpected)))}`,
    `missing fact right ${share(asked.filter(({ missingRight }) => missingRight === true).length, asked.length)}`,
    `broken promises    ${faults.length}`,
    ...(wrong.length === 0 ? [] : ["", "wrong verdicts:", ...wrong]),
    ...(faults.length === 0 ? [] : ["", "broken promises:", ...faults]),
  ].join("\n");
  return { text, verdictsRight: expectations.length === 0 ? 1 : right / expectations.length };
};
