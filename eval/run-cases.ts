import type { AnswerReply, AnswerRequest } from "../src/contract/answer.ts";
import type { SearchReply } from "../src/contract/search.ts";
import { PolicyError } from "../src/policy/policy-error.ts";
import type { AssistantClient } from "./assistant-client.ts";
import type { CaseRun } from "./case-run.ts";
import type { EvalCase } from "./case-schema.ts";
import { FOUND_LIMIT } from "./found-rank.ts";

export interface RunOptions {
  /** Requests under way at once. */
  readonly concurrency: number;
  /** How many cases, spread evenly, are asked a second time. */
  readonly repeats: number;
  /** For cases that name no day; null leaves it to the target, which takes today. */
  readonly asOf: string | null;
  /** Whether the plain search is asked too. */
  readonly search?: boolean;
  /** What an earlier run has of a case, which is then not asked again. */
  readonly known?: (evalCase: EvalCase) => CaseRun | null;
  /** Called with every case that was asked, as soon as its reply is there. */
  readonly onRun?: (run: CaseRun) => void;
  readonly onProgress?: (done: number, total: number) => void;
}

const requestOf = (evalCase: EvalCase, asOf: string | null): AnswerRequest => {
  const day = evalCase.asOf ?? asOf;
  return {
    question: evalCase.question,
    ...(evalCase.history === undefined ? {} : { history: evalCase.history }),
    ...(evalCase.profile === undefined ? {} : { profile: evalCase.profile }),
    ...(day === null ? {} : { asOf: day }),
  };
};

const describeError = (error: unknown): string => {
  if (error instanceof PolicyError) return error.publicMessage.en;
  return error instanceof Error ? error.message : String(error);
};

/** Asks one case: its question, the same again where `again`, and the plain search where it is wanted. */
const ask = async (
  client: AssistantClient,
  evalCase: EvalCase,
  again: boolean,
  { asOf, search = false }: RunOptions,
): Promise<CaseRun> => {
  const request = requestOf(evalCase, asOf);
  const begun = performance.now();
  let reply: AnswerReply;
  try {
    reply = await client.answer(request);
  } catch (error) {
    const latencyMs = performance.now() - begun;
    const none = { reply: null, repeat: null, found: null, judged: null };
    return { evalCase, ...none, error: describeError(error), latencyMs };
  }
  const latencyMs = performance.now() - begun;
  const repeat = again ? { reply: await client.answer(request).catch(() => null) } : null;
  let found: SearchReply["hits"] | null = null;
  if (search) {
    // What was understood of a conversation is searched, so that this measures the search alone.
    const question = reply.resolvedQuestion.trim() === "" ? evalCase.question : reply.resolvedQuestion;
    found = await client.search(question, request.asOf ?? null, FOUND_LIMIT).catch(() => null);
  }
  return { evalCase, reply, error: null, latencyMs, repeat, found, judged: null };
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
  const work = async (): Promise<void> => {
    while (next < cases.length) {
      const index = next;
      next += 1;
      const evalCase = cases[index];
      if (evalCase === undefined) return;
      const known = options.known?.(evalCase) ?? null;
      const run = known ?? (await ask(client, evalCase, options.repeats > 0 && index % every === 0, options));
      runs.set(index, run);
      if (known === null) options.onRun?.(run);
      options.onProgress?.(runs.size, cases.length);
    }
  };
  await Promise.all(Array.from({ length: options.concurrency }, () => work()));
  return [...runs.entries()].toSorted(([a], [b]) => a - b).map(([, run]) => run);
};
