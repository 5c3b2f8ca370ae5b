import { ApiFailure, readProblem } from "./api-failure.ts";

/** Gateways in front of a stopped server answer with these. */
const UNREACHABLE = new Set([502, 504]);

/**
 * `fetch` in the language of the page, which throws an `ApiFailure` for everything that is not a success. An
 * aborted call throws the browser's own AbortError.
 */
export const callServer: typeof fetch = async (input, init) => {
  const headers = new Headers(init?.headers);
  headers.set("accept-language", document.documentElement.lang);
  let response: Response;
  try {
    response = await fetch(input, { ...init, headers });
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new ApiFailure("unreachable", null, error);
  }
  if (response.ok) return response;
  const problem = readProblem(await response.text().catch(() => ""));
  throw new ApiFailure(
    problem === null && UNREACHABLE.has(response.status)
      ? "unreachable"
      : problem === null
        ? "malformed"
        : "problem",
    problem,
    response.status,
  );
};
