import type { ReactNode } from "react";
import { Icon } from "../page/icon.tsx";
import { AccountDialog } from "./account-dialog.tsx";
import { useAccess } from "./access-context.tsx";
import { useAccessTexts } from "./access-texts.ts";
import { LoginDialog } from "./login-dialog.tsx";

/** The way to log in and out, where the server knows tokens; nothing elsewhere. */
export const AccountButton = (): ReactNode => {
  const texts = useAccessTexts();
  const { reply, openDialog } = useAccess();
  if (reply === null || (!reply.tokenRequired && !reply.uploads && reply.token === null)) return null;
  const label = reply.token === null ? texts.logIn : texts.loggedIn(reply.token.name);
  return (
    <button
      type="button"
      className="bar-button bar-account"
      aria-haspopup="dialog"
      aria-label={label}
      title={label}
      onClick={() => openDialog("asked")}
    >
      <Icon name={reply.token === null ? "logIn" : "account"} />
    </button>
  );
};

/** The dialog about the reader's token, while it is open. */
export const AccountDialogs = (): ReactNode => {
  const { reply, dialog } = useAccess();
  if (dialog === null) return null;
  const token = reply?.token ?? null;
  return token === null || dialog !== "asked" ? (
    <LoginDialog reason={dialog} />
  ) : (
    <AccountDialog token={token} />
  );
};
