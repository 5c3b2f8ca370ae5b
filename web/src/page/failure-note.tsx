import type { ReactNode } from "react";
import { LoginButton } from "../access/login-button.tsx";
import { LIMITS } from "../../../src/contract/limits.ts";
import { ApiFailure, readProblem } from "../api/api-failure.ts";
import { useMessages } from "../language/language-context.tsx";
import type { Messages } from "../language/messages.ts";
import { Icon } from "./icon.tsx";
import { ServerWatch } from "./server-watch.tsx";

interface Said {
  readonly text: string;
  /** The server is away or not ready: it is worth waiting for. */
  readonly passing: boolean;
  readonly code: string | null;
}

/** What a reader is told of an error: the server's own words and code, or that it was not reached. */
const describe = (error: Error, messages: Messages): Said => {
  const problem = error instanceof ApiFailure ? error.problem : readProblem(error.message);
  if (problem !== null) return { text: problem.detail, code: problem.code, passing: problem.status === 503 };
  if (error instanceof ApiFailure && error.kind === "unreachable") {
    return { text: messages.unreachable, code: null, passing: true };
  }
  if (error instanceof ApiFailure && error.kind === "slow") {
    return { text: messages.tooSlow(LIMITS.receiveMs / 1_000), code: null, passing: false };
  }
  // A stream that breaks off half-way reports the browser's own network error.
  if (error instanceof TypeError) return { text: messages.unreachable, code: null, passing: true };
  return { text: messages.malformed, code: null, passing: false };
};

/** What another token would help with. */
const TOKEN_CODES: ReadonlySet<string> = new Set(["token_required", "insufficient_scope"]);

/** An error with the way to try again. */
export const FailureNote = (props: { readonly error: Error; readonly onRetry: () => void }): ReactNode => {
  const messages = useMessages();
  const said = describe(props.error, messages);
  return (
    <div className="failure">
      <Icon name="warning" />
      <div>
        <div role="alert">
          <p className="failure-title">{messages.failedTitle}</p>
          <p>{said.text}</p>
          {said.code !== null && (
            <p className="failure-code">
              {messages.errorCode} <code>{said.code}</code>
            </p>
          )}
        </div>
        {said.passing && <ServerWatch />}
        <p className="failure-buttons">
          <button type="button" className="button" onClick={props.onRetry}>
            {messages.retry}
          </button>
          {said.code !== null && TOKEN_CODES.has(said.code) && <LoginButton />}
        </p>
      </div>
    </div>
  );
};
