import { randomUUID } from "node:crypto";
import type { MatchReply } from "../contract/match.ts";
import type { Answer, Notice, Refusal, Statement } from "../policy/answer.ts";
import type { Citation } from "../policy/citation.ts";
import { cite } from "../policy/citation.ts";
import type { PolicyDocument } from "../policy/document.ts";
import { verifyStatement } from "../verification/verify-statement.ts";
import { bookTitle } from "./book-title.ts";
import { clauseAt } from "./clause-at.ts";

type Matched = MatchReply["measures"][number];
type Cited = MatchReply["measures"][number]["citation"];

interface Sources {
  getDocument(documentId: string): Promise<PolicyDocument | null>;
  /** What would decide most of the measures that are shown. */
  readonly missing: MatchReply["missing"];
  /** `performance.now()` when the question arrived. */
  readonly startedAt: number;
}

/** Measures that an answer names, directions among them, and clauses with conditions that it quotes for each. */
const MEASURES = 5;
const DIRECTIONS = 2;
const CLAUSES = 8;
const CONDITIONS = 4;
const VERDICTS = { applies: "适用", may_apply: "可能适用" } as const;

const quoted = (conditions: Matched["conditions"]): string =>
  [...new Set(conditions.map(({ text }) => text.trim()))]
    // 企业 alone says nothing to a company.
    .filter((text) => text.length > 3)
    .slice(0, CONDITIONS)
    .map((text) => `“${text}”`)
    .join("、");

/** What is said of conditions by their verdict; of those that rule somebody out, that they do not speak of the reader. */
const REASONS = [
  ["met", false, "已符合"],
  ["met", true, "不属于排除情形"],
  ["unknown", false, "待确认"],
  ["unknown", true, "待确认不属于排除情形"],
] as const;

/** 可能适用：《…》第三条。已符合…；待确认…: the verdict with its reasons. */
const verdictNotice = ({ verdict, kind, conditions, citation }: Matched): Notice | null => {
  if (verdict === "does_not_apply") return null;
  const reasons = REASONS.map(([each, excludes, said]) => {
    const words = quoted(
      conditions.filter((one) => one.verdict === each && (one.excludes ?? false) === excludes),
    );
    return words === "" ? "" : `${said}${words}`;
  });
  const what = kind === "direction" ? "（支持方向，没有可以申请的事项）" : "";
  const text = `${VERDICTS[verdict]}：${bookTitle(citation.documentTitle)}${citation.label}${what}。${reasons.filter((each) => each !== "").join("；")}`;
  return { kind: "match", documentId: citation.documentId, text: text.replace(/[。；]?$/, "。") };
};

const questionNotice = (missing: MatchReply["missing"]): Notice | null => {
  const [first] = missing;
  return first === undefined
    ? null
    : {
        kind: "question",
        documentId: null,
        text: `${first.question}（这一项可以确定 ${first.wouldDecide} 项政策是否适用；也可以在“政策匹配”中填写：/#match）`,
      };
};

/** Whether a condition that says more than 企业 is met: what asks for nothing else is for everybody. */
const isParticular = ({ conditions }: Matched): boolean =>
  conditions.some(({ verdict, field }) => verdict === "met" && field !== "organisation");

/** What can be applied for, before what is only supported. */
export const shownOf = ({ measures }: MatchReply): readonly Matched[] => {
  const open = measures.filter((each) => each.verdict !== "does_not_apply" && isParticular(each));
  const entitlements = open.filter(({ kind }) => kind === "entitlement").slice(0, MEASURES);
  const directions = open.filter(({ kind }) => kind === "direction");
  return [...entitlements, ...directions.slice(0, Math.min(DIRECTIONS, MEASURES - entitlements.length))];
};

/** The sentence of a direction: its clause says much else. */
const sentenceOf = async (
  { kind, citation, support }: Matched,
  sources: Sources,
  asOf: string,
): Promise<Citation> => {
  const document = kind === "direction" ? await sources.getDocument(citation.documentId) : null;
  const at = document === null || support === "" ? -1 : document.text.indexOf(support, citation.start);
  if (document === null || at < 0 || at + support.length > citation.end) return citation;
  const before = document.text.slice(citation.start, at);
  const start = citation.start + before.length - (/[^。；\n]*$/.exec(before)?.[0].length ?? 0);
  const end =
    at + support.length + (/^[。；]/.exec(document.text.slice(at + support.length))?.[0].length ?? 0);
  const placed = clauseAt(document.clauses, { start, end });
  return placed === null ? citation : cite(1, { document, ...placed, start, end }, asOf);
};

/** Citations numbered from 1 in the order of first use; one for one span. */
class Numbers {
  readonly #known = new Map<string, Citation>();

  index(citation: Citation): number {
    const key = `${citation.documentId} ${citation.start} ${citation.end}`;
    const known = this.#known.get(key) ?? { ...citation, index: this.#known.size + 1 };
    this.#known.set(key, known);
    return known.index;
  }

  get citations(): readonly Citation[] {
    return [...this.#known.values()];
  }
}

/** The clauses that state the conditions, each with its own words, beside the clause of the measure itself. */
const conditionClauses = async (measure: Matched, sources: Sources, asOf: string): Promise<Citation[]> => {
  const document = await sources.getDocument(measure.citation.documentId);
  if (document === null) return [];
  const found = new Map<number, Citation>();
  for (const { citation } of measure.conditions) {
    if (citation.start >= measure.citation.start && citation.end <= measure.citation.end) continue;
    const placed = clauseAt(document.clauses, citation);
    if (placed === null || placed.clause.kind === "title") continue;
    const { start, end } = placed.clause;
    const words = document.text.slice(start, end).trimEnd();
    // The place of the issuers says where a document is for; it states no condition.
    if (words === "" || words === document.title || found.has(start)) continue;
    if (!/[，。；：]/.test(words) && words.length < 24) continue;
    found.set(start, cite(1, { document, ...placed, start, end: start + words.length }, asOf));
  }
  return [...found.values()].toSorted((a, b) => a.start - b.start).slice(0, CLAUSES);
};

const isSupported = ({ quote }: Cited, text: string): boolean => verifyStatement(text, [quote], []).supported;

const refusalOf = (reply: MatchReply): Refusal => {
  const nearest = reply.measures
    .slice(0, 3)
    .map(({ citation }, place) => ({ ...citation, index: place + 1 }));
  const knows = Object.keys(reply.profile.sources).some((field) => field !== "needs");
  const [first] = reply.missing;
  const question = first === undefined ? "" : first.question;
  if (!knows)
    return {
      reason: "needs_clarification",
      message: `要判断哪些政策适用，需要先了解贵公司。${question}请说明注册地、成立时间、行业、职工人数、上年度营业收入、研发费用和已有资质中已知的几项；也可以在“政策匹配”中填写：/#match`,
      nearest,
    };
  return {
    reason: "not_in_corpus",
    message: `按目前了解的情况，现行有效的文件中没有查到适用的措施。${question}`,
    nearest,
  };
};

/** What matching found as an answer: the words of measures and conditions, each verdict with its reasons, and a question. */
export const matchingAnswer = async (
  question: string,
  reply: MatchReply,
  sources: Sources,
): Promise<Answer> => {
  const shown = shownOf(reply);
  const knows = Object.keys(reply.profile.sources).some((field) => field !== "needs");
  const numbers = new Numbers();
  const statements: Statement[] = [];
  const state = (citation: Citation): void => {
    const text = citation.quote.trim();
    const isSaid = statements.some((each) => each.text === text);
    if (
      isSaid ||
      !isSupported({ ...citation, issuers: [...citation.issuers], path: [...citation.path] }, text)
    )
      return;
    statements.push({ text, citations: [numbers.index(citation)], count: null });
  };
  if (knows) {
    for (const measure of shown) {
      state(await sentenceOf(measure, sources, reply.asOf));
      for (const citation of await conditionClauses(measure, sources, reply.asOf)) state(citation);
    }
  }
  const refusal = statements.length === 0 ? refusalOf(reply) : null;
  const documents = new Set(shown.map(({ citation }) => citation.documentId));
  const notices =
    refusal !== null
      ? []
      : [
          // Two gifts of one clause may have one reason.
          ...new Map(shown.map((each) => verdictNotice(each)).map((each) => [each?.text, each])).values(),
          ...reply.notices.filter(({ documentId }) => documentId !== null && documents.has(documentId)),
          questionNotice(sources.missing),
        ].filter((notice) => notice !== null);
  const total = performance.now() - sources.startedAt;
  return {
    id: randomUUID(),
    resolvedQuestion: question,
    refused: refusal !== null,
    refusal,
    answer: statements
      .map(({ text, citations }) => text + citations.map((index) => `[${index}]`).join(""))
      .join("\n"),
    statements,
    citations: numbers.citations,
    notices,
    asOf: reply.asOf,
    mode: "extractive",
    model: null,
    index: reply.index,
    timingMs: { understand: 0, retrieve: total, compose: 0, verify: 0, total },
  };
};
