import type { Clause } from "../policy/clause.ts";
import type { IngestIssue } from "../policy/document.ts";
import { checkNumber } from "./check-number.ts";
import type { DraftClause } from "./draft-clause.ts";
import { finishTree } from "./finish-tree.ts";
import { articleHeadingOf, divisionHeadingOf, headingOf, withoutSpacing } from "./headings.ts";
import { classifyParagraphs } from "./markers/classify-paragraphs.ts";
import type { ReadMarker } from "./markers/marker.ts";
import { findNestedLists } from "./markers/nested-lists.ts";
import { writesTitlesInParentheses } from "./markers/parenthesised-titles.ts";
import type { NormalisedText } from "./normalise.ts";
import {
  attachmentDepth,
  clauseDepth,
  headingDepth,
  introductionDepth,
  LOWEST_LEVEL,
  partDepth,
  unnumberedHeadingDepth,
} from "./open-clauses.ts";

export interface ParsedClauses {
  readonly clauses: readonly Clause[];
  readonly issues: readonly IngestIssue[];
}

/**
 * Builds the clause tree of a document from its paragraphs. Every paragraph belongs to exactly one clause's own
 * span (invariant 2); which markers are headings and how their families nest is decided from the whole document.
 *
 * @param title the title as it stands in the text, where it has one: one paragraph or several.
 * @returns the tree, and numbers that are skipped or repeated as issues.
 */
export const parseClauses = (
  normalised: NormalisedText,
  documentId: string,
  title: { readonly start: number; readonly end: number } | null,
): ParsedClauses => {
  const { text, paragraphs } = normalised;
  const { roles, isAbove } = classifyParagraphs(text, paragraphs, title);
  const nestedLists = findNestedLists(roles, isAbove);
  const titlesInParentheses = writesTitlesInParentheses(text, paragraphs, roles);
  const roots: DraftClause[] = [];
  const open: DraftClause[] = [];
  const lastNumber = new Map<string, number>();
  const issues: IngestIssue[] = [];
  const footnotePlaces = paragraphs.filter((each) => !each.isFootnote).flatMap((each) => each.cuts);
  let footnotes = 0;

  const draft = (
    index: number,
    lines: number,
    fields: Partial<DraftClause> & Pick<DraftClause, "kind">,
  ): DraftClause => {
    const { start = 0, end = 0, fact } = paragraphs[index] ?? {};
    return {
      family: null,
      marker: null,
      number: null,
      suffix: "",
      path: [],
      heading: null,
      start,
      end: paragraphs[index + lines - 1]?.end ?? end,
      annotates: null,
      page: fact?.page ?? null,
      level: null,
      isBare: false,
      isQuoted: false,
      isEnclosed: false,
      surrounding: null,
      children: [],
      ...fields,
    };
  };
  const contentOf = (clause: DraftClause): string => text.slice(clause.start, clause.end);
  const add = (clause: DraftClause): void => {
    (open.at(-1)?.children ?? roots).push(clause);
  };
  /** Ends what is open below `depth` and opens `clause` there. */
  const enter = (depth: number, clause: DraftClause): void => {
    open.length = Math.min(depth, open.length);
    add(clause);
    open.push(clause);
  };
  const report = (clause: DraftClause): void => {
    const siblings = open.at(-1)?.children ?? roots;
    const name = clause.family?.name ?? "";
    const issue = checkNumber(text, clause, siblings, lastNumber.get(name) ?? 0);
    if (issue !== null) issues.push(issue);
    if (clause.number !== null && clause.suffix === "") lastNumber.set(name, clause.number);
  };
  /** A part of its own counts from 1 again. */
  const beginPart = (): void => {
    for (const name of lastNumber.keys()) if (!name.startsWith("attach")) lastNumber.delete(name);
  };

  const addMarked = (index: number, { family, match }: ReadMarker): void => {
    const whole = draft(index, 1, { kind: "paragraph" });
    const body = contentOf(whole).slice(match.length);
    if (family.name === "dash") {
      add({ ...whole, kind: "dash", family, marker: match.marker });
      return;
    }
    const isArticle = family.name === "article";
    const isFollowedByText = roles[index + 1]?.kind === "text";
    const heading = isArticle
      ? articleHeadingOf(body, isFollowedByText, titlesInParentheses)
      : family.rank === null
        ? headingOf(body)
        : divisionHeadingOf(body);
    const fact = paragraphs[index]?.fact;
    const clause: DraftClause = {
      ...whole,
      kind: isArticle ? "article" : "numbered",
      family,
      marker: match.marker,
      number: match.number,
      suffix: match.suffix,
      path: match.path ?? (match.number === null || match.suffix !== "" ? [] : [match.number]),
      heading,
      level: fact?.kind === "heading" ? (fact.level ?? LOWEST_LEVEL) : null,
      isBare: isArticle && (body.trim() === "" || heading === body.trim()),
    };
    let depth = nestedLists.has(index) ? open.length : clauseDepth(open, { family, match }, isAbove);
    const { level } = clause;
    if (level !== null) {
      // A heading ends unnumbered headings of its own level and below.
      const ended = open.findIndex(
        (each) => each.kind === "heading" && (each.level ?? LOWEST_LEVEL) >= level,
      );
      if (ended !== -1) depth = Math.min(depth, ended);
    }
    open.length = Math.min(depth, open.length);
    report(clause);
    enter(depth, clause);
  };

  const addListedAttachment = (index: number, read: ReadMarker | null): void => {
    if (read === null) {
      const list = draft(index, 1, { kind: "paragraph", surrounding: "attachment-list" });
      enter(partDepth(open), list);
      return;
    }
    const { family, match } = read;
    const { marker, number } = match;
    const entry = draft(index, 1, { kind: "numbered", family, marker, number });
    add({ ...entry, heading: headingOf(contentOf(entry).slice(match.length)) });
  };

  const addText = (index: number): void => {
    const article = open.findLastIndex((clause) => clause.kind === "article");
    const paragraph = draft(index, 1, { kind: "paragraph" });
    const next = roles[index + 1];
    const introduces =
      next?.kind === "marked" && /[：:]$/.test(contentOf(paragraph).slice(-1)) && !nestedLists.has(index + 1);
    const beside = article === -1 && introduces ? introductionDepth(open, next.read) : null;
    if (beside !== null) {
      enter(beside, paragraph);
      return;
    }
    // In an article each paragraph is a 款, and the items after it are its own.
    if (article !== -1) enter(article + 1, paragraph);
    else add(paragraph);
  };

  const addFootnote = (index: number): void => {
    const stated = paragraphs[index]?.fact?.annotates;
    // The lost markers stood where the lines were cut, in the order of the footnotes.
    const annotates = stated ?? footnotePlaces[footnotes] ?? null;
    footnotes += 1;
    roots.push(draft(index, 1, { kind: "footnote", number: footnotes, annotates }));
  };

  roles.forEach((role, index) => {
    const isInList = role.kind === "listed-attachment" || role.kind === "footnote";
    if (open.at(-1)?.surrounding === "attachment-list" && !isInList) open.pop();
    switch (role.kind) {
      case "title":
      case "enclosed-title": {
        if (role.lines === 0) return;
        const clause = draft(index, role.lines, { kind: "title" });
        const titled = { ...clause, heading: contentOf(clause).replaceAll("\n", "") };
        open.length = 0;
        if (role.kind === "title") add(titled);
        else {
          beginPart();
          enter(0, { ...titled, isEnclosed: true });
        }
        return;
      }
      case "contents":
        if (role.lines > 0) add(draft(index, role.lines, { kind: "contents", heading: "目录" }));
        return;
      case "attachment": {
        if (role.lines === 0) return;
        const { family, match } = role.read;
        const clause = draft(index, role.lines, { kind: "attachment", family, marker: match.marker });
        open.length = attachmentDepth(open, family.rank ?? 0);
        beginPart();
        const body = contentOf(clause).slice(match.length);
        const attachment = {
          ...clause,
          number: match.number,
          suffix: match.suffix,
          heading: divisionHeadingOf(body),
        };
        report(attachment);
        enter(open.length, attachment);
        return;
      }
      case "marked":
        addMarked(index, role.read);
        return;
      case "heading": {
        const level = paragraphs[index]?.fact?.level ?? LOWEST_LEVEL;
        const clause = draft(index, 1, { kind: "heading", level });
        enter(headingDepth(open, level), { ...clause, heading: contentOf(clause) });
        return;
      }
      case "unnumbered-heading": {
        const clause = draft(index, 1, { kind: "heading", level: LOWEST_LEVEL });
        const depth = unnumberedHeadingDepth(open, role.listBelow, isAbove);
        enter(depth, { ...clause, heading: withoutSpacing(contentOf(clause)).replace(/[：:]$/, "") });
        return;
      }
      case "text":
        addText(index);
        return;
      case "quoted":
        add(draft(index, 1, { kind: "paragraph", isQuoted: true }));
        return;
      case "closing":
      case "signature":
        open.length = partDepth(open);
        add(draft(index, 1, { kind: "paragraph", surrounding: role.kind }));
        return;
      case "listed-attachment":
        addListedAttachment(index, role.read);
        return;
      case "table-row":
        add(draft(index, 1, { kind: "table-row" }));
        return;
      case "footnote":
        addFootnote(index);
    }
  });
  return { clauses: finishTree(roots, documentId), issues };
};
