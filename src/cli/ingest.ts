import { ingestPaths } from "../ingest/ingest.ts";
import { loadConfig } from "../server/config.ts";
import { openServices } from "../server/open-services.ts";
import type { Command } from "./command.ts";
import { usageError } from "./command.ts";
import { formatIngest } from "./format-ingest.ts";
import { showProgress } from "./progress.ts";

/** `ingest <paths…>`: reads files and folders into the index; exit status 1 if any of them failed. */
export const ingestCommand: Command = {
  name: "ingest",
  usage: "<文件或文件夹 files or folders…>",
  summary: { zh: "把文件或文件夹读入索引", en: "read files or folders into the index" },
  options: {},
  run: async ({ positionals }) => {
    if (positionals.length === 0) {
      throw usageError("请给出要导入的文件或文件夹。", "Name the files or folders to ingest.");
    }
    const { index, embedder } = openServices(loadConfig());
    const report = await ingestPaths(positionals, { index, embedder, onProgress: showProgress() });
    const failed = report.files.some(({ outcome }) => outcome === "failed");
    return { exitCode: failed ? 1 : 0, data: report, text: formatIngest(report) };
  },
};
