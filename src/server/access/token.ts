import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import type { Scope } from "../../contract/access.ts";
import { ScopeSchema } from "../../contract/access.ts";

/** A token as it is kept: never itself, only its hash. */
export const TokenRecordSchema = z.object({
  id: z.string().regex(/^[0-9a-f]{8}$/),
  name: z.string(),
  scopes: z.array(ScopeSchema).min(1),
  createdAt: z.iso.datetime(),
  /** From then on it is refused; null: never. */
  expiresAt: z.iso.datetime().nullable(),
  /** Of the whole token, in hexadecimal. Its 256 random bits need no slow hash. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type TokenRecord = z.infer<typeof TokenRecordSchema>;

const digest = (token: string): Buffer => createHash("sha256").update(token).digest();

/** A new token, which is shown once, and what is kept of it. */
export const createToken = (
  name: string,
  scopes: readonly Scope[],
  expiresAt: Date | null,
): { readonly token: string; readonly record: TokenRecord } => {
  const id = randomBytes(4).toString("hex");
  const token = `zw_${id}_${randomBytes(32).toString("base64url")}`;
  const record = {
    id,
    name,
    scopes: [...new Set(scopes)],
    createdAt: new Date().toISOString(),
    expiresAt: expiresAt?.toISOString() ?? null,
    sha256: digest(token).toString("hex"),
  };
  return { token, record };
};

/** The record of a token, or null. Every record is compared, each in constant time. */
export const findToken = (
  records: readonly TokenRecord[],
  token: string,
  now: Date = new Date(),
): TokenRecord | null => {
  const given = digest(token);
  let found: TokenRecord | null = null;
  for (const record of records) {
    if (timingSafeEqual(given, Buffer.from(record.sha256, "hex"))) found = record;
  }
  return found === null || (found.expiresAt !== null && new Date(found.expiresAt) <= now) ? null : found;
};

/** Whether a token may do what needs `scope`. */
export const allows = (record: TokenRecord, scope: Scope): boolean =>
  record.scopes.includes(scope) || record.scopes.includes("admin");
