import type { HttpBindings } from "@hono/node-server";

/** What the middleware leaves for the routes, and the connection of the request where there is one. */
export interface AppEnv {
  Variables: {
    requestId: string;
    /** The token that the request came with, where one was needed. Names it and is not it. */
    tokenId?: string;
  };
  Bindings: Partial<HttpBindings>;
}
