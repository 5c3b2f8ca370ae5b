import { readFileSync } from "node:fs";
import { z } from "zod";
import { PolicyError } from "../src/policy/policy-error.ts";
import { ALL_METRICS } from "./metrics/all-metrics.ts";

const BoundSchema = z
  .strictObject({ min: z.number().optional(), max: z.number().optional() })
  .refine(({ min, max }) => min !== undefined || max !== undefined, { message: "needs min or max" });

/** Bounds of metrics by name, both inclusive; `latencyP50Ms` and `latencyP95Ms` are names too. */
export type Thresholds = Readonly<Record<string, z.infer<typeof BoundSchema>>>;

const NAMES = new Set([...ALL_METRICS.map(({ name }) => name), "latencyP50Ms", "latencyP95Ms"]);

// A name that no metric has would be a gate that never closes.
const ThresholdsSchema = z.record(
  z.string().refine((name) => NAMES.has(name), {
    message: `no such metric; there are ${[...NAMES].join(", ")}`,
  }),
  BoundSchema,
);

/** Whether a value is within its bounds; true where nothing was counted or nothing is asked. */
export const meetsThreshold = (value: number | null, threshold: Thresholds[string] | undefined): boolean =>
  value === null ||
  threshold === undefined ||
  (value >= (threshold.min ?? Number.NEGATIVE_INFINITY) &&
    value <= (threshold.max ?? Number.POSITIVE_INFINITY));

/** Reads a thresholds file. @throws PolicyError `invalid_thresholds` where it is not there or not in that shape */
export const readThresholds = (file: string | URL): Thresholds => {
  try {
    return ThresholdsSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch (error) {
    const why =
      error instanceof z.ZodError
        ? error.issues
            .map((issue) => {
              const inner = "issues" in issue && Array.isArray(issue.issues) ? issue.issues : [issue];
              return `${issue.path.join(".")}: ${inner.map((each) => each.message).join("; ")}`;
            })
            .join("\n")
        : String(error);
    throw new PolicyError({
      code: "invalid_thresholds",
      status: 400,
      message: {
        zh: `阈值文件有误（${String(file)}）：${why}`,
        en: `Wrong thresholds in ${String(file)}: ${why}`,
      },
      cause: error,
    });
  }
};
