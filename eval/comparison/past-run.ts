import { readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { PolicyError } from "../../src/policy/policy-error.ts";

const PastRunSchema = z.object({
  startedAt: z.string(),
  target: z.string(),
  casesFile: z.string(),
  metrics: z.array(z.object({ name: z.string(), title: z.string(), better: z.enum(["higher", "lower"]) })),
  cases: z.array(
    z.object({
      // Whole, so that a case that was changed between two runs is noticed.
      evalCase: z.looseObject({ id: z.string(), question: z.string() }),
      scores: z.record(z.string(), z.object({ hits: z.number(), total: z.number() })),
      findings: z.array(z.object({ metric: z.string(), text: z.string() })),
      latencyMs: z.number(),
    }),
  ),
});

/** What a comparison reads of a `report.json`. */
export type PastRun = z.infer<typeof PastRunSchema>;

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

/**
 * @param path - a `report.json`, or the folder of a run
 * @throws PolicyError `invalid_report` for a file that is not there or is no report of this program
 */
export const readPastRun = (path: string): PastRun => {
  const file = isFolder(path) ? join(path, "report.json") : path;
  try {
    return PastRunSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch (error) {
    const why =
      error instanceof z.ZodError
        ? `${error.issues[0]?.path.join(".") ?? ""}: ${error.issues[0]?.message ?? ""}`
        : String(error);
    throw new PolicyError({
      code: "invalid_report",
      status: 400,
      message: { zh: `${file} 不是评测报告：${why}`, en: `${file} is no report.json: ${why}` },
      cause: error,
    });
  }
};
