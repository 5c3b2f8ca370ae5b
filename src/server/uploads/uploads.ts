import { createHash, randomBytes } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import type { IngestReply } from "../../contract/ingest.ts";
import { writingIndex } from "../../clause-index/writing-index.ts";
import { PolicyError } from "../../policy/policy-error.ts";

/** Uploads that wait for the one that is read; each is held in memory. */
const MOST_WAITING = 4;

/** Reads one file into the index, with limits on time and memory. */
export type IngestFile = (file: string, signal: AbortSignal) => Promise<IngestReply>;

const busy = (): PolicyError =>
  new PolicyError({
    code: "over_capacity",
    status: 503,
    retryable: true,
    message: { zh: "正在导入其他文件，请稍后再试。", en: "Other files are being read; try again later." },
  });

const absent = (error: unknown): void => {
  if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
};

const INCOMING = /^\.incoming-[0-9a-f]{12}$/;
const BEFORE = /^\.before-[0-9a-f]{12}-(?<name>.+)$/;

/** The folder of uploaded files. One is read at a time; what cannot be read is not kept. */
export class Uploads {
  readonly #folder: string;
  readonly #ingest: IngestFile;
  readonly #isRead: (sha256: string) => Promise<boolean>;
  #recovered: Promise<void> | null = null;
  #last: Promise<unknown> = Promise.resolve();
  #waiting = 0;

  /** @param isRead - whether a file with this SHA-256 is in the index */
  constructor(
    folder: string,
    ingest: IngestFile,
    isRead: (sha256: string) => Promise<boolean> = async () => false,
  ) {
    this.#folder = folder;
    this.#ingest = ingest;
    this.#isRead = isRead;
  }

  /**
   * Keeps a file under its name, in the place of the one of this name, and reads it. If it cannot be read, the one
   * before it stays.
   * @throws PolicyError `over_capacity` (503), `storage_full` (507), `storage_not_writable` (503), what the file's reading threw
   */
  async add(name: string, bytes: Uint8Array, signal: AbortSignal): Promise<IngestReply> {
    if (this.#waiting >= MOST_WAITING) throw busy();
    this.#waiting += 1;
    const result = this.#last.then(() => this.#replace(name, bytes, signal));
    this.#last = result.catch(() => null);
    try {
      return await result;
    } finally {
      this.#waiting -= 1;
    }
  }

  async #replace(name: string, bytes: Uint8Array, signal: AbortSignal): Promise<IngestReply> {
    signal.throwIfAborted();
    const kept = path.join(this.#folder, name);
    // Hidden, so that an ingest of the whole folder passes them over.
    const incoming = path.join(this.#folder, `.incoming-${randomBytes(6).toString("hex")}`);
    const before = path.join(this.#folder, `.before-${randomBytes(6).toString("hex")}-${name}`);
    await writingIndex(async () => {
      await mkdir(this.#folder, { recursive: true });
      this.#recovered ??= this.#recover().catch((error: unknown) => {
        this.#recovered = null;
        throw error;
      });
      await this.#recovered;
      try {
        await writeFile(incoming, bytes, { flag: "wx", mode: 0o600 });
        await rename(kept, before).catch(absent);
        await rename(incoming, kept);
      } catch (error) {
        await rename(before, kept).catch(absent);
        throw error;
      } finally {
        await rm(incoming, { force: true });
      }
    });
    const restore = async (): Promise<void> => {
      await rm(kept, { force: true });
      await rename(before, kept).catch(absent);
    };
    try {
      const reply = await this.#ingest(kept, signal);
      const files = reply.files.map((each) => ({ ...each, file: path.basename(each.file) }));
      const failure = files.find(({ error }) => error !== null)?.error;
      if (failure !== undefined && failure !== null) {
        throw new PolicyError({
          code: failure.code,
          status: 422,
          message: { zh: failure.message, en: failure.message },
        });
      }
      return { ...reply, files, missing: [] };
    } catch (error) {
      await restore();
      throw error;
    } finally {
      await rm(before, { force: true });
    }
  }

  /** Undoes what a server that was killed had begun: the index has the new file, or the one before it comes back. */
  async #recover(): Promise<void> {
    for (const entry of await readdir(this.#folder)) {
      const leftover = path.join(this.#folder, entry);
      if (INCOMING.test(entry)) await rm(leftover, { force: true });
      const name = BEFORE.exec(entry)?.groups?.["name"];
      if (name === undefined) continue;
      const kept = path.join(this.#folder, name);
      const bytes = await readFile(kept).catch(() => null);
      const isRead = bytes !== null && (await this.#isRead(createHash("sha256").update(bytes).digest("hex")));
      if (isRead) await rm(leftover, { force: true });
      else await rename(leftover, kept);
    }
  }
}
