import type { MouseEvent, ReactNode } from "react";
import { documentPath } from "../page/route.ts";

/** A document's title, which opens it beside the library; in another tab where the reader asks the browser to. */
export const DocumentLink = (props: {
  readonly document: { readonly documentId: string; readonly title: string };
  readonly onOpen: (documentId: string) => void;
}): ReactNode => {
  const { documentId, title } = props.document;
  const open = (event: MouseEvent): void => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    props.onOpen(documentId);
  };
  return (
    <a className="library-title" lang="zh-CN" href={documentPath(documentId, null)} onClick={open}>
      {title}
    </a>
  );
};
