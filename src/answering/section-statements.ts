import type { Clause } from "../policy/clause.ts";
import { splitSentences } from "../policy/sentences.ts";
import type { ClausePlace } from "../retrieval/retrieval-context.ts";
import type { QuotedSpan, StatementDraft } from "./draft.ts";

const plainChildren = (clause: Clause): readonly Clause[] =>
  clause.children.filter(({ marker }) => marker === null);

/** The parts of a clause that bear a number or another mark. */
export const numberedChildren = (clause: Clause): readonly Clause[] =>
  clause.children.filter(({ marker }) => marker !== null);

/** UTF-16 units of a part that is quoted whole. */
const SHORT_PART = 160;

const headingSpan = ({ document, clause, ancestors }: ClausePlace): QuotedSpan => {
  const [first] = splitSentences(document.text, clause.start, clause.end);
  return { document, clause, ancestors, start: clause.start, end: first?.end ?? clause.end };
};

const beginningSpan = ({ document, clause, ancestors }: ClausePlace): QuotedSpan => {
  const [first, second] = splitSentences(document.text, clause.start, clause.end);
  const isShort = clause.end - clause.start <= SHORT_PART;
  const end = isShort ? clause.end : clause.heading === null ? first?.end : (second ?? first)?.end;
  return { document, clause, ancestors, start: clause.start, end: end ?? clause.end };
};

/**
 * A counted list of parts by their headings.
 * @param quoted - of each part its heading, or also what it says first
 * @param whose - what the parts are of, where no heading before them says it
 */
export const partsStatement = (
  parts: readonly ClausePlace[],
  language: "zh" | "en",
  quoted: "headings" | "beginnings",
  whose: string | null = null,
): StatementDraft => {
  const headings = parts.map((part) => headingSpan(part));
  const quotes = quoted === "headings" ? headings : parts.map((part) => beginningSpan(part));
  const names = parts.map(({ document, clause }, index) => {
    const { start, end } = headings[index] ?? clause;
    const name =
      clause.heading === null ? document.text.slice(start, end) : `${clause.marker ?? ""}${clause.heading}`;
    return name.replace(/^——/, "").replace(/[。；;]$/, "");
  });
  const text =
    language === "en"
      ? `${whose ?? "It"} has ${parts.length} parts: ${names.join("; ")}.`
      : `${whose ?? "其下"}共${parts.length}项：${names.join("；")}。`;
  return { text, quotes, count: parts.length };
};

/**
 * The clause's own words, its opening paragraphs, and a counted list of what it is divided into.
 * @param quoted - of each part its heading, or also what it says first
 */
export const sectionStatements = (
  span: QuotedSpan,
  language: "zh" | "en",
  quoted: "headings" | "beginnings",
): StatementDraft[] => {
  const { document, clause, ancestors } = span;
  const quote = (each: Clause, within: readonly Clause[]): QuotedSpan => ({
    document,
    clause: each,
    ancestors: within,
    start: each.start,
    end: each.end,
  });
  const below = [...ancestors, clause];
  const text = (each: Clause): string => document.text.slice(each.start, each.end);
  const statements: StatementDraft[] = [
    { text: text(clause), quotes: [quote(clause, ancestors)], count: null },
  ];
  for (const child of plainChildren(clause).slice(0, 4)) {
    statements.push({ text: text(child), quotes: [quote(child, below)], count: null, isItem: true });
  }
  const parts = numberedChildren(clause).map((part) => ({ document, clause: part, ancestors: below }));
  if (parts.length > 0) statements.push({ ...partsStatement(parts, language, quoted), isItem: true });
  return statements;
};
