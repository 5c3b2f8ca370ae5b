import { limitArenas } from "./cli/limit-arenas.ts";
import type { CommandEntry } from "./cli/run-command.ts";
import { runCommand } from "./cli/run-command.ts";

const COMMANDS: readonly CommandEntry[] = [
  { name: "start", load: async () => (await import("./cli/start.ts")).startCommand },
  { name: "serve", load: async () => (await import("./cli/serve.ts")).serveCommand },
  { name: "ingest", load: async () => (await import("./cli/ingest.ts")).ingestCommand },
  { name: "ask", load: async () => (await import("./cli/ask.ts")).askCommand },
  { name: "search", load: async () => (await import("./cli/search.ts")).searchCommand },
  { name: "match", load: async () => (await import("./cli/match.ts")).matchCommand },
  { name: "mcp", load: async () => (await import("./cli/mcp.ts")).mcpCommand },
  { name: "token", load: async () => (await import("./cli/token.ts")).tokenCommand },
  { name: "doctor", load: async () => (await import("./cli/doctor.ts")).doctorCommand },
  { name: "backup", load: async () => (await import("./cli/backup.ts")).backupCommand },
  { name: "restore", load: async () => (await import("./cli/restore.ts")).restoreCommand },
  { name: "status", load: async () => (await import("./cli/status.ts")).statusCommand },
];

// A reader that closes the pipe early (`| head`) has what it wanted.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  process.exit(error.code === "EPIPE" ? 0 : 1);
});

const [name] = process.argv.slice(2);
if (name === "start" || name === "serve") limitArenas();

const status = await runCommand(process.argv.slice(2), COMMANDS);
// Once everything is written: native threads of the search engine and the model may outlive the work.
process.stdout.write("", () => process.exit(status));
