import { expect } from "vitest";
import type { Problem } from "../contract/common.ts";
import { ProblemSchema } from "../contract/common.ts";

/** The problem details of a reply, once it is sure that they are in good form. */
export const problemOf = async (response: Response): Promise<Problem> => {
  expect(response.headers.get("content-type")).toMatch(/^application\/problem\+json/);
  const problem = ProblemSchema.parse(await response.json());
  expect(problem.status).toBe(response.status);
  expect(problem.requestId).toBe(response.headers.get("x-request-id"));
  return problem;
};
