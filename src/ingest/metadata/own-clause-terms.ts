import type { NormalisedText } from "../normalise.ts";
import type { ClauseTerm } from "./clause-terms.ts";
import { findClauseTerms } from "./clause-terms.ts";
import { findExtensions } from "./extensions.ts";

/** 《…》（文号）第三条, 该办法第三条: clauses of another document. */
const OF_ANOTHER = /(?:》(?:[（(][^（）()\n]*[）)])?中?的?|[该原][\u4E00-\u9FFF]{2,8})[\s\u3000]*$/;

/** What a document says of the validity of single clauses of its own; offsets into the canonical text. */
export const findOwnClauseTerms = ({
  text,
  paragraphs,
}: Pick<NormalisedText, "text" | "paragraphs">): ClauseTerm[] =>
  paragraphs.flatMap(({ start, end }) => {
    const paragraph = text.slice(start, end);
    const terms = findClauseTerms(paragraph);
    if (terms.length === 0) return [];
    const ofOthers = findExtensions(paragraph);
    return terms
      .filter((term) => !ofOthers.some((each) => each.start < term.end && term.start < each.end))
      .filter((term) => !OF_ANOTHER.test(paragraph.slice(Math.max(0, term.start - 80), term.start)))
      .map((term) => ({ ...term, start: start + term.start, end: start + term.end }));
  });
