import type { ReactNode } from "react";
import type { CitationReply } from "../../../src/contract/common.ts";
import { useMessages } from "../language/language-context.tsx";
import { Icon } from "../page/icon.tsx";

/** Reports a citation of an answer, or words of a measure. */
export const ReportButton = (props: {
  readonly citation: CitationReply;
  /** What it is called for who cannot see where it stands; by the citation's number unless it is given. */
  readonly name?: string;
  readonly onReport: (citation: CitationReply) => void;
}): ReactNode => {
  const { report } = useMessages();
  const name = props.name ?? report.citationOf(props.citation.index);
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={name}
      title={report.citation}
      onClick={() => props.onReport(props.citation)}
    >
      <Icon name="flag" />
    </button>
  );
};
