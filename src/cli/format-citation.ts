import type { Citation } from "../policy/citation.ts";
import { inChinese } from "../policy/partial-date.ts";
import { statusInChinese } from "../policy/validity.ts";
import { bookTitle } from "../server/book-title.ts";

const period = ({ effectiveFrom, effectiveTo }: Citation): string => {
  if (effectiveFrom === null && effectiveTo === null) return "";
  const from = effectiveFrom === null ? "" : inChinese(effectiveFrom);
  return `，${from}至${effectiveTo === null ? "今" : inChinese(effectiveTo)}`;
};

/** A citation as a reader sees it: where it stands, whether it holds, and the quote word for word. */
export const formatCitation = (citation: Citation, mark: string): string => {
  const { documentTitle, label, status, quote } = citation;
  const head = `${mark} ${bookTitle(documentTitle)} ${label}（${statusInChinese[status]}${period(citation)}）`;
  const lines = quote.split("\n").map((line) => `    ${line}`);
  return [head, ...lines].join("\n");
};
