import { LIMITS } from "../../../src/contract/limits.ts";
import type { IngestReply } from "../../../src/contract/ingest.ts";
import { asError } from "../api/api-failure.ts";
import { sendFile } from "./send-file.ts";

/** What the form around a file takes at most. */
const FORM_BYTES = 2_000;

export type UploadState =
  | { readonly step: "waiting" }
  /** `part` from 0 to 1. */
  | { readonly step: "sending"; readonly part: number }
  /** `since`: when the server had the whole file, in milliseconds since 1970. */
  | { readonly step: "reading"; readonly since: number }
  | { readonly step: "done"; readonly reply: IngestReply }
  | { readonly step: "failed"; readonly error: Error }
  /** Nothing was sent, or it was stopped. */
  | { readonly step: "stopped"; readonly why: "too_large" | "empty" | "cancelled" };

export interface Upload {
  readonly id: number;
  readonly file: File;
  readonly state: UploadState;
}

const refusalOf = (file: File): UploadState | null => {
  if (file.size === 0) return { step: "stopped", why: "empty" };
  return file.size > LIMITS.uploadBytes - FORM_BYTES ? { step: "stopped", why: "too_large" } : null;
};

/** The page asks before it is left while something is on its way. */
const holdPage = (event: BeforeUnloadEvent): void => event.preventDefault();

/** The files that are to be uploaded, one after the other. It outlives the view that shows it. */
class UploadQueue {
  #uploads: readonly Upload[] = [];
  #running: { readonly id: number; readonly controller: AbortController } | null = null;
  #lastId = 0;
  #listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly uploads = (): readonly Upload[] => this.#uploads;

  add(files: readonly File[]): void {
    const added = files.map((file) => {
      this.#lastId += 1;
      return { id: this.#lastId, file, state: refusalOf(file) ?? { step: "waiting" } } satisfies Upload;
    });
    this.#change([...this.#uploads, ...added]);
    this.#next();
  }

  retry(id: number): void {
    this.#set(id, { step: "waiting" });
    this.#next();
  }

  cancel(id: number): void {
    if (this.#running?.id === id) this.#running.controller.abort();
    else this.#set(id, { step: "stopped", why: "cancelled" });
  }

  remove(id: number): void {
    this.#change(this.#uploads.filter((each) => each.id !== id));
  }

  #change(uploads: readonly Upload[]): void {
    this.#uploads = uploads;
    for (const listener of this.#listeners) listener();
  }

  #set(id: number, state: UploadState): void {
    this.#change(this.#uploads.map((each) => (each.id === id ? { ...each, state } : each)));
  }

  #next(): void {
    const upload = this.#uploads.find(({ state }) => state.step === "waiting");
    if (this.#running !== null) return;
    if (upload === undefined) {
      removeEventListener("beforeunload", holdPage);
      return;
    }
    addEventListener("beforeunload", holdPage);
    const { id, file } = upload;
    const controller = new AbortController();
    this.#running = { id, controller };
    const settle = (state: UploadState): void => {
      this.#running = null;
      this.#set(id, controller.signal.aborted ? { step: "stopped", why: "cancelled" } : state);
      this.#next();
    };
    this.#set(id, { step: "sending", part: 0 });
    const onSent = (part: number): void =>
      this.#set(id, part < 1 ? { step: "sending", part } : { step: "reading", since: Date.now() });
    sendFile(file, onSent, controller.signal).then(
      (reply) => settle({ step: "done", reply }),
      (error: unknown) => settle({ step: "failed", error: asError(error) }),
    );
  }
}

export const uploadQueue = new UploadQueue();
