import type { UrlAnnotation } from "../../contract/openai.ts";
import type { Answer, Statement } from "../../policy/answer.ts";
import type { Citation } from "../../policy/citation.ts";
import { statusInChinese } from "../../policy/validity.ts";
import { bookTitle } from "../book-title.ts";

/** What the list of sources below an answer begins with. */
export const SOURCES_HEADING = "依据：";

const titleOf = ({ documentTitle, label }: Citation): string => `${bookTitle(documentTitle)}${label}`;

/** The address of a clause for a client elsewhere. */
const addressOf = (citation: Citation, origin: string): string => new URL(citation.url, origin).href;

const sourceLine = (citation: Citation, mark: string, origin: string): string =>
  `${mark} ${titleOf(citation)}（${statusInChinese[citation.status]}）${addressOf(citation, origin)}`;

/** One statement as it stands in the text, with its markers; each on a line of its own. */
export const statementText = (statement: Statement, place: number): string =>
  (place === 0 ? "" : "\n") + statement.text + statement.citations.map((index) => `[${index}]`).join("");

/**
 * An answer as the text of a chat message: the statements with markers `[1]`, the sources that these name, and the
 * notices; or the message of a refusal, with related clauses told apart from an answer. It begins with
 * the `statementText` of each statement in turn.
 * @param origin - of the server, for the addresses of clauses: `https://policy.example.cn`
 */
export const completionText = (answer: Answer, origin: string): string => {
  const blocks: string[] = [];
  if (answer.refusal === null) {
    blocks.push(answer.statements.map((statement, place) => statementText(statement, place)).join(""));
    const sources = answer.citations.map((each) => sourceLine(each, `[${each.index}]`, origin));
    if (sources.length > 0) blocks.push([SOURCES_HEADING, ...sources].join("\n"));
  } else {
    blocks.push(answer.refusal.message);
    const nearest = answer.refusal.nearest.map((each) => sourceLine(each, "·", origin));
    if (nearest.length > 0) blocks.push(["相关条款（不是答案）：", ...nearest].join("\n"));
  }
  if (answer.notices.length > 0) blocks.push(answer.notices.map(({ text }) => `提示：${text}`).join("\n"));
  return blocks.join("\n\n");
};

/** One annotation for each marker of each statement, at the marker's place in `completionText`. */
export const completionAnnotations = (answer: Answer, origin: string): UrlAnnotation[] => {
  const byIndex = new Map(answer.citations.map((citation) => [citation.index, citation]));
  const annotations: UrlAnnotation[] = [];
  let end = 0;
  answer.statements.forEach((statement, place) => {
    end += statementText({ ...statement, citations: [] }, place).length;
    for (const index of statement.citations) {
      const start = end;
      end += `[${index}]`.length;
      const citation = byIndex.get(index);
      if (citation === undefined) continue;
      const url = addressOf(citation, origin);
      annotations.push({
        type: "url_citation",
        url_citation: { start_index: start, end_index: end, url, title: titleOf(citation) },
      });
    }
  });
  return annotations;
};
