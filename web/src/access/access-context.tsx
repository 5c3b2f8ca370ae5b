import type { ReactNode } from "react";
import { createContext, useCallback, useContext, useEffect, useMemo, useState } from "react";
import type { AccessReply, Scope } from "../../../src/contract/access.ts";
import { heldToken, holdToken } from "../api/held-token.ts";
import { watchRefusals } from "../api/refused-token.ts";
import { useToken } from "../api/use-token.ts";
import { askAccess } from "./ask-access.ts";

/**
 * Why the reader is asked for a token: it was their wish, they want to upload, the server wants one, or theirs is
 * no longer valid.
 */
export type LoginReason = "asked" | "upload" | "required" | "refused";

export interface Access {
  /** What the server said; null until it has. */
  readonly reply: AccessReply | null;
  /** Why the dialog is open; null while it is closed. */
  readonly dialog: LoginReason | null;
  readonly openDialog: (reason: "asked" | "upload") => void;
  readonly closeDialog: () => void;
  readonly logIn: (token: string, remember: boolean, reply: AccessReply) => void;
  readonly logOut: () => void;
}

const nothing = (): void => undefined;
const AccessContext = createContext<Access>({
  reply: null,
  dialog: null,
  openDialog: nothing,
  closeDialog: nothing,
  logIn: nothing,
  logOut: nothing,
});

/** Whether the reader's token allows what needs `scope`. */
export const mayDo = (reply: AccessReply | null, scope: Scope): boolean =>
  reply?.token?.scopes.some((each) => each === scope || each === "admin") ?? false;

/** Knows what the server asks of its readers, and asks them for a token where it wants one. */
export const AccessProvider = ({ children }: { readonly children: ReactNode }): ReactNode => {
  const token = useToken();
  const [reply, setReply] = useState<AccessReply | null>(null);
  const [dialog, setDialog] = useState<LoginReason | null>(null);

  /** Asks the server; gives the way to stop. */
  const ask = useCallback((): (() => void) => {
    const controller = new AbortController();
    const settle = (said: AccessReply): void => {
      if (controller.signal.aborted) return;
      setReply(said);
      if (said.token !== null) return;
      if (token !== null) holdToken(null, false);
      if (said.tokenRequired) setDialog((open) => open ?? (token === null ? "required" : "refused"));
    };
    askAccess(token, controller.signal).then(settle, nothing);
    return () => controller.abort();
  }, [token]);
  useEffect(ask, [ask]);

  // Where the server was not reached, the next chance is when the network, or the reader, is back.
  const unknown = reply === null;
  useEffect(() => {
    if (!unknown) return nothing;
    let stop = nothing;
    const again = (): void => {
      stop();
      stop = ask();
    };
    addEventListener("online", again);
    addEventListener("focus", again);
    return () => {
      stop();
      removeEventListener("online", again);
      removeEventListener("focus", again);
    };
  }, [unknown, ask]);

  useEffect(
    () =>
      watchRefusals((byReader) => {
        const why = heldToken() === null ? "required" : "refused";
        // Who has put the login off is not asked anew for what the page merely looks up.
        if (byReader || why === "refused") setDialog((open) => open ?? why);
        holdToken(null, false);
      }),
    [],
  );

  const openDialog = useCallback((reason: "asked" | "upload") => setDialog(reason), []);
  const closeDialog = useCallback(() => setDialog(null), []);
  const logIn = useCallback((given: string, remember: boolean, said: AccessReply) => {
    setReply(said);
    setDialog(null);
    holdToken(given, remember);
  }, []);
  const logOut = useCallback(() => {
    setDialog(null);
    holdToken(null, false);
  }, []);
  const value = useMemo(
    () => ({ reply, dialog, openDialog, closeDialog, logIn, logOut }),
    [reply, dialog, openDialog, closeDialog, logIn, logOut],
  );
  return <AccessContext value={value}>{children}</AccessContext>;
};

export const useAccess = (): Access => useContext(AccessContext);
