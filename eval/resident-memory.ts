import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** Memory that a process holds in RAM, in MB (10⁶ bytes). */
export interface ResidentMemory {
  readonly now: number;
  /** The most since the process began; null where the system does not tell. */
  readonly peak: number | null;
}

const KIB = 1024 / 1_000_000;

const field = (status: string, name: string): number | null => {
  const match = new RegExp(String.raw`^${name}:\s*(\d+) kB$`, "m").exec(status);
  return match === null ? null : Number(match[1]) * KIB;
};

/** VmRSS and VmHWM of `/proc/<pid>/status`. @returns null where there is no VmRSS in it */
export const parseProcStatus = (status: string): ResidentMemory | null => {
  const now = field(status, "VmRSS");
  return now === null ? null : { now, peak: field(status, "VmHWM") };
};

/** Reads `/proc` on Linux and asks `ps` elsewhere. */
export const residentMemory = (pid: number): ResidentMemory => {
  const fromProc =
    process.platform === "linux" ? parseProcStatus(readFileSync(`/proc/${pid}/status`, "utf8")) : null;
  if (fromProc !== null) return fromProc;
  const kib = Number(execFileSync("ps", ["-o", "rss=", "-p", String(pid)], { encoding: "utf8" }).trim());
  return { now: kib * KIB, peak: null };
};
