import { toChineseNumeral } from "../policy/chinese-numerals.ts";
import type { Clause, ClauseKind } from "../policy/clause.ts";
import type { DraftClause, Surrounding } from "./draft-clause.ts";

/** What a clause's label is made from, besides the clause itself. */
interface LabelPlace {
  /** The label of the parent; empty at the top. */
  readonly parentLabel: string;
  readonly parent: DraftClause | null;
  /** Counted among the siblings of its kind, from 1; what stands around the body is counted by itself. */
  readonly ordinal: number;
  /** What the top of the document is called here: before, in the place of, or after a numbered body. */
  readonly top: "开头" | "正文" | "结尾";
}

/** Between a division and what follows it: 第二章 第五条; nothing before （一）. */
const join = (parentLabel: string, part: string): string =>
  parentLabel === "" ? part : `${parentLabel} ${part}`;

/** The own text of an article is its first 款, unless it is no more than its title. */
const paragraphOfArticle = (article: DraftClause, ordinal: number): string =>
  `第${toChineseNumeral(Math.min(article.isBare ? ordinal : ordinal + 1, 9999))}款`;

const isLaterParagraph = ({ kind, isQuoted }: DraftClause): boolean => kind === "paragraph" && !isQuoted;

/** 1.2.1 is its own address; below a part or another numbering it follows that label. */
const decimalLabel = (marker: string, { parentLabel, parent }: LabelPlace): string => {
  const shown = marker.replace(/[.．、]$/, "");
  if (parent === null || parent.number === null) return join(parentLabel, shown);
  const last = parent.path.map(String).join(".");
  // The parent's own number (1. or 1.2) is already the beginning of this one.
  const isBeginning = parent.path.length > 0 && shown.normalize("NFKC").startsWith(`${last}.`);
  if (!isBeginning) return join(parentLabel, shown);
  const own = (parent.marker ?? "").replace(/[.．、]$/, "");
  return parentLabel.endsWith(own)
    ? `${parentLabel.slice(0, parentLabel.length - own.length)}${shown}`
    : join(parentLabel, shown);
};

const surroundingLabel = (surrounding: Surrounding, ordinal: number): string => {
  if (surrounding === "signature") return `落款第${ordinal}行`;
  if (surrounding === "closing") return `结尾第${ordinal}段`;
  return ordinal === 1 ? "附件清单" : `附件清单第${ordinal}段`;
};

/** Whether a clause belongs to the numbered body: it is numbered, or a list stands below it. */
const isOfBody = ({ kind, isEnclosed, surrounding, children }: DraftClause): boolean =>
  isEnclosed ||
  ["numbered", "article", "heading", "attachment"].includes(kind) ||
  (kind === "paragraph" && surrounding === null && children.length > 0);

/** What follows the parent's label: 六、 then （二） then 39. */
const labelOf = (draft: DraftClause, place: LabelPlace): string => {
  const { parentLabel, parent, ordinal } = place;
  const marker = draft.marker ?? "";
  switch (draft.kind) {
    case "title":
      return draft.isEnclosed ? `《${(draft.heading ?? "").replaceAll(/[\s《》]/g, "")}》` : "标题";
    case "contents":
      return join(parentLabel, "目录");
    case "heading":
      return join(parentLabel, draft.heading ?? "");
    case "footnote":
      return `脚注${draft.number ?? ordinal}`;
    case "dash":
      return `${parentLabel}“——”第${ordinal}项`;
    case "table-row":
      return `${parentLabel || place.top}表格第${ordinal}行`;
    case "paragraph":
      if (draft.surrounding !== null) return join(parentLabel, surroundingLabel(draft.surrounding, ordinal));
      if (draft.isQuoted) return `${parentLabel || place.top}引文第${ordinal}段`;
      if (parent?.kind === "article") return `${parentLabel}${paragraphOfArticle(parent, ordinal)}`;
      return `${parentLabel || place.top}第${ordinal}段`;
    case "article":
    case "attachment":
      return join(parentLabel, marker);
    case "numbered": {
      if (draft.path.length > 0 && draft.family?.name === "decimal") return decimalLabel(marker, place);
      if (draft.family?.rank !== null) return join(parentLabel, marker);
      const shown = /^[0-9０-９]+[.．、]$/.test(marker) ? marker.replace(/[.．、]$/, "") : marker;
      // 第五条第一款（三）, but 第五条（三） where the article has no other 款.
      const isFirstParagraph =
        parent?.kind === "article" &&
        !parent.isBare &&
        parent.children.some((child) => isLaterParagraph(child));
      if (isFirstParagraph) return `${parentLabel}第一款${shown}`;
      return parent?.surrounding === "attachment-list" ||
        parent?.kind === "attachment" ||
        parent?.kind === "heading" ||
        parent?.kind === "title"
        ? join(parentLabel, shown)
        : `${parentLabel}${shown}`;
    }
  }
};

/** The clause's own part of its id: family letter and number, or kind and ordinal. */
const idPart = (draft: DraftClause, ordinal: number): string => {
  switch (draft.kind) {
    case "title":
      return "title";
    case "contents":
      return "contents";
    case "heading":
      return `y${ordinal}`;
    case "footnote":
      return `fn${draft.number ?? ordinal}`;
    case "dash":
      return `h${ordinal}`;
    case "table-row":
      return `r${ordinal}`;
    case "paragraph":
      return `${draft.isQuoted ? "z" : "t"}${ordinal}`;
    case "article":
    case "attachment":
    case "numbered":
      return `${draft.family?.letter ?? "n"}${draft.number ?? ordinal}${draft.suffix === "" ? "" : `_${draft.suffix}`}`;
  }
};

/** Paragraphs of quoted provisions are counted by themselves. */
const ordinalKind = ({ kind, isQuoted }: DraftClause): ClauseKind | "quoted" => (isQuoted ? "quoted" : kind);

/**
 * What a label counts: each sort of surroundings by itself, and at the top what stands before, in and after the body.
 * In ids all paragraphs are counted together, whatever a better reading calls them.
 */
const labelledSort = (draft: DraftClause, top: LabelPlace["top"] | null): string => {
  if (draft.surrounding === "closing") return "结尾";
  return (
    draft.surrounding ??
    (draft.kind === "paragraph" && !draft.isQuoted && top !== null ? top : ordinalKind(draft))
  );
};

/**
 * Gives every clause its label, its whole span and an id that comes from its place (document, then the number
 * of each level), so that it survives ingesting again and edits elsewhere in the document.
 */
export const finishTree = (roots: readonly DraftClause[], documentId: string): Clause[] => {
  const taken = new Map<string, number>();
  const enclosed = roots.filter(({ isEnclosed }) => isEnclosed).length;
  // One numbered body needs no name before its addresses; of several each does.
  const namesEnclosed =
    enclosed > 1 || (enclosed === 1 && roots.some(({ kind }) => kind === "numbered" || kind === "article"));

  const unique = (id: string): string => {
    const copies = (taken.get(id) ?? 0) + 1;
    taken.set(id, copies);
    if (copies === 1) return id;
    // A copy's id may itself be taken where a marker reads like one.
    return unique(`${id}~${copies}`);
  };

  const finish = (
    drafts: readonly DraftClause[],
    parent: DraftClause | null,
    parentId: string,
    parentLabel: string,
  ): Clause[] => {
    const ordinals = new Map<ClauseKind | "quoted", number>();
    const labelled = new Map<string, number>();
    const bodyStart = drafts.findIndex((draft) => isOfBody(draft));
    const bodyEnd = drafts.findLastIndex((draft) => isOfBody(draft));
    const surroundings = drafts.findIndex(({ surrounding }) => surrounding !== null);
    const topAt = (index: number): LabelPlace["top"] => {
      if (bodyStart !== -1 && index < bodyStart) return "开头";
      const isAfter = (bodyStart !== -1 && index > bodyEnd) || (surroundings !== -1 && index >= surroundings);
      return isAfter ? "结尾" : "正文";
    };
    return drafts.map((draft, index) => {
      const top = topAt(index);
      const sort = labelledSort(draft, parentLabel === "" ? top : null);
      const nth = (labelled.get(sort) ?? 0) + 1;
      labelled.set(sort, nth);
      const ordinal = (ordinals.get(ordinalKind(draft)) ?? 0) + 1;
      ordinals.set(ordinalKind(draft), ordinal);
      const label = labelOf(draft, { parentLabel, parent, ordinal: nth, top });
      const separator = parentId === documentId ? "." : "-";
      const clauseId = unique(`${parentId}${separator}${idPart(draft, ordinal)}`);
      const children = finish(
        draft.children,
        draft,
        clauseId,
        draft.isEnclosed && !namesEnclosed ? "" : label,
      );
      return {
        clauseId,
        kind: draft.kind,
        marker: draft.marker,
        label,
        heading: draft.heading,
        start: draft.start,
        end: draft.end,
        wholeEnd: children.at(-1)?.wholeEnd ?? draft.end,
        children,
        ...(draft.annotates === null ? {} : { annotates: draft.annotates }),
        ...(draft.page === null ? {} : { page: draft.page }),
      };
    });
  };

  return finish(roots, null, documentId, "");
};
