import { adversarialSentences, adversarialStatements } from "./adversarial-statements.ts";
import { honestParaphrases } from "./honest-paraphrases.ts";
import { nearParaphrases } from "./near-paraphrases.ts";
import { rewordedPairs } from "./reworded-pairs.ts";
import { sharedWords } from "./shared-words.ts";

/** A statement with what it is said to be worded from, and whether that is so. */
export interface LabelledStatement {
  readonly group: string;
  readonly statement: string;
  readonly quotes: readonly string[];
  readonly isHonest: boolean;
  /** Share (0–1) of its content words that its quotes have. */
  readonly shared: number;
}

/** Which rewordings: those for fitting, those kept aside of the pairs, or those kept aside of the paraphrases. */
export type Half = "fitted" | "pairs-kept-aside" | "paraphrases-kept-aside";

/**
 * Honest rewordings in Chinese and statements that are wrong: the pairs' twins, rewordings by hand, and mistakes
 * made mechanically in the honest ones (`mostOfAKind` of each kind). With the half for fitting also the mistakes
 * made in the documents' own sentences.
 */
export const labelledStatements = (half: Half, mostOfAKind: number): LabelledStatement[] => {
  const pairs = rewordedPairs().filter(
    ({ keptAside }) => half !== "paraphrases-kept-aside" && keptAside === (half === "pairs-kept-aside"),
  );
  const paraphrases = (["honest", "closer"] as const)
    .flatMap((set) => honestParaphrases(set))
    .filter(
      ({ keptAside, language }) =>
        half !== "pairs-kept-aside" && language === "zh" && keptAside === (half === "paraphrases-kept-aside"),
    );
  const honest = [...pairs, ...paraphrases];
  const bases = honest.map(({ document, quote, statement }) => ({
    document: /([^/]+)\.txt$/.exec(document)?.[1] ?? "",
    quote,
    statement,
  }));
  const wrong = [
    ...pairs.flatMap(({ quote, twin }) =>
      twin === null ? [] : [{ group: "twin of a rewording", statement: twin, quotes: [quote] }],
    ),
    ...adversarialStatements(bases, mostOfAKind).map(({ kind, statement, quotes }) => ({
      group: `in a rewording: ${kind}`,
      statement,
      quotes,
    })),
    ...(half === "fitted"
      ? [
          ...nearParaphrases().map(({ quote, statement }) => ({
            group: "reworded by hand",
            statement,
            quotes: [quote],
          })),
          ...adversarialSentences(110).map(({ kind, statement, quotes }) => ({
            group: kind,
            statement,
            quotes,
          })),
        ]
      : []),
  ];
  return [
    ...honest.map(({ statement, quote }) => {
      const shared = sharedWords(statement, quote);
      return {
        group: shared <= 0.7 ? "honest, shares to 70%" : "honest, shares over 70%",
        statement,
        quotes: [quote],
        isHonest: true,
        shared,
      };
    }),
    ...wrong.map((each) => ({
      ...each,
      isHonest: false,
      shared: sharedWords(each.statement, each.quotes.join("")),
    })),
  ];
};
