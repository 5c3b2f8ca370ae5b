import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Evaluation } from "../evaluation.ts";
import { htmlReport } from "./html-report.ts";
import { junitReport } from "./junit-report.ts";

/** Writes `report.json`, `report.html` and `junit.xml` into `folder`, which is made if need be. */
export const writeReport = async (folder: string, evaluation: Evaluation): Promise<void> => {
  await mkdir(folder, { recursive: true });
  await Promise.all([
    writeFile(join(folder, "report.json"), `${JSON.stringify(evaluation, null, 2)}\n`),
    writeFile(join(folder, "report.html"), htmlReport(evaluation)),
    writeFile(join(folder, "junit.xml"), junitReport(evaluation)),
  ]);
};
