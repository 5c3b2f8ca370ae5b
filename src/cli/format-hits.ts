import type { SearchReply } from "../contract/search.ts";
import { statusInChinese } from "../policy/validity.ts";
import { bookTitle } from "../server/book-title.ts";

const PREVIEW_CHARACTERS = 120;

const preview = (text: string): string => {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > PREVIEW_CHARACTERS ? `${line.slice(0, PREVIEW_CHARACTERS).toWellFormed()}…` : line;
};

/** Search hits as text, best first, each with its score. */
export const formatHits = (hits: SearchReply["hits"]): string =>
  hits.length === 0
    ? "没有找到相关条款。"
    : hits
        .map(({ documentTitle, label, status, score, text }, place) => {
          const head = `${place + 1}. ${bookTitle(documentTitle)} ${label}（${statusInChinese[status]}，${score.toFixed(3)}）`;
          return `${head}\n    ${preview(text)}`;
        })
        .join("\n");
