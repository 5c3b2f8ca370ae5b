import path from "node:path";
import { ingestPaths } from "../ingest/ingest.ts";
import { PolicyError } from "../policy/policy-error.ts";
import { buildPage, isPageStale } from "./build-page.ts";
import type { Command } from "./command.ts";
import { PACKAGE_ROOT } from "./package-root.ts";
import { showProgress } from "./progress.ts";
import { runServer } from "./run-server.ts";

const SEEDS_FOLDER = path.join(PACKAGE_ROOT, "seeds");

/** `start`: the page built if need be, the seeds put into an index that was never initialised, then the server. */
export const startCommand: Command = {
  name: "start",
  usage: "",
  summary: {
    zh: "构建网页（如需要），首次运行时导入自带文件，然后启动服务",
    en: "build the page if needed, ingest the seeds on first run, then serve",
  },
  options: {},
  run: async () => {
    if (await isPageStale(PACKAGE_ROOT)) {
      process.stderr.write("正在构建网页…… Building the page…\n");
      await buildPage(PACKAGE_ROOT);
    }
    await runServer(async ({ index, embedder }) => {
      if ((await index.snapshot()) !== null) return;
      process.stderr.write("首次运行：正在导入自带文件…… First run: ingesting the seeds…\n");
      const report = await ingestPaths([SEEDS_FOLDER], { index, embedder, onProgress: showProgress() });
      const failed = report.files.filter(({ outcome }) => outcome === "failed");
      if (failed.length > 0) {
        throw new PolicyError({
          code: "seeds_failed",
          status: 500,
          message: {
            zh: `自带文件导入失败：${failed.map(({ file }) => path.basename(file)).join("、")}`,
            en: `The seeds could not be ingested: ${failed.map(({ file }) => path.basename(file)).join(", ")}`,
          },
        });
      }
    });
    return null;
  },
};
