import { quotesSnippet } from "../evidence-match.ts";
import type { Metric } from "./metric.ts";
import { shorten } from "./metric.ts";

export const evidenceRecall: Metric = {
  name: "evidenceRecall",
  title: "Evidence recall",
  better: "higher",
  definition:
    "Share of expected evidence that is cited: an entry is found if one citation's quote holds one of its alternatives. Refusals and failed requests find nothing.",
  source:
    "Recall over gold passages as in KILT (Petroni et al. 2021), on quoted spans instead of retrieved pages.",
  score: ({ evalCase, reply }, target) => {
    if (evalCase.expect.refused) return null;
    const missing = evalCase.evidence.filter(
      ({ anyOf }) =>
        !anyOf.some((snippet) =>
          (reply?.citations ?? []).some((citation) => quotesSnippet(citation, snippet, target)),
        ),
    );
    const findings = missing.map(({ anyOf }) => {
      const [first] = anyOf;
      const absent = anyOf.every(({ document }) => target.idsOf(document).length === 0);
      const where = absent ? " (the target does not have this document)" : "";
      return `not cited: “${shorten(first?.snippet ?? "")}” of ${first?.document ?? ""}${where}`;
    });
    return { hits: evalCase.evidence.length - missing.length, total: evalCase.evidence.length, findings };
  },
};
