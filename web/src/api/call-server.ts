import { ApiFailure, readProblem } from "./api-failure.ts";
import { heldToken } from "./held-token.ts";
import { tellRefusal } from "./refused-token.ts";

/** Gateways in front of a stopped server answer with these. */
const UNREACHABLE = new Set([502, 504]);

/** What every request of the page says: its language, and the reader's token where there is one. */
export const pageHeaders = (): Readonly<Record<string, string>> => {
  const token = heldToken();
  return {
    "accept-language": document.documentElement.lang,
    ...(token === null ? {} : { authorization: `Bearer ${token}` }),
  };
};

/**
 * The failure that a reply without success is. Tells those who watch for it where a token was asked for.
 * @param method - of the request: what is not GET was the reader's doing
 */
export const replyFailure = (status: number, body: string, method: string): ApiFailure => {
  const problem = readProblem(body);
  if (problem?.code === "token_required") tellRefusal(method !== "GET");
  if (problem !== null) return new ApiFailure("problem", problem, status);
  return new ApiFailure(UNREACHABLE.has(status) ? "unreachable" : "malformed", null, status);
};

/**
 * `fetch` in the language of the page and with its reader's token, which throws an `ApiFailure` for everything
 * that is not a success. An aborted call throws the browser's own AbortError.
 */
export const callServer: typeof fetch = async (input, init) => {
  const headers = new Headers(init?.headers);
  for (const [name, value] of Object.entries(pageHeaders())) {
    if (!headers.has(name)) headers.set(name, value);
  }
  let response: Response;
  try {
    response = await fetch(input, { ...init, headers });
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new ApiFailure("unreachable", null, error);
  }
  if (response.ok) return response;
  throw replyFailure(response.status, await response.text().catch(() => ""), init?.method ?? "GET");
};
