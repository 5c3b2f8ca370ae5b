import type { ReactNode } from "react";
import { useMessages } from "../language/language-context.tsx";
import { Icon } from "./icon.tsx";

/** Closes what it stands in: a drawer, a dialog, the original. */
export const CloseButton = ({ onClose }: { readonly onClose: () => void }): ReactNode => {
  const messages = useMessages();
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={messages.close}
      title={messages.close}
      onClick={onClose}
    >
      <Icon name="close" />
    </button>
  );
};
