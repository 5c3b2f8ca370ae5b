import { readFileSync } from "node:fs";
import { z } from "zod";

const ThresholdsSchema = z.record(
  z.string(),
  z
    .strictObject({ min: z.number().optional(), max: z.number().optional() })
    .refine(({ min, max }) => min !== undefined || max !== undefined, { message: "needs min or max" }),
);
/** Bounds of metrics by name, both inclusive. */
export type Thresholds = z.infer<typeof ThresholdsSchema>;

/** Whether a value is within its bounds; true where nothing was counted or nothing is asked. */
export const meetsThreshold = (value: number | null, threshold: Thresholds[string] | undefined): boolean =>
  value === null ||
  threshold === undefined ||
  (value >= (threshold.min ?? Number.NEGATIVE_INFINITY) &&
    value <= (threshold.max ?? Number.POSITIVE_INFINITY));

/** Reads `eval/thresholds.json`. @throws ZodError where it is not in that shape */
export const readThresholds = (file: string | URL): Thresholds =>
  ThresholdsSchema.parse(JSON.parse(readFileSync(file, "utf8")));
