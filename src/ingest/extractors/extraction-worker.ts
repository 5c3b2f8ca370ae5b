import { Worker } from "node:worker_threads";
import { PolicyError } from "../../policy/policy-error.ts";
import type { ExtractedText } from "../extracted-text.ts";
import type { Format } from "./extractor.ts";

/** What is sent to the thread. */
export interface ExtractionRequest {
  readonly format: Format;
  readonly bytes: Uint8Array;
}

/** What comes back: a PolicyError loses its class on the way. */
export type ExtractionReply =
  | { readonly extracted: ExtractedText }
  | { readonly failure: Omit<ConstructorParameters<typeof PolicyError>[0], "cause"> };

export interface ExtractionBounds {
  /** Milliseconds for one file. */
  readonly timeoutMs: number;
  /** Megabytes of heap for one file. */
  readonly memoryMb: number;
}

const timedOut = (): PolicyError =>
  new PolicyError({
    code: "extraction_timeout",
    status: 422,
    message: {
      zh: "读取文件超时，已停止。文件可能已损坏或过于复杂，请另存为较小的文件后重试。",
      en: "Reading the file took too long and was stopped. Save a smaller or simpler copy.",
    },
  });

const stopped = (cause: unknown): PolicyError => {
  const isMemory = cause instanceof Error && "code" in cause && cause.code === "ERR_WORKER_OUT_OF_MEMORY";
  return new PolicyError({
    code: isMemory ? "extraction_memory" : "damaged_file",
    status: 422,
    message: {
      zh: "读取文件时出错，已停止（文件可能已损坏，或内容过大）。请另存为较小的文件后重试。",
      en: "Reading the file failed and was stopped (damaged, or too large). Save a smaller copy.",
    },
    detail: String(cause),
    cause,
  });
};

/**
 * Runs extractors in a thread of their own, one file at a time. A file that takes too long or too much memory
 * ends the thread, not the process; the next file gets a new one.
 */
export class ExtractionWorker {
  readonly #bounds: ExtractionBounds;
  #worker: Worker | null = null;
  #last: Promise<unknown> = Promise.resolve();

  constructor(bounds: ExtractionBounds) {
    this.#bounds = bounds;
  }

  /** @throws PolicyError of the extractor, `extraction_timeout`, `extraction_memory`, `damaged_file` */
  extract(format: Format, bytes: Uint8Array): Promise<ExtractedText> {
    // One file at a time: the timeout is each file's own.
    const result = this.#last.then(() => this.#run({ format, bytes }));
    this.#last = result.catch(() => null);
    return result;
  }

  /** Ends the thread; the next file starts another. */
  async close(): Promise<void> {
    const worker = this.#worker;
    this.#worker = null;
    await worker?.terminate();
  }

  #start(): Worker {
    const worker = new Worker(new URL("extraction-thread.ts", import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: this.#bounds.memoryMb },
    });
    worker.unref();
    this.#worker = worker;
    return worker;
  }

  async #run(request: ExtractionRequest): Promise<ExtractedText> {
    const worker = this.#worker ?? this.#start();
    const { promise, resolve, reject } = Promise.withResolvers<ExtractionReply>();
    const onExit = (): void => reject(stopped("the thread ended"));
    const onError = (error: unknown): void => reject(stopped(error));
    const timer = setTimeout(() => reject(timedOut()), this.#bounds.timeoutMs);
    worker.once("message", resolve).once("error", onError).once("messageerror", onError).once("exit", onExit);
    // While a file is read, the process has to wait for it.
    worker.ref();
    try {
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin, a window has
      worker.postMessage(request);
      const reply = await promise;
      if ("failure" in reply) throw new PolicyError(reply.failure);
      return reply.extracted;
    } catch (error) {
      const isFromFile = error instanceof PolicyError && error.code !== "extraction_timeout";
      if (!isFromFile || error.cause !== undefined) await this.close();
      throw error;
    } finally {
      clearTimeout(timer);
      worker.off("message", resolve).off("error", onError).off("messageerror", onError).off("exit", onExit);
      worker.unref();
    }
  }
}
