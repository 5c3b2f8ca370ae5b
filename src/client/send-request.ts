import { ProblemSchema } from "../contract/common.ts";
import { ClientError } from "./client-error.ts";

/** Where the server is, and how it is asked. */
export interface ClientOptions {
  /** The server's address, such as `https://policy.example.cn`; in a browser the page's own where it is left out. */
  readonly baseUrl?: string;
  /** A token of the server, where it asks for one. */
  readonly token?: string;
  /** The language of the server's messages. */
  readonly language?: "zh-CN" | "en";
  /** Instead of the platform's own. */
  readonly fetch?: typeof fetch;
}

/** One call: what is sent, and what ends it early. */
export interface ClientRequest {
  readonly method: "GET" | "POST";
  /** Begins with a slash. */
  readonly path: string;
  readonly json?: unknown;
  readonly form?: FormData;
  readonly signal?: AbortSignal | undefined;
}

const failure = async (response: Response): Promise<ClientError> => {
  const after = Number(response.headers.get("retry-after") ?? Number.NaN);
  const retryAfter = Number.isFinite(after) ? after : null;
  const body: unknown = await response.json().catch(() => null);
  const problem = ProblemSchema.safeParse(body).data ?? null;
  const { status } = response;
  return new ClientError(problem?.detail ?? `The server replied with status ${status}.`, {
    status,
    code: problem?.code ?? "unexpected_reply",
    problem,
    retryAfter,
  });
};

/**
 * Sends a request and gives its reply.
 * @throws ClientError for every status but 2xx, and `no_reply` where none came; what `signal` was aborted with
 */
export const sendRequest = async (options: ClientOptions, request: ClientRequest): Promise<Response> => {
  const { baseUrl = "", token, language = "zh-CN" } = options;
  const headers = new Headers({ "accept-language": language });
  if (token !== undefined) headers.set("authorization", `Bearer ${token}`);
  if (request.json !== undefined) headers.set("content-type", "application/json");
  let response: Response;
  try {
    // Called as a function: the platform's own does not bear another `this`.
    const send = options.fetch ?? fetch;
    response = await send(`${baseUrl.replace(/\/+$/, "")}${request.path}`, {
      method: request.method,
      headers,
      ...(request.json === undefined ? {} : { body: JSON.stringify(request.json) }),
      ...(request.form === undefined ? {} : { body: request.form }),
      ...(request.signal === undefined ? {} : { signal: request.signal }),
    });
  } catch (error) {
    request.signal?.throwIfAborted();
    throw new ClientError("The server did not reply.", { status: 0, code: "no_reply", cause: error });
  }
  if (!response.ok) throw await failure(response);
  return response;
};
