import { useEffect, useRef } from "react";
import { ApiFailure } from "../api/api-failure.ts";
import { useToken } from "../api/use-token.ts";

/** Sends a question again that was refused for want of a token, as soon as there is one. */
export const useRetryAfterLogin = (conversation: {
  readonly error: Error | null;
  readonly retry: () => void;
}): void => {
  const token = useToken();
  const latest = useRef(conversation);
  useEffect(() => {
    latest.current = conversation;
  });
  useEffect(() => {
    const { error, retry } = latest.current;
    if (token !== null && error instanceof ApiFailure && error.problem?.code === "token_required") retry();
  }, [token]);
};
