import type { AnswerReply, AnswerRequest } from "../src/contract/answer.ts";
import { PolicyError } from "../src/policy/policy-error.ts";
import type { AssistantClient } from "./assistant-client.ts";
import type { CaseRun } from "./case-run.ts";
import type { EvalCase } from "./case-schema.ts";

export interface RunOptions {
  /** Requests under way at once. */
  readonly concurrency: number;
  /** How many cases, spread evenly, are asked a second time. */
  readonly repeats: number;
  /** For cases that name no day; null leaves it to the target, which takes today. */
  readonly asOf: string | null;
  readonly onProgress?: (done: number, total: number) => void;
}

const requestOf = (evalCase: EvalCase, asOf: string | null): AnswerRequest => {
  const day = evalCase.asOf ?? asOf;
  return {
    question: evalCase.question,
    ...(evalCase.history === undefined ? {} : { history: evalCase.history }),
    ...(day === null ? {} : { asOf: day }),
  };
};

const describeError = (error: unknown): string => {
  if (error instanceof PolicyError) return error.publicMessage.en;
  return error instanceof Error ? error.message : String(error);
};

/** Asks every case and keeps their order. A request that fails is a result like any other. */
export const runCases = async (
  client: AssistantClient,
  cases: readonly EvalCase[],
  options: RunOptions,
): Promise<CaseRun[]> => {
  const every = Math.max(1, Math.ceil(cases.length / Math.max(1, options.repeats)));
  const runs = new Map<number, CaseRun>();
  let next = 0;
  const ask = async (evalCase: EvalCase, again: boolean): Promise<CaseRun> => {
    const request = requestOf(evalCase, options.asOf);
    const begun = performance.now();
    let reply: AnswerReply;
    try {
      reply = await client.answer(request);
    } catch (error) {
      const latencyMs = performance.now() - begun;
      return { evalCase, reply: null, error: describeError(error), latencyMs, repeat: null };
    }
    const latencyMs = performance.now() - begun;
    const repeat = again ? { reply: await client.answer(request).catch(() => null) } : null;
    return { evalCase, reply, error: null, latencyMs, repeat };
  };
  const work = async (): Promise<void> => {
    while (next < cases.length) {
      const index = next;
      next += 1;
      const evalCase = cases[index];
      if (evalCase === undefined) return;
      runs.set(index, await ask(evalCase, options.repeats > 0 && index % every === 0));
      options.onProgress?.(runs.size, cases.length);
    }
  };
  await Promise.all(Array.from({ length: options.concurrency }, () => work()));
  return [...runs.entries()].toSorted(([a], [b]) => a - b).map(([, run]) => run);
};
