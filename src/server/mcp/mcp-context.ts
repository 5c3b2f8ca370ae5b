import type { Services } from "../services.ts";

/** Before the path of a clause's address: addresses in replies are those of resources. */
export const RESOURCE_ORIGIN = "zhengwen://index";

/** What a server of the Model Context Protocol needs. */
export interface McpContext {
  readonly services: Services;
  /** Longest time for one call, in milliseconds. */
  readonly limitMs: number;
  /** Told of what failed inside; the client is not. */
  onError(error: unknown): void;
}
