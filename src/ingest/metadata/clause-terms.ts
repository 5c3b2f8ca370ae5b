import type { PartialDate } from "../../policy/partial-date.ts";
import { CLAUSE_REFERENCES, namedClauses } from "./clause-reference.ts";
import { matchBeginnings } from "./beginnings.ts";
import { endAfter, matchEnds, OTHER_THINGS } from "./end-of-validity.ts";
import { withoutQuotedProvisions } from "./own-subject.ts";

/** From when and until when single clauses are valid; offsets are UTF-16 units into the text that was read. */
export interface ClauseTerm {
  /** The clauses as labels are written: 第二条, 第五条（二）, 附件2. */
  readonly clauses: readonly string[];
  readonly from: PartialDate | null;
  readonly to: PartialDate | null;
  /** A length, where it cannot be counted because the beginning is the document's. */
  readonly months: number | null;
  readonly start: number;
  readonly end: number;
}

const REFERENCES = new RegExp(CLAUSE_REFERENCES, "g");
const SENTENCE = /[^。；;！？\n]+/g;
/** What stands before the clause where the sentence speaks of it: nothing, 其中, 本办法, the title of its document. */
const BEFORE =
  /(?:^|[，,、：:》（(）)]|其中|除|但是?|本[\u4E00-\u9FFF]{2,8}|该[\u4E00-\u9FFF]{2,8}|原)[\s\u3000]*$/;
/** Between the clause and its term: 规定的补贴政策, 的. */
const GAP = /^[，,]?[^，,《》]{0,24}[，,]?$/;
/** UTF-16 units. What goes on for longer is no sentence, and reading it would take long. */
export const LONGEST_SENTENCE = 2000;
const NEAR = 24;
/** The marker of the article that says it is no clause that it speaks of. */
const MARKER = /^[\s\u3000]*第[〇○零一二三四五六七八九十百千\d]+[章条](?=[\s\u3000本]|$)/;

/**
 * What a text says of single clauses' validity (其中第二条执行至2024年12月31日; 第五条自2023年1月1日起施行). What is said of the
 * document as a whole, of certificates and the like is left out.
 */
export const findClauseTerms = (paragraph: string): ClauseTerm[] => {
  const text = withoutQuotedProvisions(paragraph);
  const found: ClauseTerm[] = [];
  for (const sentence of text.matchAll(SENTENCE)) {
    if (sentence[0].length > LONGEST_SENTENCE) continue;
    const own = sentence.index === 0 ? (MARKER.exec(sentence[0])?.[0].length ?? 0) : 0;
    const references = [...sentence[0].matchAll(REFERENCES)].filter(({ index }) => index >= own);
    for (const [order, reference] of references.entries()) {
      const near = Math.max(own, reference.index - NEAR);
      // Cut off, what stands before is not the beginning of the sentence.
      const before = `${near > own ? "…" : ""}${sentence[0].slice(near, reference.index)}`;
      if (!BEFORE.test(before)) continue;
      const from = reference.index + reference[0].length;
      const tail = sentence[0].slice(from, references[order + 1]?.index ?? sentence[0].length);
      const term = termIn(tail);
      if (term === null) continue;
      const start = sentence.index + reference.index;
      found.push({
        ...term,
        clauses: namedClauses(reference[0]),
        start,
        end: sentence.index + from + term.end,
      });
    }
  }
  return found;
};

/** Whether what stands between a clause and a term leaves the term said of the clause. */
const accepts = (gap: string): boolean =>
  GAP.test(gap) && !OTHER_THINGS.test(gap) && !/本[\u4E00-\u9FFF]/.test(gap);

const termIn = (tail: string): Pick<ClauseTerm, "from" | "to" | "months" | "end"> | null => {
  const begins = matchBeginnings(tail, (at) => accepts(tail.slice(0, at))).find(({ date }) => date !== null);
  const ends = matchEnds(tail, (at) => {
    const stated = begins !== undefined && begins.end <= at ? begins.end : 0;
    return accepts(tail.slice(stated, at));
  })[0];
  if (begins === undefined && ends === undefined) return null;
  const from = ends?.from ?? begins?.date ?? null;
  const months = ends?.months ?? null;
  return {
    from,
    to: ends?.to ?? (from !== null && months !== null ? endAfter(from, months) : null),
    months: from === null ? months : null,
    end: Math.max(begins?.end ?? 0, ends?.end ?? 0),
  };
};
