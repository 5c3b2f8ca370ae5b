import path from "node:path";
import { loadConfig } from "../server/config.ts";
import { createBackup } from "./backup/create-backup.ts";
import type { Command } from "./command.ts";
import { usageError } from "./command.ts";
import { dataFolder } from "./data-folder.ts";

/** `backup`: a copy of the data folder, while the server runs. */
export const backupCommand: Command = {
  name: "backup",
  usage: "<文件夹或 .tar.gz 文件 folder or .tar.gz file>",
  summary: {
    zh: "备份数据文件夹；服务和导入不必停下",
    en: "copy the data folder, while server and ingest go on",
  },
  options: {},
  run: async ({ positionals: [target, ...rest] }) => {
    if (target === undefined || rest.length > 0) {
      throw usageError("请给出一个文件夹或 .tar.gz 文件。", "Give a folder or a .tar.gz file.");
    }
    const absolute = path.resolve(target);
    const { files, fingerprint, createdAt } = await createBackup(dataFolder(loadConfig().dataDir), absolute);
    const bytes = files.reduce((sum, { size }) => sum + size, 0);
    return {
      exitCode: 0,
      data: { target: absolute, fileCount: files.length, bytes, index: fingerprint, createdAt },
      text: `已备份 ${files.length} 个文件、${(bytes / 1e6).toFixed(1)} MB 到 ${absolute}`,
    };
  },
};
