import { loadConfig } from "../server/config.ts";
import { openServices } from "../server/open-services.ts";
import type { Command } from "./command.ts";
import { checkAccess } from "./doctor/check-access.ts";
import { checkIndex } from "./doctor/check-index.ts";
import { checkMachine } from "./doctor/check-machine.ts";
import type { Finding } from "./doctor/finding.ts";

const MARKS: Readonly<Record<Finding["level"], string>> = { ok: "✓", warning: "!", failure: "✗" };

/** `doctor`: whether everything that a server needs is in order. Exit status 1 if something is in the way. */
export const doctorCommand: Command = {
  name: "doctor",
  usage: "",
  summary: { zh: "检查运行环境", en: "check whether everything is in order" },
  options: {},
  run: async () => {
    const config = loadConfig();
    const findings = [
      ...(await checkMachine(config.dataDir)),
      ...(await checkIndex(openServices(config))),
      ...(await checkAccess(config)),
    ];
    const failed = findings.some(({ level }) => level === "failure");
    const lines = findings.map(({ level, zh, en }) => `${MARKS[level]} ${zh}${zh === en ? "" : `  ${en}`}`);
    return { exitCode: failed ? 1 : 0, data: { ok: !failed, findings }, text: lines.join("\n") };
  },
};
