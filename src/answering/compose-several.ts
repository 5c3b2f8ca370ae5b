import type { RetrievalContext } from "../retrieval/retrieval-context.ts";
import { analyseQuestion } from "./analyse-question.ts";
import type { AnalysedQuestion } from "./analyse-question.ts";
import type { ComposedDraft } from "./composed-draft.ts";
import { unitsOf, withoutRepetition } from "./list-units.ts";

type Compose = (context: RetrievalContext, analysis: AnalysedQuestion) => Promise<ComposedDraft>;

const TOPIC_WORDS = 3;
/** Weight of a noun that can stand for a topic: about what a word in a tenth of all chunks has. */
const TOPICAL = 2;
/** A part with more characters than this says what it is about. */
const LONGEST_FRAGMENT = 12;
const UNITS_OF_A_PART = 2;

const topicalNouns = ({ terms }: AnalysedQuestion): string[] =>
  terms.filter(({ isNoun, weight }) => isNoun && weight >= TOPICAL).map(({ text }) => text);

const documentsOf = ({ draft }: ComposedDraft): string[] =>
  draft.kind === "statements"
    ? [
        ...new Set(
          draft.statements.flatMap(({ quotes }) => quotes.map(({ document }) => document.documentId)),
        ),
      ]
    : [];

/** What one part asks, with what it leaves to the parts before it; null where those were not answered. */
const analysePart = async (
  context: RetrievalContext,
  whole: AnalysedQuestion,
  part: string,
  before: { readonly analysis: AnalysedQuestion; readonly composed: ComposedDraft } | null,
): Promise<AnalysedQuestion | null> => {
  const named = whole.scope.mentions.join(" ");
  const isNamed = whole.scope.mentions.some((mention) => part.includes(mention));
  const asked = isNamed || named === "" ? part : `${named} ${part}`;
  const analysis = await analyseQuestion(context, whole.question, asked);
  // Words that the documents do not have (几天能批) name no matter in them.
  const saysOfWhat = analysis.terms.some(({ frequency, weight }) => frequency > 0 && weight >= TOPICAL);
  const isFragment = part.length <= LONGEST_FRAGMENT && !saysOfWhat;
  if (before === null || !isFragment || isNamed) return analysis;
  // 一年能拿几次: of what the part before asked, and in the documents that answered it.
  const documentIds = documentsOf(before.composed);
  if (documentIds.length === 0) return null;
  const topic = topicalNouns(before.analysis).slice(0, TOPIC_WORDS).join(" ");
  return analyseQuestion(context, { ...whole.question, documentIds }, `${topic} ${asked}`);
};

/**
 * Several questions in one: each answered on its own; a false premise in one refuses them all. Null where none is
 * answered: what the parts do not say, the whole may.
 */
export const composeSeveral = async (
  context: RetrievalContext,
  analysis: AnalysedQuestion,
  parts: readonly string[],
  compose: Compose,
): Promise<ComposedDraft | null> => {
  const composed: ComposedDraft[] = [];
  let before: { readonly analysis: AnalysedQuestion; readonly composed: ComposedDraft } | null = null;
  for (const part of parts) {
    const asked = await analysePart(context, analysis, part, before);
    if (asked === null) continue;
    const answered = await compose(context, asked);
    composed.push(answered);
    before = { analysis: asked, composed: answered };
  }
  const [first] = composed;
  if (first === undefined) return null;
  const refusals = composed.filter(({ draft }) => draft.kind === "refusal");
  const premise = refusals.find(({ draft }) => draft.kind === "refusal" && draft.reason !== "not_in_corpus");
  if (premise !== undefined) return premise;
  if (refusals.length === composed.length) return null;
  // Of several questions each needs its best sentences only, with the whole lists that they announce.
  const units = composed.flatMap(({ draft }) =>
    draft.kind === "statements" ? unitsOf(draft.statements).slice(0, UNITS_OF_A_PART) : [],
  );
  return {
    draft: { kind: "statements", statements: withoutRepetition(units) },
    evidence: {
      analysis,
      clauses: composed.flatMap(({ evidence }) => evidence.clauses),
      candidates: composed.flatMap(({ evidence }) => evidence.candidates),
    },
    searchedAt: first.searchedAt,
  };
};
