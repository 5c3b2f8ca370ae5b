import type { FormEvent, ReactNode } from "react";
import { useEffect, useId, useRef, useState } from "react";
import type { AccessReply } from "../../../src/contract/access.ts";
import { asError } from "../api/api-failure.ts";
import { Drawer } from "../page/drawer.tsx";
import { FailureNote } from "../page/failure-note.tsx";
import type { LoginReason } from "./access-context.tsx";
import { mayDo, useAccess } from "./access-context.tsx";
import { useAccessTexts } from "./access-texts.ts";
import { askAccess } from "./ask-access.ts";

type Refusal = "invalid" | "malformed" | "cannotAsk" | "cannotUpload";

/** Asks for a token, has the server look at it, and holds it only where it allows to ask. */
export const LoginDialog = ({ reason }: { readonly reason: LoginReason }): ReactNode => {
  const texts = useAccessTexts();
  const { closeDialog, logIn } = useAccess();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [token, setToken] = useState("");
  const [remember, setRemember] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [error, setError] = useState<Error | null>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(() => {
    // The dialog was opened to write this; by itself it would put the focus on the first button.
    input.current?.focus();
    return () => running.current?.abort();
  }, []);

  const refuse = (why: Refusal): void => {
    setRefusal(why);
    input.current?.focus();
    input.current?.select();
  };
  const judge = (given: string, reply: AccessReply): void => {
    if (reply.token === null) refuse("invalid");
    else if (reply.tokenRequired && !mayDo(reply, "ask")) refuse("cannotAsk");
    else if (reason === "upload" && !mayDo(reply, "ingest")) refuse("cannotUpload");
    else logIn(given, remember, reply);
  };
  const check = (): void => {
    const given = token.trim();
    if (given === "") return input.current?.focus();
    setRefusal(null);
    setError(null);
    // What cannot stand in a header would fail before it is sent, and look like a broken network.
    if (!/^[\w-]+$/.test(given)) return refuse("malformed");
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    setBusy(true);
    // What comes after the dialog was closed is of no interest.
    const settle = (act: () => void): void => {
      if (controller.signal.aborted) return;
      setBusy(false);
      act();
    };
    askAccess(given, controller.signal).then(
      (reply) => settle(() => judge(given, reply)),
      (failure: unknown) => settle(() => setError(asError(failure))),
    );
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    check();
  };

  return (
    <Drawer title={texts.logIn} form="dialog" onClose={closeDialog}>
      <form className="login" onSubmit={submit} noValidate>
        <p id={`${id}-reason`}>{texts.reasons[reason]}</p>
        <label htmlFor={`${id}-token`}>{texts.token}</label>
        <input
          ref={input}
          id={`${id}-token`}
          className="input"
          type="password"
          autoComplete="current-password"
          spellCheck={false}
          value={token}
          aria-invalid={refusal !== null}
          aria-describedby={refusal === null ? `${id}-reason` : `${id}-refusal`}
          onChange={(event) => setToken(event.target.value)}
        />
        {refusal !== null && (
          <p id={`${id}-refusal`} className="login-refusal" role="alert">
            {texts[refusal]}
          </p>
        )}
        <label className="login-remember">
          <input
            type="checkbox"
            checked={remember}
            aria-describedby={`${id}-remember`}
            onChange={(event) => setRemember(event.target.checked)}
          />
          {texts.remember}
        </label>
        <p id={`${id}-remember`} className="login-note">
          {texts.rememberNote}
        </p>
        {error !== null && <FailureNote error={error} onRetry={check} />}
        <div className="login-buttons">
          <button type="button" className="button" onClick={closeDialog}>
            {texts.cancel}
          </button>
          <button type="submit" className="button button-main" aria-disabled={busy}>
            {busy ? texts.checking : texts.logIn}
          </button>
        </div>
      </form>
    </Drawer>
  );
};
