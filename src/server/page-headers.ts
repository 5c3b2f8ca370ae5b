import type { MiddlewareHandler } from "hono";
import { secureHeaders } from "hono/secure-headers";
import type { AppEnv } from "./app-env.ts";

const NONE = ["'none'"];
const SELF = ["'self'"];

/** What browsers are told of every reply: what may be loaded, and over what. */
export const pageHeaders = (publicOrigin: string | null): MiddlewareHandler<AppEnv> =>
  secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: NONE,
      scriptSrc: SELF,
      styleSrc: SELF,
      imgSrc: [...SELF, "data:"],
      fontSrc: SELF,
      connectSrc: SELF,
      manifestSrc: SELF,
      baseUri: NONE,
      formAction: NONE,
      frameAncestors: NONE,
    },
    permissionsPolicy: { camera: [], geolocation: [], microphone: [] },
    xFrameOptions: "DENY",
    // Where the public address is not named, whether TLS is always there is for the proxy that ends it to say.
    strictTransportSecurity: publicOrigin?.startsWith("https:") === true ? "max-age=31536000" : false,
  });
