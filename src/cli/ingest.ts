import { ingestPaths } from "../ingest/ingest.ts";
import { removeDocuments } from "../ingest/remove-documents.ts";
import { loadConfig } from "../server/config.ts";
import { keepLastIngest } from "../server/last-ingest.ts";
import { openServices } from "../server/open-services.ts";
import type { Command } from "./command.ts";
import { usageError } from "./command.ts";
import { formatIngest, formatRemoval } from "./format-ingest.ts";
import { showProgress } from "./progress.ts";
import { writeIngestPage } from "./ingest-page/write-ingest-page.ts";

/**
 * `ingest <paths…>`: reads files and folders into the index; `ingest --remove <ids…>`: takes documents out of
 * it. Exit status 1 if any file or id failed.
 */
export const ingestCommand: Command = {
  name: "ingest",
  usage:
    "<文件或文件夹 files or folders…> [--remove-missing] [--report 报告 page.html] | --remove <标识 ids…>",
  summary: {
    zh: "把文件或文件夹读入索引（--remove-missing 同时移除原文件已不存在的文件），或从索引中移除文件",
    en: "read files or folders into the index (--remove-missing: remove what has vanished), or remove documents",
  },
  options: {
    "remove-missing": { type: "boolean" },
    remove: { type: "boolean" },
    report: { type: "string" },
    "index-only": { type: "boolean" },
  },
  run: async ({ positionals, options, flags }) => {
    const page = options["report"];
    if (flags.has("remove")) {
      if (positionals.length === 0 || flags.has("remove-missing") || page !== undefined) {
        throw usageError("--remove 后请只给出文件标识。", "Give --remove document ids and nothing else.");
      }
      const config = loadConfig();
      const removal = await removeDocuments(positionals, openServices(config));
      const missing = removal.removed.map((each) => ({ ...each, file: "", removed: true }));
      await keepLastIngest(config.dataDir, { files: [], missing });
      return { exitCode: removal.notFound.length > 0 ? 1 : 0, data: removal, text: formatRemoval(removal) };
    }
    if (positionals.length === 0) {
      throw usageError("请给出要导入的文件或文件夹。", "Name the files or folders to ingest.");
    }
    if (page === "") throw usageError("请给出报告的文件名。", "Name the file of the report.");
    const config = loadConfig();
    const services = openServices(config);
    const { index, embedder } = services;
    const report = await ingestPaths(positionals, {
      index,
      embedder,
      removeMissing: flags.has("remove-missing"),
      onProgress: showProgress(),
    });
    await keepLastIngest(config.dataDir, report);
    // An upload: its server runs, and reads what is new when it has time.
    if (!flags.has("index-only")) await services.keepAhead();
    if (page !== undefined) await writeIngestPage(page, report, await index.snapshot());
    const failed = report.files.some(({ outcome }) => outcome === "failed");
    return { exitCode: failed ? 1 : 0, data: report, text: formatIngest(report) };
  },
};
