import path from "node:path";
import { ingestPaths } from "../ingest/ingest.ts";
import type { WritableIndex } from "../ingest/ingest.ts";
import { PolicyError } from "../policy/policy-error.ts";
import { keepLastIngest } from "../server/last-ingest.ts";
import { buildPage, isPageStale } from "./build-page.ts";
import type { Command } from "./command.ts";
import { PACKAGE_ROOT } from "./package-root.ts";
import { showProgress } from "./progress.ts";
import { runServer } from "./run-server.ts";

const SEEDS_FOLDER = path.join(PACKAGE_ROOT, "seeds");

/** Whether the index can be read as it is, was never made, or was made with another embedding model. */
const stateOf = async (index: WritableIndex): Promise<"ready" | "new" | "other_model"> => {
  try {
    return (await index.snapshot()) === null ? "new" : "ready";
  } catch (error) {
    if (error instanceof PolicyError && error.code === "index_model_mismatch") return "other_model";
    throw error;
  }
};

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
    await runServer(async ({ index, embedder }, dataDir) => {
      const state = await stateOf(index);
      if (state === "ready") return;
      process.stderr.write(
        state === "new"
          ? "首次运行：正在导入自带文件…… First run: ingesting the seeds…\n"
          : "向量模型已更换：正在重建索引…… Another embedding model: rebuilding the index…\n",
      );
      const sources = state === "new" ? [SEEDS_FOLDER] : [];
      const report = await ingestPaths(sources, { index, embedder, onProgress: showProgress() });
      await keepLastIngest(dataDir, report);
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
