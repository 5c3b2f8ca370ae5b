import { clauseValidity } from "../policy/clause-validity.ts";
import type { SentenceSpan } from "../policy/sentences.ts";
import { statusOn } from "../policy/validity.ts";
import type { RetrievedClause } from "../retrieval/retrieve.ts";
import type { AnalysedQuestion } from "./analyse-question.ts";
import type { RetrievalContext, ClausePlace } from "../retrieval/retrieval-context.ts";
import { holdsQuantity } from "./asked-for.ts";
import { bearsLabel } from "./facets.ts";
import { asksTarget, contextWords, statesTarget } from "./context-words.ts";
import { readableSpans } from "./readable-spans.ts";
import { isSmallIndex } from "./small-index.ts";
import { sentenceScore } from "./sentence-score.ts";
import type { SentenceFeatures } from "./sentence-score.ts";
import { coverage, foldForCoverage } from "./term-coverage.ts";

/** A sentence that may answer the question, by UTF-16 offsets into its document's canonical text. */
export interface Candidate {
  readonly place: ClausePlace;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** The clause's closing note on who does it, where that was asked and the sentence does not say it. */
  readonly note: SentenceSpan | null;
  readonly features: SentenceFeatures;
  /** Of the sentence alone, without headings. */
  readonly vector: Float32Array;
  readonly score: number;
}

/** Sentences that are ranked for one question. To embed one takes about 6 ms; in a small index they all are. */
const SENTENCES_RANKED = 40;

const dot = (a: Float32Array, b: Float32Array): number => {
  let sum = 0;
  for (let index = 0; index < a.length; index += 1) sum += (a[index] ?? 0) * (b[index] ?? 0);
  return sum;
};

const AGENCY =
  /负责|牵头|主管|主办|承办|会同|印发|责任|组织(?:认定|实施|开展|评审)|出资|领导小组|由[\u4E00-\u9FFF]{2,20}(?:组织|承担|实施|设立|认定|审批|审核|制定)|(?:部|委|局|政府|办公室)(?:印发|批准|认定|制定|设立)/;
const DEFINES = /(?:是指|指的是|是[^，。]{4,}|包括|（简称|简称“|简称为|全称|指[^，。]{3,}|：“)/;
/** “双师型”教师（同时具备…的教师）: a gloss in brackets right after the term. */
const GLOSS = /^[”"」》]?[\u4E00-\u9FFF]{0,6}[（(][^（()）]{6,}[）)]/;

/** What a definition is asked of: “X”; 什么是X; X是什么意思. */
const DEFINED =
  /[“"「《]([^”"」》]{2,20})[”"」》]|(?:什么是|什么叫|何谓)([\u4E00-\u9FFFA-Za-z0-9+]{2,16}?)[？?。]?$|^([\u4E00-\u9FFFA-Za-z0-9+]{2,16}?)(?:指的?是什么|是什么意思|是指什么|的定义)/;

/** “三改一整”: what a question quotes stands as it is in the sentence that says it. */
const quotedTerms = (question: string): string[] =>
  [...question.matchAll(/[“"「『]([\u4E00-\u9FFFA-Za-z0-9+]{2,12})[”"」』]/g)].map(([, term]) => term ?? "");

const COUNTED_WORD = /^(?<count>[二两三四五六七八九])个(?<word>[\u4E00-\u9FFF]{2,4})$/;

/** “四个统一”: said by the sentence that says 统一 four times. */
const countsOut = (term: string, text: string): boolean => {
  const { count, word } = COUNTED_WORD.exec(term)?.groups ?? {};
  if (count === undefined || word === undefined) return false;
  return text.split(word).length - 1 >= "零一二三四五六七八九".indexOf(count === "两" ? "二" : count);
};

const hasForm = ({ askedFor, resolved, values }: AnalysedQuestion, text: string): boolean => {
  if (quotedTerms(resolved).some((term) => text.includes(term) || countsOut(term, text))) return true;
  if (askedFor.agency && AGENCY.test(text)) return true;
  if (asksTarget(resolved) && values.years.length > 0 && statesTarget(text)) {
    return values.years.some((year) => text.includes(year));
  }
  if (!askedFor.definition) return false;
  const quoted = DEFINED.exec(resolved)
    ?.slice(1)
    .find((group) => group !== undefined);
  if (quoted === undefined) return DEFINES.test(text);
  const at = text.indexOf(quoted);
  return at >= 0 && (DEFINES.test(text) || GLOSS.test(text.slice(at + quoted.length)));
};

/** 第一章 总 则: blanks inside a heading are set for looks. */
const withoutBlanks = (words: string): string => words.replaceAll(/\s/g, "");

/** A title, a heading's line or first sentence, or the words that only introduce a list. */
const isOnlyHeading = ({ clause, document }: ClausePlace, text: string): boolean => {
  if (clause.kind === "title" || /^.{0,20}[：:]$/.test(text)) return true;
  // ——人才为本。…: the first words of a dash item are its title.
  if (clause.kind === "dash" && text.length <= 24 && text.startsWith(clause.marker ?? "——")) {
    return document.text.slice(clause.start, clause.end) !== text;
  }
  // An item of a list may be a few words without a mark: it says all that it says.
  const isItem =
    clause.children.length === 0 && document.text.slice(clause.start, clause.end).trim() === text;
  if (isItem && clause.kind === "numbered" && !/^[一二三四五六七八九十]+、/.test(text)) return false;
  const bare = text.slice(text.startsWith(clause.marker ?? "\n") ? (clause.marker ?? "").length : 0).trim();
  return clause.heading !== null && withoutBlanks(bare.replace(/。$/, "")) === withoutBlanks(clause.heading);
};

/**
 * The sentences of the retrieved clauses, scored as answers, best first. Deterministic: ties fall to the
 * earlier clause, then the earlier sentence.
 */
export const collectCandidates = async (
  context: RetrievalContext,
  analysis: AnalysedQuestion,
  questionVector: Float32Array,
  clauses: readonly RetrievedClause[],
): Promise<Candidate[]> => {
  const drafts: Omit<Candidate, "score" | "vector">[] = [];
  const seen = clauses.flatMap(({ scores }) => (scores.dense === null ? [] : [scores.dense]));
  const lowest = seen.length === 0 ? 0 : Math.min(...seen);
  for (const retrieved of clauses) {
    const place = await context.place(retrieved.documentId, retrieved.clauseId);
    if (place === null) continue;
    const { document, clause } = place;
    const around = contextWords(place);
    const inForce = ["in_force", "unknown"].includes(
      statusOn(clauseValidity(document, clause), analysis.question.asOf),
    );
    for (const { start, end, closingNote } of readableSpans(document.text, clause.start, clause.end)) {
      const text = document.text.slice(start, end);
      const note = analysis.askedFor.agency && !AGENCY.test(text) ? closingNote : null;
      const said = note === null ? text : text + document.text.slice(note.start, note.end);
      const folded = foldForCoverage(said);
      const { quantities } = analysis.askedFor;
      drafts.push({
        place,
        start,
        end,
        text,
        note,
        features: {
          coverage: coverage(analysis.terms, folded),
          coverageInContext: coverage(analysis.terms, folded + around),
          dense: 0,
          clauseDense: retrieved.scores.dense ?? lowest,
          clauseScore: retrieved.score,
          holdsAsked: quantities.length === 0 ? null : quantities.some((kind) => holdsQuantity(text, kind)),
          inForce,
          isHeading: isOnlyHeading(place, text),
          namesYear: analysis.values.years.some((year) => text.includes(year)),
          hasForm: hasForm(analysis, said),
          bearsLabel: bearsLabel(text, analysis.facets),
          length: text.length,
        },
      });
    }
  }
  // The dearest feature last, for the sentences that the others rank first.
  const promising = drafts
    .toSorted((a, b) => sentenceScore(b.features) - sentenceScore(a.features))
    .slice(0, isSmallIndex(context.snapshot) ? drafts.length : SENTENCES_RANKED);
  const vectors = await context.embedSentences(promising.map(({ text }) => text));
  const candidates = promising.map((draft, index): Candidate => {
    const vector = vectors[index] ?? new Float32Array();
    const features = { ...draft.features, dense: dot(questionVector, vector) };
    return { ...draft, features, vector, score: sentenceScore(features) };
  });
  return candidates.toSorted((a, b) => b.score - a.score).slice(0, SENTENCES_RANKED);
};
