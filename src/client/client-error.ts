import type { Problem } from "../contract/common.ts";

/** A request that the server refused, or that did not reach it. */
export class ClientError extends Error {
  /** HTTP's status; 0 where there was no reply. */
  readonly status: number;
  /** The server's stable code; `no_reply` or `unexpected_reply` where it named none. */
  readonly code: string;
  /** What the server told, where it told something. */
  readonly problem: Problem | null;
  /** Seconds after which the server wants to be asked again, where it said so. */
  readonly retryAfter: number | null;

  constructor(
    message: string,
    given: {
      readonly status: number;
      readonly code: string;
      readonly problem?: Problem | null;
      readonly retryAfter?: number | null;
      readonly cause?: unknown;
    },
  ) {
    super(message, { cause: given.cause });
    this.name = "ClientError";
    this.status = given.status;
    this.code = given.code;
    this.problem = given.problem ?? null;
    this.retryAfter = given.retryAfter ?? null;
  }
}
