import type { ReactNode } from "react";
import { useId, useLayoutEffect, useRef } from "react";
import { CloseButton } from "./close-button.tsx";

/**
 * A modal drawer at the side, or a modal dialog in the middle. It is the browser's own dialog: that one keeps the
 * focus inside and gives it back without adding style elements, which the content security policy forbids.
 */
export const Drawer = (props: {
  readonly title: string;
  readonly form?: "drawer" | "dialog";
  readonly onClose: () => void;
  readonly children: ReactNode;
}): ReactNode => {
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
      className={props.form ?? "drawer"}
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
          <CloseButton onClose={props.onClose} />
        </header>
        {props.children}
      </div>
    </dialog>
  );
};
