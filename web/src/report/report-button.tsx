import type { ReactNode } from "react";
import type { CitationReply } from "../../../src/contract/common.ts";
import { useMessages } from "../language/language-context.tsx";
import { Icon } from "../page/icon.tsx";

/** Reports the citation that is open beside the answer. */
export const ReportButton = (props: {
  readonly citation: CitationReply;
  readonly onReport: (citation: CitationReply) => void;
}): ReactNode => {
  const { report } = useMessages();
  const name = report.citationOf(props.citation.index);
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
