import type { ReactNode } from "react";
import { useAccess } from "./access-context.tsx";
import { useAccessTexts } from "./access-texts.ts";

/** Leads to the dialog from where a token was missing, or did not allow something. */
export const LoginButton = (): ReactNode => {
  const texts = useAccessTexts();
  const { reply, openDialog } = useAccess();
  return (
    <button type="button" className="button" onClick={() => openDialog("asked")}>
      {reply === null || reply.token === null ? texts.logIn : texts.otherToken}
    </button>
  );
};
