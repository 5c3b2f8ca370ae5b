import type { ReactNode } from "react";
import type { CitationReply } from "../../../src/contract/common.ts";
import type { AnswerParagraph } from "../conversation/answer-view.ts";
import { useMessages } from "../language/language-context.tsx";
import { CitationChip } from "./citation-chip.tsx";
import type { OpenCitation } from "./open-citation.ts";

/** One paragraph of an answer: its wording as plain text, its markers as buttons. */
export const StatementText = (props: {
  readonly paragraph: AnswerParagraph;
  readonly citations: readonly CitationReply[];
  readonly onOpen: OpenCitation;
}): ReactNode => {
  const messages = useMessages();
  const { paragraph, citations } = props;
  const pieces = paragraph.pieces.map((piece) => {
    const position =
      piece.kind === "marker" ? citations.findIndex((citation) => citation.index === piece.index) : -1;
    const citation = citations[position];
    return citation === undefined ? (
      <span key={piece.start}>{piece.text}</span>
    ) : (
      <CitationChip key={piece.start} citation={citation} onOpen={() => props.onOpen(citations, position)} />
    );
  });
  return (
    <p className="statement" lang="zh-CN">
      {pieces}
      {paragraph.count !== null && <span className="counted">{messages.counted(paragraph.count)}</span>}
    </p>
  );
};
