import { useCallback, useEffect, useState } from "react";
import type { z } from "zod";
import { ApiFailure } from "./api-failure.ts";
import { callServer } from "./call-server.ts";
import { useToken } from "./use-token.ts";

export type Resource<T> =
  | { readonly state: "loading" }
  | { readonly state: "ready"; readonly value: T }
  | { readonly state: "failed"; readonly failure: ApiFailure };

interface Loaded<T> {
  readonly url: string;
  readonly attempt: number;
  /** With another one the server may answer otherwise. */
  readonly token: string | null;
  readonly resource: Resource<T>;
}

const load = async <T>(url: string, schema: z.ZodType<T>, signal: AbortSignal): Promise<T> => {
  const response = await callServer(url, { signal, headers: { accept: "application/json" } });
  try {
    return schema.parse(await response.json());
  } catch (error) {
    if (signal.aborted) throw error;
    throw new ApiFailure("malformed", null, error);
  }
};

/** Gets `url` and reads it with `schema` (a constant: it is not watched); loads anew when the url changes. */
export const useResource = <T>(
  url: string,
  schema: z.ZodType<T>,
): {
  readonly resource: Resource<T>;
  /** What was there before it was asked for again; null where there was nothing. */
  readonly last: T | null;
  readonly retry: () => void;
} => {
  const [loaded, setLoaded] = useState<Loaded<T> | null>(null);
  const [attempt, setAttempt] = useState(0);
  const token = useToken();
  useEffect(() => {
    const controller = new AbortController();
    const settle = (resource: Resource<T>): void => {
      if (!controller.signal.aborted) setLoaded({ url, attempt, token, resource });
    };
    load(url, schema, controller.signal).then(
      (value) => settle({ state: "ready", value }),
      (error: unknown) =>
        settle({
          state: "failed",
          failure: error instanceof ApiFailure ? error : new ApiFailure("malformed", null, error),
        }),
    );
    return () => controller.abort();
  }, [url, schema, attempt, token]);
  const retry = useCallback(() => setAttempt((count) => count + 1), []);
  const isCurrent = loaded?.url === url && loaded.attempt === attempt && loaded.token === token;
  const last = loaded?.url === url && loaded.resource.state === "ready" ? loaded.resource.value : null;
  return { resource: isCurrent ? loaded.resource : { state: "loading" }, last, retry };
};
