import type { Answer } from "../policy/answer.ts";
import { inChinese } from "../policy/partial-date.ts";
import { formatCitation } from "./format-citation.ts";

/**
 * An answer as text: statements with their markers, the citations, the notices; or the refusal with the
 * clauses that are related to the question, told apart from an answer.
 * @param asked - the question as it was asked, to say when it was understood as another one
 */
export const formatAnswer = (answer: Answer, asked: string): string => {
  const blocks: string[] = [];
  if (answer.resolvedQuestion !== asked) blocks.push(`问题理解为：${answer.resolvedQuestion}`);
  if (answer.refusal === null) {
    const statements = answer.statements.map(
      ({ text, citations }) => text + citations.map((index) => `[${index}]`).join(""),
    );
    const citations = answer.citations.map((citation) => formatCitation(citation, `[${citation.index}]`));
    blocks.push(statements.join("\n"), ["依据：", ...citations].join("\n"));
  } else {
    blocks.push(`无法回答：${answer.refusal.message}`);
    const nearest = answer.refusal.nearest.map((citation) => formatCitation(citation, "·"));
    if (nearest.length > 0) blocks.push(["相关条款（不是答案）：", ...nearest].join("\n"));
  }
  if (answer.notices.length > 0) blocks.push(answer.notices.map(({ text }) => `提示：${text}`).join("\n"));
  if (answer.mode === "model") blocks.push("AI 生成，仅供参考。");
  blocks.push(`效力以${inChinese(answer.asOf)}为准判断；内容以原文为准。`);
  return blocks.join("\n\n");
};
