import type { Paragraph } from "../normalise.ts";
import type { ParagraphRole } from "./classify-paragraphs.ts";

/** Whether most articles of a document have their titles in round brackets: 第一条（目的）为了…. */
export const writesTitlesInParentheses = (
  text: string,
  paragraphs: readonly Paragraph[],
  roles: readonly ParagraphRole[],
): boolean => {
  let articles = 0;
  let titled = 0;
  roles.forEach((role, index) => {
    if (role.kind !== "marked" || role.read.family.name !== "article") return;
    articles += 1;
    const at = (paragraphs[index]?.start ?? 0) + role.read.match.length;
    if (/^[（(][^（）()]{2,20}[）)]/.test(text.slice(at, at + 24))) titled += 1;
  });
  return articles >= 3 && titled > articles / 2;
};
