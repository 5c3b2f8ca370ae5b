import path from "node:path";
import { loadConfig } from "../server/config.ts";
import { restoreBackup } from "./backup/restore-backup.ts";
import type { Command } from "./command.ts";
import { usageError } from "./command.ts";
import { dataFolder } from "./data-folder.ts";

/** `restore`: a backup back into the data folder, checked before anything is replaced. */
export const restoreCommand: Command = {
  name: "restore",
  usage: "<备份 backup> [--replace]",
  summary: {
    zh: "核对备份并恢复到数据文件夹；先停止服务",
    en: "check a backup and put it into the data folder; stop the server first",
  },
  options: { replace: { type: "boolean" } },
  run: async ({ positionals: [source, ...rest], flags }) => {
    if (source === undefined || rest.length > 0) {
      throw usageError("请给出一个备份文件夹或文件。", "Give the folder or file of a backup.");
    }
    const data = dataFolder(loadConfig().dataDir);
    const { manifest, aside } = await restoreBackup(path.resolve(source), data, flags.has("replace"));
    const kept = aside === null ? "" : `\n原有内容保留在 ${aside}，确认无误后可删除。`;
    return {
      exitCode: 0,
      data: { data, fileCount: manifest.files.length, index: manifest.fingerprint, aside },
      text: `已恢复 ${manifest.files.length} 个文件（备份于 ${manifest.createdAt}），全部核对无误。${kept}`,
    };
  },
};
