import type { RefusalReason } from "../policy/answer.ts";
import type { RetrievalContext } from "../retrieval/retrieval-context.ts";
import type { AnalysedQuestion } from "./analyse-question.ts";
import type { Candidate } from "./candidate.ts";
import { announcementOf, announcesList, completeList, withSiblings } from "./complete-list.ts";
import { composeLookup } from "./compose-lookup.ts";
import { composeValidity } from "./compose-validity.ts";
import { composeOutline, composeSection } from "./compose-outline.ts";
import { composeSeveral } from "./compose-several.ts";
import { declineByKind, doubtfulSubject } from "./decline.ts";
import type { ComposedDraft, FoundEvidence } from "./composed-draft.ts";
import type { AnswerDraft, QuotedSpan, StatementDraft } from "./draft.ts";
import { unitsOf, withoutRepetition } from "./list-units.ts";
import { isAnswerable } from "./is-answerable.ts";
import { rankSentences, searchedDocuments } from "./rank-sentences.ts";
import { refusalMessage } from "./refusal-messages.ts";
import { unmetRequirement } from "./requirements.ts";
import type { UnmetRequirement } from "./requirements.ts";
import { splitQuestions } from "./split-questions.ts";
import { repeatedElsewhere, selectCandidates } from "./select-candidates.ts";

const NEAREST_SHOWN = 3;
/** 牵头单位是谁: asks who, and not of what. */
const ROLE_WORDS: ReadonlySet<string> = new Set(
  "牵头 负责 主管 责任 承办 主办 单位 部门 机构 责任人 负责人 联系人 是谁 哪个 哪些 哪家".split(" "),
);
const POINTING = /^(?:这个|那个|这|那|它|该|此)/;

const spanOf = ({ place, start, end }: Candidate): QuotedSpan => ({ ...place, start, end });

const statementOf = (candidate: Candidate): StatementDraft => {
  const { place, text, note } = candidate;
  if (note === null) return { text, quotes: [spanOf(candidate)], count: null };
  return {
    text: text + place.document.text.slice(note.start, note.end),
    quotes: [spanOf(candidate), { ...place, ...note }],
    count: null,
  };
};

const refuse = (
  reason: RefusalReason,
  analysis: AnalysedQuestion,
  titles: readonly string[],
  nearest: readonly Candidate[] = [],
  unmet: UnmetRequirement | null = null,
): AnswerDraft => ({
  kind: "refusal",
  reason,
  message: refusalMessage(reason, analysis, titles, unmet),
  nearest: nearest.slice(0, NEAREST_SHOWN).map((candidate) => spanOf(candidate)),
});

/** The requirement that the best sentence fails, where none meets them all. */
const sharedFailure = (
  analysis: AnalysedQuestion,
  candidates: readonly Candidate[],
): UnmetRequirement | null => {
  const [first] = candidates;
  return first === undefined ? null : unmetRequirement(analysis, first);
};

const reasonFor = (unmet: UnmetRequirement | null): RefusalReason =>
  unmet === "amount" || unmet === "stance" ? "false_premise" : "not_in_corpus";

/** Says where else the same text stands, without quoting it again; empty where it stands nowhere else. */
const alsoIn = (
  { language }: AnalysedQuestion,
  candidate: Candidate,
  ranked: readonly Candidate[],
): StatementDraft[] => {
  const others = repeatedElsewhere(candidate, ranked);
  if (others.length === 0) return [];
  const names = others.map(({ place }) => `《${place.document.title}》${place.clause.label}`);
  const quotes = others.map((other) => spanOf(other));
  const text =
    language === "en"
      ? `The same text also stands in ${names.join(", ")}.`
      : `相同的文字还见于${names.join("、")}。`;
  return [{ text, quotes, count: null }];
};

/** Without the sentences that announce a list which the document does not have, where others are left. */
const withWholeLists = (chosen: readonly Candidate[]): readonly Candidate[] => {
  const kept = chosen.filter((candidate) => !announcesList(candidate) || completeList(candidate).length > 0);
  return kept.length > 0 ? kept : chosen;
};

/** The chosen sentences, each with the list that it announces and the documents that repeat it, nothing twice. */
const statementsFor = (
  analysis: AnalysedQuestion,
  chosen: readonly Candidate[],
  ranked: readonly Candidate[],
): StatementDraft[] => {
  const whole = analysis.askedFor.list
    ? withSiblings(chosen).map((candidate) => announcementOf(candidate))
    : chosen;
  const units = whole.flatMap((candidate) =>
    unitsOf([statementOf(candidate), ...completeList(candidate), ...alsoIn(analysis, candidate, ranked)]),
  );
  return withoutRepetition(units);
};

/** A side that bears out less of the question than this share of what the best side does has nothing to say. */
const SPEAKS_TO_IT = 0.5;
const SENTENCES_PER_SIDE = 2;

const borneOut = (side: readonly Candidate[]): number =>
  Math.max(...side.map(({ features }) => features.coverageInContext));

/** For a comparison, the best sentences of each document side by side; null where only one speaks. */
const compareDocuments = (
  analysis: AnalysedQuestion,
  candidates: readonly Candidate[],
): AnswerDraft | null => {
  const byDocument = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const { documentId } = candidate.place.document;
    byDocument.set(documentId, [...(byDocument.get(documentId) ?? []), candidate]);
  }
  const most = Math.max(0, ...[...byDocument.values()].map((side) => borneOut(side)));
  const sides = [...byDocument.entries()]
    .filter(
      ([documentId, side]) =>
        (analysis.scope.documentIds?.includes(documentId) ?? false) || borneOut(side) >= SPEAKS_TO_IT * most,
    )
    .map(([, side]) => {
      // Who is responsible is said by a sentence of that form, where a side has one.
      const formed = analysis.askedFor.agency ? side.filter(({ features }) => features.hasForm) : [];
      return selectCandidates(analysis, formed.length > 0 ? formed : side).slice(0, SENTENCES_PER_SIDE);
    });
  if (sides.length < 2) return null;
  return {
    kind: "statements",
    statements: sides.flatMap((side) =>
      side.flatMap((candidate) => {
        const statement = statementOf(candidate);
        const title = `《${candidate.place.document.title}》`;
        const text =
          analysis.language === "en" ? `${title}: “${statement.text}”` : `${title}：${statement.text}`;
        return [{ ...statement, text }, ...completeList(candidate)];
      }),
    ),
  };
};

const composeOne = async (
  context: RetrievalContext,
  analysis: AnalysedQuestion,
  isWhole = true,
): Promise<ComposedDraft> => {
  const searched = await searchedDocuments(context, analysis);
  const titles = searched.map(({ title }) => title);
  const nothing: FoundEvidence = { analysis, clauses: [], candidates: [] };
  const doubtful = doubtfulSubject(analysis.resolved);
  const isUnknown = doubtful !== null && (await context.frequency(doubtful)) === 0;
  const declined = declineByKind(analysis.resolved) ?? (isUnknown ? "off_topic" : null);
  const unsearched = (draft: AnswerDraft): ComposedDraft => ({
    draft,
    evidence: nothing,
    searchedAt: performance.now(),
  });
  if (declined !== null) return unsearched(refuse(declined, analysis, titles));
  if (analysis.scope.absent !== null) {
    return unsearched({
      kind: "refusal",
      reason: "not_in_corpus",
      message:
        analysis.language === "en"
          ? `${analysis.scope.absent} is not among the documents here, so its content cannot be consulted.`
          : `没有收录${analysis.scope.absent}，无法查阅其内容。`,
      nearest: [],
    });
  }
  if (analysis.addresses.length > 0) {
    const draft = await composeLookup(context, analysis, searched);
    if (draft !== null) return unsearched(draft);
  }
  const validity = await composeValidity(context, analysis);
  if (validity !== null) return unsearched(validity);
  // One question of several (…怎么提升，有哪些任务) says too little by itself of what it asks for.
  const outline = isWhole ? await composeOutline(context, analysis) : null;
  if (outline !== null) return unsearched(outline);
  const pointsNowhere = POINTING.test(analysis.resolved) && analysis.question.history.length === 0;
  const namesNothing = analysis.terms.every(({ text }) => ROLE_WORDS.has(text));
  if (analysis.scope.documentIds === null && (pointsNowhere || namesNothing)) {
    return unsearched(refuse("needs_clarification", analysis, titles));
  }

  const { clauses, all, answering, searchedAt } = await rankSentences(context, analysis);
  const evidence: FoundEvidence = { analysis, clauses, candidates: answering };
  const section = await composeSection(context, analysis, clauses);
  if (section !== null) return { draft: section, evidence, searchedAt };
  const [best, ...others] = answering;
  if (best === undefined || !(await isAnswerable(context, analysis, [best, ...others]))) {
    const unmet = best === undefined ? sharedFailure(analysis, all) : null;
    return { draft: refuse(reasonFor(unmet), analysis, titles, all, unmet), evidence, searchedAt };
  }
  const compared = analysis.askedFor.comparison ? compareDocuments(analysis, answering) : null;
  return {
    draft: compared ?? {
      kind: "statements",
      statements: statementsFor(analysis, withWholeLists(selectCandidates(analysis, answering)), answering),
    },
    evidence,
    searchedAt,
  };
};

/**
 * Composes an answer from the documents' own sentences, or refuses. Key-free and deterministic.
 * @returns the draft, and the evidence that a language model may word instead.
 */
export const composeExtractive = async (
  context: RetrievalContext,
  analysis: AnalysedQuestion,
): Promise<ComposedDraft> => {
  const parts = splitQuestions(analysis.resolved);
  const several =
    parts.length > 1 && declineByKind(analysis.resolved) === null
      ? await composeSeveral(context, analysis, parts, (...part) => composeOne(...part, false))
      : null;
  return several ?? composeOne(context, analysis);
};
