import type { ReactNode } from "react";
import type { CitationReply } from "../../../src/contract/common.ts";
import { useMessages } from "../language/language-context.tsx";

/** Whether a document can be relied on, in words, with a colour beside them. */
export const StatusBadge = ({ status }: { readonly status: CitationReply["status"] }): ReactNode => {
  const messages = useMessages();
  return <span className={`badge badge-${status}`}>{messages.status[status]}</span>;
};
