import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { z } from "zod";
import { AnswerSchema } from "../src/contract/answer.ts";
import { SearchReplySchema } from "../src/contract/search.ts";
import { PolicyError } from "../src/policy/policy-error.ts";
import type { CaseRun } from "./case-run.ts";
import type { EvalCase } from "./case-schema.ts";
import { CaseSchema } from "./case-schema.ts";

/** What must be the same for a run to be taken up again. `target`: null is a server of the project's own. */
export interface JournalHead {
  readonly target: string | null;
  readonly asOf: string | null;
  readonly search: boolean;
}

const HeadSchema = z.strictObject({
  target: z.string().nullable(),
  asOf: z.string().nullable(),
  search: z.boolean(),
});
const RunSchema = z.strictObject({
  evalCase: CaseSchema,
  reply: AnswerSchema.nullable(),
  error: z.string().nullable(),
  latencyMs: z.number(),
  repeat: z.strictObject({ reply: AnswerSchema.nullable() }).nullable(),
  found: SearchReplySchema.shape.hits.nullable(),
  judged: z.array(z.boolean().nullable()).nullable(),
});

/** The runs of an evaluation, a line each, written as they come, so that a run that was cut off can go on. */
export interface RunJournal {
  /** The run of the very same case, if it was asked and answered before. */
  known(evalCase: EvalCase): CaseRun | null;
  add(run: CaseRun): void;
}

const parseLine = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    // The line that was being written when the run was cut off.
    return null;
  }
};

const differs = (file: string): PolicyError =>
  new PolicyError({
    code: "journal_differs",
    status: 400,
    message: {
      zh: `${file} 是另一次评测的记录，不能接着运行。`,
      en: `${file} is of a run with another target, day or search; start anew without --resume.`,
    },
  });

/**
 * Begins a journal, or with `resume` takes up the one that is there.
 * @throws PolicyError `journal_differs` where the one that is there is of another run
 */
export const openJournal = (file: string, head: JournalHead, resume: boolean): RunJournal => {
  const known = new Map<string, CaseRun>();
  mkdirSync(dirname(file), { recursive: true });
  if (resume && existsSync(file)) {
    const [first = "", ...lines] = readFileSync(file, "utf8").split("\n");
    if (!isDeepStrictEqual(HeadSchema.safeParse(parseLine(first)).data, { ...head })) throw differs(file);
    for (const line of lines) {
      const read = RunSchema.safeParse(parseLine(line));
      // A request that failed is asked again.
      if (read.success && read.data.reply !== null) known.set(read.data.evalCase.id, read.data);
    }
    // After a line that was cut off the next must begin anew.
    appendFileSync(file, "\n");
  } else writeFileSync(file, `${JSON.stringify(head)}\n`);
  return {
    known: (evalCase) => {
      const run = known.get(evalCase.id);
      return run !== undefined && isDeepStrictEqual(run.evalCase, evalCase) ? run : null;
    },
    add: (run) => appendFileSync(file, `${JSON.stringify(run)}\n`),
  };
};
