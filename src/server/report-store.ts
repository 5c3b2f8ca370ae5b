import { randomUUID } from "node:crypto";
import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Report } from "../contract/report.ts";
import { writingIndex } from "../clause-index/writing-index.ts";
import { PolicyError } from "../policy/policy-error.ts";

/** Reports that are kept; somebody has to look at them before more come in. */
const MOST_REPORTS = 10_000;

/**
 * Keeps a report as a file of its own in `folder`, as `npm run eval -- report <file>` reads it.
 * @returns the report's id, which is the file's name without `.json`
 * @throws PolicyError `reports_full` (507), `storage_full` (507), `storage_not_writable` (503)
 */
export const keepReport = async (folder: string, report: Report): Promise<string> => {
  await writingIndex(() => mkdir(folder, { recursive: true }));
  if ((await readdir(folder)).length >= MOST_REPORTS) {
    throw new PolicyError({
      code: "reports_full",
      status: 507,
      message: { zh: "待处理的反馈过多，暂不接收。", en: "Too many reports wait; no more are taken." },
    });
  }
  const id = `${new Date().toISOString().slice(0, 10)}-${randomUUID()}`;
  const file = path.join(folder, `${id}.json`);
  await writingIndex(async () => {
    try {
      await writeFile(file, `${JSON.stringify(report, null, 2)}\n`, { flag: "wx", mode: 0o600 });
    } catch (error) {
      // No half of a report.
      await rm(file, { force: true });
      throw error;
    }
  });
  return id;
};
