import type { MiddlewareHandler } from "hono";
import { secureHeaders } from "hono/secure-headers";
import type { AppEnv } from "./app-env.ts";

const NONE = ["'none'"];
const SELF = ["'self'"];

const WIDGET = "/widget.js";

/** What browsers are told of every reply: what may be loaded, and over what. Other sites may load the widget. */
export const pageHeaders = (publicOrigin: string | null): MiddlewareHandler<AppEnv> => {
  const headersFor = (resourcePolicy: "same-origin" | "cross-origin"): MiddlewareHandler =>
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
      crossOriginResourcePolicy: resourcePolicy,
      // Where the public address is not named, whether TLS is always there is for the proxy that ends it to say.
      strictTransportSecurity: publicOrigin?.startsWith("https:") === true ? "max-age=31536000" : false,
    });
  const ours = headersFor("same-origin");
  const everybodys = headersFor("cross-origin");
  return (c, next) => (c.req.path === WIDGET ? everybodys : ours)(c, next);
};
