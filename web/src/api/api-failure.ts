import type { Problem } from "../../../src/contract/common.ts";
import { ProblemSchema } from "../../../src/contract/common.ts";

export type FailureKind = "unreachable" | "problem" | "malformed" | "slow";

/** Why a call to the server gave nothing: not reached, refused with a problem, not understood, or not sent in time. */
export class ApiFailure extends Error {
  readonly kind: FailureKind;
  /** What the server said, where it said something readable. */
  readonly problem: Problem | null;

  constructor(kind: FailureKind, problem: Problem | null = null, cause?: unknown) {
    super(problem?.detail ?? kind, { cause });
    this.name = "ApiFailure";
    this.kind = kind;
    this.problem = problem;
  }
}

/** Reads an RFC 9457 problem; null where the body is something else. */
export const readProblem = (body: string): Problem | null => {
  try {
    return ProblemSchema.safeParse(JSON.parse(body)).data ?? null;
  } catch {
    return null;
  }
};

/** Whatever a failed call was rejected with, as an error to show. */
export const asError = (reason: unknown): Error =>
  reason instanceof Error ? reason : new ApiFailure("malformed", null, reason);
