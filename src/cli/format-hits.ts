import type { SearchReply } from "../contract/search.ts";
import { statusInChinese } from "../policy/validity.ts";
import { bookTitle } from "../server/book-title.ts";

const PREVIEW_CHARACTERS = 120;
const METHODS = { words: "词语 BM25", bigrams: "双字 BM25", dense: "向量余弦" } as const;

type Hit = SearchReply["hits"][number];

const preview = (text: string): string => {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > PREVIEW_CHARACTERS ? `${line.slice(0, PREVIEW_CHARACTERS).toWellFormed()}…` : line;
};

/** How the query was understood, a line each. */
const understood = (explanation: SearchReply["explanation"]): string[] => {
  if (explanation === undefined) return [];
  const { text, terms, documents, addresses } = explanation;
  return [
    `检索文本：${text}`,
    ...terms.map(
      ({ text: term, searched, sources }) => `  ${term} → ${searched.join("、")}（${sources.join("，")}）`,
    ),
    ...(documents.mentions.length > 0 ? [`所指文件：${documents.mentions.join("、")}`] : []),
    ...(addresses.length > 0 ? [`所指条款：${addresses.join("、")}`] : []),
    "",
  ];
};

/** Where a hit's score comes from, a line each. */
const reasons = ({ explanation, duplicateOf }: Hit): string[] => {
  const repeats = duplicateOf === undefined ? [] : [`    与 ${duplicateOf} 的文字（几乎）相同`];
  if (explanation === undefined) return repeats;
  const { exactAddress, methods, fused } = explanation;
  return [
    ...(exactAddress ? ["    条款编号与所问一致，排在检索结果之前"] : []),
    ...methods.map(
      ({ method, weight, raw, normalised }) =>
        `    ${METHODS[method]} ${raw === null ? "未命中" : raw.toFixed(3)}，标准分 ${normalised.toFixed(3)} × ${weight}`,
    ),
    ...(fused === null ? [] : [`    合计 ${fused.toFixed(3)}`]),
    ...repeats,
  ];
};

/** Search hits as text, best first, each with its score and, where the reply has them, the reasons for it. */
export const formatHits = ({ hits, explanation }: SearchReply): string => {
  const lines = hits.flatMap((hit, place) => {
    const { documentTitle, label, status, score, text } = hit;
    const head = `${place + 1}. ${bookTitle(documentTitle)} ${label}（${statusInChinese[status]}，${score.toFixed(3)}）`;
    return [head, `    ${preview(text)}`, ...reasons(hit)];
  });
  return [...understood(explanation), ...(hits.length === 0 ? ["没有找到相关条款。"] : lines)].join("\n");
};
