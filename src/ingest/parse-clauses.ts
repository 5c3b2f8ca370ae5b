import type { Clause } from "../policy/clause.ts";
import type { IngestIssue } from "../policy/document.ts";
import { headingOf } from "./headings.ts";
import type { MarkerFamily } from "./markers/marker.ts";
import { readMarker } from "./markers/read-marker.ts";
import type { NormalisedText, Paragraph } from "./normalise.ts";
import { finishTree } from "./finish-tree.ts";

/** A clause while the tree is built; labels, ids and whole spans come afterwards. */
export interface DraftClause {
  readonly kind: Clause["kind"];
  readonly family: MarkerFamily | null;
  readonly marker: string | null;
  readonly number: number | null;
  readonly suffix: string;
  readonly heading: string | null;
  readonly start: number;
  readonly end: number;
  readonly annotates: number | null;
  readonly children: DraftClause[];
}

export interface ParsedClauses {
  readonly clauses: readonly Clause[];
  readonly issues: readonly IngestIssue[];
}

/** Where an open container with this family makes room for the next clause of the same level. */
const levelFor = (open: readonly DraftClause[], family: MarkerFamily): number => {
  const same = open.findIndex((clause) => clause.family?.name === family.name);
  if (same !== -1) return same;
  if (family.rank === null) return open.length;
  // Fixed nesting (编 > 章 > 节 > 条): everything of lower rank, and all free numbering above it, ends here.
  const { rank } = family;
  const lower = open.findIndex(
    (clause) => clause.family === null || clause.family.rank === null || clause.family.rank >= rank,
  );
  return lower === -1 ? open.length : lower;
};

/** Plain text belongs to the nearest numbered clause above it; after the items of an article, to the article. */
const parentOfParagraph = (open: readonly DraftClause[]): DraftClause | undefined =>
  open.findLast((clause) => clause.kind === "article") ?? open.at(-1);

/**
 * Builds the clause tree of a document from its paragraphs. Every paragraph becomes exactly one clause
 * (invariant 2); the level of a numbering family is decided by where the document uses it.
 *
 * @param title the title as it stands in the text, where the first paragraph is one.
 * @returns the tree, and numbers that are skipped or repeated as issues.
 */
export const parseClauses = (
  normalised: NormalisedText,
  documentId: string,
  title: { readonly start: number; readonly end: number } | null,
): ParsedClauses => {
  const { text, paragraphs } = normalised;
  const roots: DraftClause[] = [];
  const open: DraftClause[] = [];
  const lastNumber = new Map<string, number>();
  const issues: IngestIssue[] = [];
  const footnotePlaces = paragraphs.filter((each) => !each.isFootnote).flatMap((each) => each.cuts);
  let footnotes = 0;

  const add = (parent: DraftClause | undefined, clause: DraftClause): void => {
    (parent?.children ?? roots).push(clause);
  };

  const draft = (
    paragraph: Paragraph,
    fields: Partial<DraftClause> & Pick<DraftClause, "kind">,
  ): DraftClause => ({
    family: null,
    marker: null,
    number: null,
    suffix: "",
    heading: null,
    start: paragraph.start,
    end: paragraph.end,
    annotates: null,
    children: [],
    ...fields,
  });

  const checkNumber = (
    family: MarkerFamily,
    number: number,
    siblings: readonly DraftClause[],
    paragraph: Paragraph,
  ): void => {
    const before = siblings.findLast((sibling) => sibling.family?.name === family.name)?.number ?? null;
    // Numbering may run on across sections, so a first sibling may follow the last number of its family.
    const expected = before === null ? [1, (lastNumber.get(family.name) ?? 0) + 1] : [before + 1];
    if (!expected.includes(number)) {
      const repeated = before !== null && number <= before;
      issues.push({
        code: repeated ? "number_repeated" : "number_skipped",
        message: repeated
          ? `编号重复或倒退：${text.slice(paragraph.start, paragraph.start + 12)}…`
          : `编号不连续：${text.slice(paragraph.start, paragraph.start + 12)}…`,
        start: paragraph.start,
        end: paragraph.end,
      });
    }
    lastNumber.set(family.name, number);
  };

  const addMarked = (paragraph: Paragraph, content: string): boolean => {
    const read = readMarker(content);
    if (read === null) return false;
    const { family, match } = read;
    if (family.name === "dash") {
      add(open.at(-1), draft(paragraph, { kind: "dash", family, marker: match.marker }));
      return true;
    }
    open.length = levelFor(open, family);
    const parent = open.at(-1);
    const clause = draft(paragraph, {
      kind: family.name === "article" ? "article" : "numbered",
      family,
      marker: match.marker,
      number: match.number,
      suffix: match.suffix,
      heading: family.name === "article" ? null : headingOf(content.slice(match.length)),
    });
    if (match.number !== null && match.suffix === "") {
      checkNumber(family, match.number, parent?.children ?? roots, paragraph);
    }
    add(parent, clause);
    open.push(clause);
    return true;
  };

  for (const paragraph of paragraphs) {
    const content = text.slice(paragraph.start, paragraph.end);
    if (title !== null && paragraph.start === title.start) {
      add(undefined, draft(paragraph, { kind: "title", heading: content }));
    } else if (paragraph.isFootnote) {
      // The lost markers stood where the lines were cut, in the order of the footnotes.
      const place = footnotePlaces[footnotes] ?? null;
      footnotes += 1;
      add(undefined, draft(paragraph, { kind: "footnote", number: footnotes, annotates: place }));
    } else if (!addMarked(paragraph, content)) {
      add(parentOfParagraph(open), draft(paragraph, { kind: "paragraph" }));
    }
  }
  return { clauses: finishTree(roots, documentId), issues };
};
