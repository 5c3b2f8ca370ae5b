import type { Hono } from "hono";
import type { AccessReply } from "../../contract/access.ts";
import { tokenOf } from "../access/require-token.ts";
import { allows } from "../access/token.ts";
import type { AppEnv } from "../app-env.ts";
import type { AppSettings } from "../app-settings.ts";

/** GET /api/access: what a page needs to know before it asks its reader for a token; open to everybody. */
export const accessRoute = (app: Hono<AppEnv>, { access, uploads }: AppSettings): void => {
  app.get("/api/access", async (c) => {
    const given = tokenOf(c.req.header("authorization"));
    const record = given === null ? null : await access.tokens.find(given);
    // Strangers are told nothing of what is behind the door.
    const isStranger = access.tokenRequired && record === null;
    const records = isStranger || uploads === null ? [] : await access.tokens.records();
    c.header("Cache-Control", "no-store");
    return c.json({
      tokenRequired: access.tokenRequired,
      token:
        record === null
          ? null
          : { name: record.name, scopes: [...record.scopes], expiresAt: record.expiresAt },
      uploads: records.some((each) => allows(each, "ingest")),
    } satisfies AccessReply);
  });
};
