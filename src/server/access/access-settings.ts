import type { TokenStore } from "./token-store.ts";

/** Who may ask, and how much. */
export interface AccessSettings {
  readonly tokens: TokenStore;
  /** Whether everything but the probes needs a token; uploads always do. */
  readonly tokenRequired: boolean;
  /** Pages of other hosts that may ask: `https://portal.example.cn`. */
  readonly allowedOrigins: readonly string[];
  /** Requests a minute; null: no limit. */
  readonly ratePerToken: number | null;
  readonly ratePerAddress: number | null;
  /** Requests that are worked on at a time. */
  readonly concurrency: number;
  /** Whether a proxy of one's own writes `X-Forwarded-For`. */
  readonly behindProxy: boolean;
}
