import type { ReactNode } from "react";
import { useMessages } from "../language/language-context.tsx";

/** The answer is on its way. */
export const Working = (): ReactNode => {
  const messages = useMessages();
  return (
    <p className="working">
      <span className="working-dots" aria-hidden="true">
        <i />
        <i />
        <i />
      </span>
      {messages.working}
    </p>
  );
};
