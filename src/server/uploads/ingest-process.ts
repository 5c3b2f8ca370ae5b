import { spawn } from "node:child_process";
import { z } from "zod";
import { ProblemSchema } from "../../contract/common.ts";
import { IngestReplySchema } from "../../contract/ingest.ts";
import { PolicyError } from "../../policy/policy-error.ts";
import type { IngestFile } from "./uploads.ts";

/** Characters of output that are read; a report of one file is far shorter. */
const MOST_OUTPUT = 20_000_000;

export interface ProcessBounds {
  readonly timeoutMs: number;
  /** Megabytes of JavaScript heap. */
  readonly memoryMb: number;
}

const stopped = (isTimeout: boolean): PolicyError =>
  new PolicyError({
    code: isTimeout ? "ingest_timeout" : "ingest_failed",
    status: 422,
    message: isTimeout
      ? {
          zh: "读取文件超时，已停止；请拆分文件，或在命令行导入。",
          en: "Reading the file took too long and was stopped; split it, or ingest it on the command line.",
        }
      : {
          zh: "读取文件时出错，已停止；文件可能已损坏，或内容过大。",
          en: "Reading the file failed and was stopped: it is damaged or too large.",
        },
  });

const OutputSchema = z.union([IngestReplySchema, ProblemSchema]);

/**
 * Ingests in a process of its own (`<command line> ingest --json <file>`): a file that takes too long or too much
 * memory ends that process and not the server, and no request waits while a document is read.
 * @param program - the file of the command line
 */
export const ingestInProcess =
  (program: string, { timeoutMs, memoryMb }: ProcessBounds): IngestFile =>
  async (file, signal) => {
    const limit = AbortSignal.timeout(timeoutMs);
    const child = spawn(
      process.execPath,
      [`--max-old-space-size=${memoryMb}`, program, "ingest", "--json", "--index-only", "--", file],
      {
        stdio: ["ignore", "pipe", "ignore"],
        signal: AbortSignal.any([signal, limit]),
        killSignal: "SIGKILL",
      },
    );
    let output = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => {
      if (output.length < MOST_OUTPUT) output += text;
    });
    const ended = Promise.withResolvers<void>();
    // An abort is an error first, and the end of the process afterwards.
    child.once("error", () => {}).once("close", () => ended.resolve());
    await ended.promise;
    signal.throwIfAborted();
    if (limit.aborted) throw stopped(true);
    const line = output.trim().split("\n").at(-1) ?? "";
    let printed: z.infer<typeof OutputSchema>;
    try {
      printed = OutputSchema.parse(JSON.parse(line));
    } catch {
      throw stopped(false);
    }
    if ("files" in printed) return printed;
    const { code, status, detail } = printed;
    throw new PolicyError({ code, status, retryable: status === 409, message: { zh: detail, en: detail } });
  };
