import { execFile } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import { IngestMeasuredSchema } from "./ingest-task.ts";
import type { IngestMeasured, IngestTask } from "./ingest-task.ts";

const CHILD = path.join(import.meta.dirname, "measured-process.ts");

/** Runs one ingest in a new process, so that the peak of its memory is its own. */
export const measureIngest = async (task: IngestTask): Promise<IngestMeasured> => {
  const { stdout } = await promisify(execFile)(process.execPath, [CHILD, JSON.stringify(task)], {
    maxBuffer: 100_000_000,
  });
  return IngestMeasuredSchema.parse(JSON.parse(stdout));
};
