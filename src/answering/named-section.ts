import { clausePath, walkClauses } from "../policy/clause.ts";
import { parseChineseNumeral } from "../policy/chinese-numerals.ts";
import type { PolicyDocument } from "../policy/document.ts";
import { withoutMentions } from "./analyse-question.ts";
import type { AnalysedQuestion } from "./analyse-question.ts";
import type { QuotedSpan } from "./draft.ts";
import { numberedChildren } from "./section-statements.ts";
import { bigramsOf, coverage, foldForCoverage, termPresence } from "./term-coverage.ts";

/** A heading is named where the question has this share of its pairs of characters. */
const NAMED = 0.6;
/** And where the heading, with those above it, bears out this share of what the document's title leaves open. */
const BEARS_OUT = 0.85;
/** Of which this share by itself. */
const BY_ITSELF = 0.4;
/** How far a term must stand in the title to be told by it (即海新区, cut as 海新区). */
const IN_TITLE = 0.6;

const LISTED = "[项条个大类点种块部方层]";
const COUNT_STATED = new RegExp(
  `(?:哪|这|那|的|有)([两二三四五六七八九十]|十[一二三四五六七八九])(?=${LISTED})`,
);
/** The number of parts that a question states (哪六项); null where it states none. */
const statedCount = (question: string): number | null => {
  const spoken = COUNT_STATED.exec(question)?.[1];
  return spoken === undefined ? null : parseChineseNumeral(spoken);
};

interface Named {
  readonly span: QuotedSpan;
  readonly likeness: number;
}

/**
 * The section whose heading a question for a list names (重点任务有哪六项), of the documents given. Null where none is
 * named, where several are named alike, or where the question states another number of parts.
 */
export const namedSection = (
  analysis: AnalysedQuestion,
  documents: readonly PolicyDocument[],
): QuotedSpan | null => {
  const asked = foldForCoverage(withoutMentions(analysis.resolved, analysis.scope.mentions));
  const count = statedCount(analysis.resolved);
  const named: Named[] = [];
  for (const document of documents) {
    const title = foldForCoverage(document.title);
    const open = analysis.terms.filter((term) => termPresence(term, title) < IN_TITLE);
    for (const { clause, ancestors } of walkClauses(document.clauses)) {
      const parts = numberedChildren(clause);
      if (clause.heading === null || clause.kind === "title" || parts.length < 2) continue;
      if (count !== null && count !== parts.length) continue;
      const heading = foldForCoverage(clause.heading);
      const pairs = bigramsOf(heading);
      const share = pairs.filter((pair) => asked.includes(pair)).length / Math.max(1, pairs.length);
      if (share < NAMED) continue;
      const alone = coverage(open, heading);
      const above = foldForCoverage(clausePath(clause, ancestors).join(""));
      if (alone < BY_ITSELF || coverage(open, above) < BEARS_OUT) continue;
      named.push({
        span: { document, clause, ancestors, start: clause.start, end: clause.end },
        likeness: share + alone,
      });
    }
  }
  const [best, next] = named.toSorted((a, b) => b.likeness - a.likeness);
  return best === undefined || (next !== undefined && next.likeness === best.likeness) ? null : best.span;
};
