import { z } from "zod";

/** What a token may do: `ask` reads, `ingest` uploads, `admin` both and the metrics. */
export const ScopeSchema = z.enum(["ask", "ingest", "admin"]);
export type Scope = z.infer<typeof ScopeSchema>;

/** GET /api/access: what the server asks of its readers, and what the token that came along allows. */
export const AccessReplySchema = z.object({
  /** Whether a token is needed for everything; otherwise for uploads only. */
  tokenRequired: z.boolean(),
  /** Null without a token, and with one that is not valid. */
  token: z
    .object({ name: z.string(), scopes: z.array(ScopeSchema), expiresAt: z.iso.datetime().nullable() })
    .nullable(),
  /** Whether the server takes uploads: it has a place for them, and there is a token that allows them. */
  uploads: z.boolean(),
});
export type AccessReply = z.infer<typeof AccessReplySchema>;
