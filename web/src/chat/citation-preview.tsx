import type { ReactNode } from "react";
import type { CitationReply } from "../../../src/contract/common.ts";
import { StatusBadge } from "../page/status-badge.tsx";

/** What a citation says and where it stands, in short. */
export const CitationPreview = ({ citation }: { readonly citation: CitationReply }): ReactNode => (
  <div className="citation-preview">
    <p className="citation-source" lang="zh-CN">
      {citation.documentTitle}
    </p>
    <p className="citation-place">
      <span lang="zh-CN">{citation.label}</span> <StatusBadge status={citation.status} />
    </p>
    <blockquote className="quote" lang="zh-CN">
      {citation.quote}
    </blockquote>
  </div>
);
