import type { ReactNode } from "react";
import type { CitationReply } from "../../../src/contract/common.ts";
import type { AnswerParagraph } from "../conversation/answer-view.ts";
import { useLanguage } from "../language/language-context.tsx";
import { LanguageRuns } from "../page/marked-language.tsx";
import { textLanguage } from "../page/text-language.ts";
import { CitationChip } from "./citation-chip.tsx";
import type { OpenCitation } from "./open-citation.ts";

/** One paragraph of an answer: its wording as plain text, its markers as buttons. */
export const StatementText = (props: {
  readonly paragraph: AnswerParagraph;
  readonly citations: readonly CitationReply[];
  readonly onOpen: OpenCitation;
}): ReactNode => {
  const { messages, language: pageLanguage } = useLanguage();
  const { paragraph, citations } = props;
  const language = textLanguage(paragraph.pieces.map(({ text }) => text).join(""));
  const pieces = paragraph.pieces.map((piece) => {
    const position =
      piece.kind === "marker" ? citations.findIndex((citation) => citation.index === piece.index) : -1;
    const citation = citations[position];
    return citation === undefined ? (
      <span key={piece.start}>
        <LanguageRuns text={piece.text} language={language} />
      </span>
    ) : (
      <CitationChip key={piece.start} citation={citation} onOpen={() => props.onOpen(citations, position)} />
    );
  });
  return (
    <p className="statement" lang={language}>
      {pieces}
      {paragraph.count !== null && (
        <span className="counted" lang={pageLanguage}>
          {messages.counted(paragraph.count)}
        </span>
      )}
    </p>
  );
};
