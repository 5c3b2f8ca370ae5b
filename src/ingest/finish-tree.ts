import { toChineseNumeral } from "../policy/chinese-numerals.ts";
import type { Clause } from "../policy/clause.ts";
import type { DraftClause } from "./parse-clauses.ts";

/** What follows the parent's label: 六、 then （二） then 39. */
const labelPart = (draft: DraftClause, parentLabel: string, ordinal: number): string => {
  switch (draft.kind) {
    case "title":
      return "标题";
    case "footnote":
      return `脚注${draft.number ?? ordinal}`;
    case "dash":
      return `${parentLabel}“——”第${ordinal}项`;
    case "paragraph":
      // The own text of an article is its first paragraph (第一款).
      return /第[^\s]+条(之[^\s]+)?$/.test(parentLabel)
        ? `${parentLabel}第${toChineseNumeral(Math.min(ordinal + 1, 9999))}款`
        : `${parentLabel || "开头"}第${ordinal}段`;
    case "article":
      return `${parentLabel}${parentLabel === "" ? "" : " "}${draft.marker ?? ""}`;
    case "numbered": {
      const marker = draft.marker ?? "";
      const isDivision = draft.family?.rank !== null;
      if (isDivision) return `${parentLabel}${parentLabel === "" ? "" : " "}${marker}`;
      const shown = /^[0-9０-９]/.test(marker) ? marker.replace(/[.．、]$/, "") : marker;
      return `${parentLabel}${shown}`;
    }
  }
};

/** The clause's own part of its id: family letter and number, or kind and ordinal. */
const idPart = (draft: DraftClause, ordinal: number): string => {
  switch (draft.kind) {
    case "title":
      return "title";
    case "footnote":
      return `fn${draft.number ?? ordinal}`;
    case "dash":
      return `h${ordinal}`;
    case "paragraph":
      return `t${ordinal}`;
    case "article":
    case "numbered":
      return `${draft.family?.letter ?? "n"}${draft.number ?? ordinal}${draft.suffix === "" ? "" : `_${draft.suffix}`}`;
  }
};

/**
 * Gives every clause its label, its whole span and an id that comes from its place (document, then the number
 * of each level), so that it survives ingesting again and edits elsewhere in the document.
 */
export const finishTree = (roots: readonly DraftClause[], documentId: string): Clause[] => {
  const taken = new Set<string>();

  const unique = (id: string): string => {
    let candidate = id;
    for (let copy = 2; taken.has(candidate); copy += 1) candidate = `${id}~${copy}`;
    taken.add(candidate);
    return candidate;
  };

  const finish = (drafts: readonly DraftClause[], parentId: string, parentLabel: string): Clause[] => {
    const ordinals = new Map<Clause["kind"], number>();
    return drafts.map((draft) => {
      const ordinal = (ordinals.get(draft.kind) ?? 0) + 1;
      ordinals.set(draft.kind, ordinal);
      const label = labelPart(draft, parentLabel, ordinal);
      const separator = parentId === documentId ? "." : "-";
      const clauseId = unique(`${parentId}${separator}${idPart(draft, ordinal)}`);
      const children = finish(draft.children, clauseId, label);
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
      };
    });
  };

  return finish(roots, documentId, "");
};
