import type { Hono } from "hono";
import { cors } from "hono/cors";
import type { AppEnv } from "../app-env.ts";
import type { AccessSettings } from "./access-settings.ts";
import type { Traffic } from "../traffic.ts";
import { clientAddress } from "./client-address.ts";
import { limitCapacity } from "./limit-capacity.ts";
import { limitRate } from "./limit-rate.ts";
import { requireToken } from "./require-token.ts";

/** Everything that a request has to pass before its route: origin, rate, token, capacity, in this order. */
export const guardAccess = (app: Hono<AppEnv>, access: AccessSettings, traffic: Traffic): void => {
  if (access.allowedOrigins.length > 0) {
    app.use(
      cors({
        origin: [...access.allowedOrigins],
        allowMethods: ["GET", "POST"],
        allowHeaders: ["Authorization", "Content-Type", "Accept-Language", "Mcp-Protocol-Version"],
        exposeHeaders: ["X-Request-Id", "Retry-After"],
        maxAge: 600,
      }),
    );
  }
  // Before the token is looked at, so that tokens cannot be guessed without end.
  app.use(
    limitRate(access.ratePerAddress, (c) => clientAddress(c, access.behindProxy)),
    requireToken(access.tokens, access.tokenRequired),
    limitRate(access.ratePerToken, (c) => c.get("tokenId") ?? null),
  );
  // One for all of them: they share the machine.
  const capacity = limitCapacity(access.concurrency, traffic);
  for (const addresses of ["/api/*", "/v1/*", "/mcp"]) app.use(addresses, capacity);
};
