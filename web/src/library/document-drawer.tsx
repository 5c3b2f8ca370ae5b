import type { ReactNode } from "react";
import { useLayoutEffect, useRef } from "react";
import { useMessages } from "../language/language-context.tsx";
import { Icon } from "../page/icon.tsx";
import { DocumentList } from "./document-list.tsx";

/**
 * The list of documents in a modal drawer. It is the browser's own dialog: that one keeps the focus inside
 * and gives it back without adding style elements, which the content security policy forbids.
 */
export const DocumentDrawer = (props: {
  readonly onOpen: (documentId: string) => void;
  readonly onClose: () => void;
}): ReactNode => {
  const messages = useMessages();
  const dialog = useRef<HTMLDialogElement>(null);
  // A layout effect: it closes, and so gives the focus back, before the element leaves the page.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className="drawer"
      aria-labelledby="drawer-title"
      onCancel={props.onClose}
      onClick={(event) => {
        // A click on the dialog itself and not on what is in it is a click on the backdrop.
        if (event.target === dialog.current) props.onClose();
      }}
    >
      <div className="drawer-content">
        <header className="drawer-header">
          <h2 id="drawer-title">{messages.documentsTitle}</h2>
          <button
            type="button"
            className="icon-button"
            aria-label={messages.close}
            title={messages.close}
            onClick={props.onClose}
          >
            <Icon name="close" />
          </button>
        </header>
        <DocumentList onOpen={props.onOpen} />
      </div>
    </dialog>
  );
};
