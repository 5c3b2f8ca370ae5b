import type { ReactNode } from "react";
import { memo, useEffect, useMemo, useRef } from "react";
import type { DocumentReply } from "../../../src/contract/documents.ts";
import type { ClauseBlock, Span } from "./clause-blocks.ts";
import { clauseBlocks } from "./clause-blocks.ts";

const DEEPEST_INDENT = 4;

/** Whether the block is nothing but the clause's marker and heading. */
const isHeading = ({ clause, slices }: ClauseBlock): boolean => {
  if (clause === null || clause.heading === null) return false;
  const text = slices.map((slice) => slice.text).join("");
  return text.trim().length <= clause.heading.length + (clause.marker?.length ?? 0) + 2;
};

/** A marker that automatic numbering made stands in no text: it is shown beside it. */
const unwrittenMarker = ({ clause, slices }: ClauseBlock): string | undefined => {
  const marker = clause?.marker ?? null;
  const begins = slices.map((slice) => slice.text).join("");
  return marker === null || begins.trimStart().startsWith(marker) ? undefined : marker;
};

const Block = ({ block, current }: { readonly block: ClauseBlock; readonly current: boolean }): ReactNode => {
  const heading = isHeading(block);
  const depth = block.ancestors.length;
  return (
    <div
      className={["clause", heading && "clause-heading", current && "clause-current"]
        .filter(Boolean)
        .join(" ")}
      data-clause={block.clause?.clauseId}
      data-kind={block.clause?.kind}
      data-depth={Math.min(depth, DEEPEST_INDENT)}
      data-marker={unwrittenMarker(block)}
      {...(heading ? { role: "heading", "aria-level": Math.min(depth + 3, 6) } : {})}
    >
      {block.slices.map((slice) =>
        slice.quoted ? (
          <mark key={slice.start} data-testid="quoted-span">
            {slice.text}
          </mark>
        ) : (
          <span key={slice.start}>{slice.text}</span>
        ),
      )}
    </div>
  );
};

/**
 * The canonical text, clause by clause, every character of it; the quoted span is marked and scrolled into
 * view, or else the clause that the address names.
 */
export const DocumentText = memo(
  (props: {
    readonly document: DocumentReply;
    readonly clauseId: string | null;
    readonly quoted: Span | null;
  }): ReactNode => {
    const { document, clauseId, quoted } = props;
    const container = useRef<HTMLDivElement>(null);
    const blocks = useMemo(() => clauseBlocks(document.text, document.clauses, quoted), [document, quoted]);
    useEffect(() => {
      const element = container.current;
      if (element === null) return;
      if (quoted !== null) element.querySelector("mark")?.scrollIntoView({ block: "center" });
      else if (clauseId !== null) {
        element.querySelector(`[data-clause="${CSS.escape(clauseId)}"]`)?.scrollIntoView({ block: "start" });
      }
    }, [quoted, clauseId]);
    return (
      <div className="document-text" lang="zh-CN" ref={container} data-testid="document-text">
        {blocks.map((block) => (
          <Block
            key={block.clause?.clauseId ?? ""}
            block={block}
            current={
              clauseId !== null &&
              [...block.ancestors, block.clause].some((clause) => clause?.clauseId === clauseId)
            }
          />
        ))}
      </div>
    );
  },
);
