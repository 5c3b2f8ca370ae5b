import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const CLI = fileURLToPath(new URL("../cli.ts", import.meta.url));

/** A server in a process of its own. */
export interface SpawnedServer {
  /** Ends with a slash. */
  readonly url: string;
  readonly pid: number;
  kill(signal: NodeJS.Signals): void;
  /** The exit status, null after a signal that it does not listen to. */
  readonly exited: Promise<number | null>;
  /** What it wrote: its log and what it says to a person. */
  readonly output: () => string;
}

/**
 * For tests and measurements: `serve` on a port of the system's choice, ready to answer. It knows nothing of this process' settings.
 * @param uid - whom it runs as
 */
export const spawnServer = async (
  folder: string,
  environment: Readonly<Record<string, string>> = {},
  uid?: number,
): Promise<SpawnedServer> => {
  const child = spawn(process.execPath, [CLI, "serve"], {
    cwd: folder,
    env: { PATH: process.env["PATH"] ?? "", HOME: folder, ZHENGWEN_PORT: "0", ...environment },
    stdio: ["ignore", "pipe", "pipe"],
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  const exited = once(child, "close").then(([status]: unknown[]) =>
    typeof status === "number" ? status : null,
  );
  let written = "";
  const url = await new Promise<string>((resolve, reject) => {
    void exited.then(() => reject(new Error(written)));
    for (const output of [child.stdout, child.stderr]) {
      output.on("data", (chunk: Buffer) => {
        written += chunk.toString();
        const found = /Zhengwen is running: (\S+)/.exec(written)?.[1];
        if (found !== undefined) resolve(found);
      });
    }
  });
  const { pid } = child;
  if (pid === undefined) throw new Error("A process that answers has an id.");
  return { url, pid, kill: (signal) => void child.kill(signal), exited, output: () => written };
};

/** For tests: a command in a process of its own, which has to succeed; what it printed. */
export const runCli = async (
  folder: string,
  args: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): Promise<string> => {
  const child = spawn(process.execPath, [CLI, ...args], {
    cwd: folder,
    env: { PATH: process.env["PATH"] ?? "", HOME: folder, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let written = "";
  let said = "";
  child.stdout.on("data", (chunk: Buffer) => (written += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (said += chunk.toString()));
  const [status]: unknown[] = await once(child, "close");
  if (status !== 0) throw new Error(`${args.join(" ")}: ${String(status)}\n${said}`);
  return written;
};
