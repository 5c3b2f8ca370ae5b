import { isIPv6 } from "node:net";
import type { Context } from "hono";
import type { AppEnv } from "../app-env.ts";

/** One network of IPv6 belongs to one customer: its first 64 bits stand for all of it. */
const network = (address: string): string => {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined) return mapped;
  if (!isIPv6(address)) return address;
  const [head = "", tail = ""] = address.split("::");
  const first = head.split(":").filter((group) => group !== "");
  const last = tail.split(":").filter((group) => group !== "");
  const zeros = Array.from({ length: Math.max(0, 8 - first.length - last.length) }, () => "0");
  return [...first, ...zeros, ...last].slice(0, 4).join(":");
};

/**
 * The address that a request comes from, without the part that its sender can choose freely.
 * @param behindProxy - whether the last entry of `X-Forwarded-For` was written by a proxy of one's own
 */
export const clientAddress = (c: Context<AppEnv>, behindProxy: boolean): string => {
  const forwarded = behindProxy ? c.req.header("x-forwarded-for")?.split(",").at(-1)?.trim() : undefined;
  return network(forwarded ?? c.env?.incoming?.socket.remoteAddress ?? "unknown");
};
