import type { MatchReply } from "../contract/match.ts";
import { bookTitle } from "../server/book-title.ts";

const VERDICTS = { applies: "符合", may_apply: "可能符合", does_not_apply: "不符合" } as const;
const MARKS = { met: "✓", unmet: "✗", unknown: "？" } as const;

/** A match as text: what applies first, each with its reasons, then the question that would decide most. */
export const formatMatch = ({ measures, missing, notices }: MatchReply): string => {
  const found = measures.map((measure, place) => {
    const { citation } = measure;
    const facts = [
      ["金额", measure.amount],
      ["部门", measure.department],
      ["截止", measure.deadline],
      ["电话", measure.phone],
    ].flatMap(([name, value]) => (value == null ? [] : [`    ${name}：${value}`]));
    return [
      `${place + 1}. 【${VERDICTS[measure.verdict]}】${measure.title}${measure.kind === "direction" ? "（支持方向）" : ""}`,
      `    ${bookTitle(citation.documentTitle)}${citation.label}`,
      ...measure.conditions.map(
        ({ text, verdict, excludes }) =>
          `    ${MARKS[verdict]} ${excludes === true ? "（排除情形）" : ""}${text.replace(/\s+/g, " ")}`,
      ),
      ...facts,
    ].join("\n");
  });
  const asked = missing.map(({ question, wouldDecide }) => `？ ${question}（关系到 ${wouldDecide} 项）`);
  const said = notices.map(({ text }) => `注意：${text}`);
  return [...(found.length === 0 ? ["没有找到相关的政策措施。"] : found), ...asked, ...said].join("\n");
};
