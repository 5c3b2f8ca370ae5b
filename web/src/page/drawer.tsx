import type { ReactNode } from "react";
import { useId, useLayoutEffect, useRef } from "react";
import { useMessages } from "../language/language-context.tsx";
import { Icon } from "./icon.tsx";

/**
 * A modal drawer. It is the browser's own dialog: that one keeps the focus inside and gives it back without
 * adding style elements, which the content security policy forbids.
 */
export const Drawer = (props: {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}): ReactNode => {
  const messages = useMessages();
  const titleId = useId();
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
      aria-labelledby={titleId}
      onCancel={props.onClose}
      onClick={(event) => {
        // A click on the dialog itself and not on what is in it is a click on the backdrop.
        if (event.target === dialog.current) props.onClose();
      }}
    >
      <div className="drawer-content">
        <header className="drawer-header">
          <h2 id={titleId}>{props.title}</h2>
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
        {props.children}
      </div>
    </dialog>
  );
};
