import type { RefusalReason } from "../policy/answer.ts";
import type { AnalysedQuestion } from "./analyse-question.ts";
import type { UnmetRequirement } from "./requirements.ts";

/** The documents that were looked at, for an English sentence. */
export const titlesInEnglish = (titles: readonly string[]): string => {
  const named = titles
    .slice(0, 3)
    .map((title) => `《${title}》`)
    .join(", ");
  return titles.length > 3 ? `${named} and ${titles.length - 3} more` : named;
};

const notInDocuments = (unmet: UnmetRequirement | null, analysis: AnalysedQuestion): string => {
  const { values } = analysis;
  switch (unmet) {
    case "place":
      return `say nothing about ${values.places.join(", ")}`;
    case "year":
      return `say nothing about this matter for ${values.years.join(", ")}`;
    case "quantity":
      return "give no figure or date of the kind that was asked for";
    case "facet":
      return "mention the matter, but not what was asked about it";
    case "amount":
    case "stance":
    case null:
      return "do not answer this question";
  }
};

/** What a reader who asked in English is told when nothing is answered: what was looked at, and why it does not do. */
export const refusalMessageInEnglish = (
  reason: RefusalReason,
  analysis: AnalysedQuestion,
  titles: readonly string[],
  unmet: UnmetRequirement | null,
): string => {
  const where = `The documents that were consulted (${titlesInEnglish(titles)})`;
  switch (reason) {
    case "instruction":
      return "Only the content of policy documents is answered here; requests to change rules, play a role or make up clauses are not carried out.";
    case "off_topic":
      return "This question is not about the content of policy documents. You can ask about measures, conditions, targets or responsible departments.";
    case "needs_clarification":
      return "The question does not say which matter it is about. Please name the policy, the measure or the document.";
    case "false_premise":
      return unmet === "amount"
        ? `${where} contain nothing that corresponds to ${analysis.premises.numbers.join(", ")}; the question's premise has no basis in them.`
        : `${where} do not contain the premise of the question, so it cannot be answered from them.`;
    case "not_in_corpus":
      return `${where} ${notInDocuments(unmet, analysis)}.`;
  }
};
