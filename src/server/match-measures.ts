import type { IndexSnapshot } from "../clause-index/index-types.ts";
import type { MatchReply, MatchRequest } from "../contract/match.ts";
import type { ConditionReader } from "../text-models/pair-reader.ts";
import type { Facts } from "../matching/facts.ts";
import type { JudgedMeasure } from "../matching/judge-measure.ts";
import { matchProfile, matchWithReader } from "../matching/match-profile.ts";
import type { MeasureStore } from "../matching/measure-store.ts";
import type { ReaderLimits } from "../matching/reader-pass.ts";
import { READER_LIMITS } from "../matching/reader-pass.ts";
import { readProfile } from "../matching/read-profile.ts";
import type { Measure } from "../measures/measure.ts";
import type { TextSpan } from "../measures/requirement.ts";
import type { Citation } from "../policy/citation.ts";
import { cite } from "../policy/citation.ts";
import type { PolicyDocument } from "../policy/document.ts";
import { todayInShanghai } from "../policy/partial-date.ts";
import type { Status } from "../policy/validity.ts";
import { statusInChinese, statusOn } from "../policy/validity.ts";
import { bookTitle } from "./book-title.ts";
import { clauseAt } from "./clause-at.ts";

type MeasureReply = MatchReply["measures"][number];
type NoticeReply = MatchReply["notices"][number];

const citeSpan = (document: PolicyDocument, span: TextSpan, index: number, asOf: string): Citation | null => {
  const placed = clauseAt(document.clauses, span);
  if (placed === null || span.start >= span.end) return null;
  return cite(index, { document, ...placed, start: span.start, end: span.end }, asOf);
};

const loose = (citation: Citation): MeasureReply["citation"] => ({
  ...citation,
  issuers: [...citation.issuers],
  path: [...citation.path],
});

const measureReply = (document: PolicyDocument, judged: JudgedMeasure, asOf: string): MeasureReply | null => {
  const { measure, verdict, offer } = judged;
  const slice = (span: TextSpan | null): string | null =>
    span === null ? null : document.text.slice(span.start, span.end);
  const own = citeSpan(document, measure, 1, asOf);
  if (own === null) return null;
  const conditions: MeasureReply["conditions"] = [];
  for (const { condition, verdict: each, field, actual } of judged.conditions) {
    const citation = citeSpan(document, condition, conditions.length + 2, asOf);
    if (citation === null) continue;
    conditions.push({
      text: citation.quote,
      verdict: each,
      ...(condition.negated ? { excludes: true } : {}),
      field,
      actual: typeof actual === "object" && actual !== null ? [...actual] : actual,
      citation: loose(citation),
    });
  }
  return {
    title: measure.title,
    kind: measure.kind,
    verdict,
    conditions,
    support: slice(offer.support) ?? "",
    amount: slice(offer.amount),
    department: slice(measure.department),
    deadline: slice(measure.deadline),
    materials: slice(measure.materials),
    place: slice(measure.place),
    phone: slice(measure.phone),
    citation: loose(own),
  };
};

const KINDS: Partial<Record<Status, NoticeReply["kind"]>> = {
  expired: "expired",
  repealed: "repealed",
  not_yet_effective: "not_yet_effective",
  unknown: "status_unknown",
};

const noticesOf = (measures: readonly MeasureReply[]): NoticeReply[] => {
  const notices = new Map<string, NoticeReply>();
  for (const { citation } of measures) {
    const kind = KINDS[citation.status];
    if (kind === undefined) continue;
    const text =
      kind === "status_unknown"
        ? `${bookTitle(citation.documentTitle)}没有写明施行日期或有效期，请向发文机关核实是否仍然有效。`
        : `${bookTitle(citation.documentTitle)}${statusInChinese[citation.status]}，不能据以申请。`;
    notices.set(citation.documentId, { kind, documentId: citation.documentId, text });
  }
  return [...notices.values()];
};

const profileReply = (facts: Facts): MatchReply["profile"] => ({
  description: facts.description === "" ? null : facts.description,
  region: facts.region,
  foundedOn: facts.foundedOn,
  industries: [...facts.industries],
  employees: facts.employees,
  revenue: facts.revenue,
  assets: facts.assets,
  rdSpending: facts.rdSpending,
  patents: facts.patents,
  qualifications: [...facts.qualifications],
  organisation: facts.organisation,
  needs: [...facts.needs],
  sources: Object.fromEntries(
    Object.entries(facts.sources).flatMap(([field, source]) =>
      source === undefined ? [] : [[field, source]],
    ),
  ),
});

/** What matching reads of an index. */
type MatchedSnapshot = Pick<
  IndexSnapshot,
  "fingerprint" | "listDocuments" | "documentHashes" | "getDocument"
>;

/** Clauses with dates of their own are few: only their statuses differ from their documents'. */
const statusOf = async (snapshot: MatchedSnapshot, asOf: string): Promise<(measure: Measure) => Status> => {
  const statuses = new Map<string, Status>();
  for (const head of await snapshot.listDocuments()) statuses.set(head.documentId, statusOn(head, asOf));
  return ({ documentId, validity }) => {
    const own = statuses.get(documentId);
    if (validity !== null && own !== "repealed") return statusOn(validity, asOf);
    return own ?? "unknown";
  };
};

/**
 * Which measures of the index apply to a profile, with reasons that are cited.
 * @param reader - asked about conditions that no rule decides
 */
export const matchMeasures = async (
  snapshot: MatchedSnapshot,
  store: MeasureStore,
  request: MatchRequest,
  reader: ConditionReader | null = null,
  limits: ReaderLimits = READER_LIMITS,
): Promise<MatchReply> => {
  const asOf = request.asOf ?? todayInShanghai();
  const facts = readProfile(request.profile, asOf);
  const all = await store.measuresOf(snapshot);
  const wanted =
    request.documentIds === undefined || request.documentIds.length === 0
      ? null
      : new Set(request.documentIds);
  const candidates = wanted === null ? all : all.filter(({ documentId }) => wanted.has(documentId));
  const matched = { facts, asOf, limit: request.limit, statusOf: await statusOf(snapshot, asOf) };
  const { measures, missing } =
    reader === null
      ? matchProfile(candidates, matched)
      : await matchWithReader(
          candidates,
          matched,
          reader,
          async (documentId) => (await snapshot.getDocument(documentId))?.text ?? null,
          limits,
        );
  const shown: MeasureReply[] = [];
  for (const judged of measures) {
    const document = await snapshot.getDocument(judged.measure.documentId);
    const reply = document === null ? null : measureReply(document, judged, asOf);
    if (reply !== null) shown.push(reply);
  }
  return {
    profile: profileReply(facts),
    measures: shown,
    missing: [...missing],
    notices: noticesOf(shown),
    asOf,
    index: snapshot.fingerprint,
  };
};
