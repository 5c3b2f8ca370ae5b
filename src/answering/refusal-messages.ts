import type { RefusalReason } from "../policy/answer.ts";
import type { AnalysedQuestion } from "./analyse-question.ts";
import { refusalMessageInEnglish } from "./refusal-messages-english.ts";
import type { UnmetRequirement } from "./requirements.ts";

const looked = (analysis: AnalysedQuestion, titles: readonly string[]): string => {
  const named = titles
    .slice(0, 3)
    .map((title) => `《${title}》`)
    .join("、");
  const more = titles.length > 3 ? `等${titles.length}份文件` : "";
  return analysis.scope.documentIds === null ? `已查阅的文件（${named}${more}）` : `${named}${more}`;
};

/**
 * What a reader is told when nothing is answered: what was looked at, and why it does not answer.
 * `titles` are the documents that were searched.
 */
export const refusalMessage = (
  reason: RefusalReason,
  analysis: AnalysedQuestion,
  titles: readonly string[],
  unmet: UnmetRequirement | null,
): string => {
  if (analysis.language === "en") return refusalMessageInEnglish(reason, analysis, titles, unmet);
  const where = looked(analysis, titles);
  switch (reason) {
    case "instruction":
      return "这里只回答政策文件里的内容，不执行改变规则、扮演角色或编造条款一类的要求。";
    case "off_topic":
      return "这个问题不属于政策文件的内容，无法回答。可以问文件中的措施、条件、目标、负责部门等。";
    case "needs_clarification":
      return "问题里没有说明所指的事项。请补充具体的政策、措施或文件名称后再问。";
    case "false_premise":
      return unmet === "amount"
        ? `${where}中没有与“${analysis.premises.numbers.join("、")}”相应的内容，问题的前提在文件里找不到依据。`
        : `${where}中没有问题所说的这一前提，无法据此回答。`;
    case "not_in_corpus":
      break;
  }
  switch (unmet) {
    case "place":
      return `${where}没有涉及${analysis.values.places.join("、")}的内容，无法回答。`;
    case "year":
      return `${where}没有关于${analysis.values.years.join("、")}年这一事项的内容，无法回答。`;
    case "quantity":
      return `${where}没有给出所问的数值或日期，无法回答。`;
    case "facet":
      return `${where}提到了相关事项，但没有说明所问的具体内容，无法回答。`;
    case "amount":
    case "stance":
    case null:
      return `${where}没有回答这个问题的内容。`;
  }
};
