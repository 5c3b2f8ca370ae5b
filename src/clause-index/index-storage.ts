/** Where an index lies: a folder, or a bucket. The tables are LanceDB's, the pointer and the lock are not. */
export interface IndexStorage {
  /** Address of the LanceDB database. */
  readonly tablesUri: string;
  /** LanceDB's storage options; empty for a folder. */
  readonly storageOptions: Readonly<Record<string, string>>;
  /** The pointer's text as last published, or null if nothing was ever published. */
  readPointer(): Promise<string | null>;
  /** Replaces the pointer at once: a reader sees the old text or the new one. */
  publishPointer(text: string): Promise<void>;
  /** Makes table files written since `since` (epoch milliseconds) safe against a loss of power. */
  flushTables(since: number): Promise<void>;
  /** @throws PolicyError `ingest_running` if another live writer holds the index. */
  acquireLock(): Promise<IngestLock>;
}

/** The right to write; held by one writer at a time. */
export interface IngestLock {
  /** @throws PolicyError `ingest_running` if the lock was taken away (a writer that slept too long). */
  assertHeld(): Promise<void>;
  release(): Promise<void>;
}

/** True for `s3://…` and the like; everything else is a folder. */
export const isBucketAddress = (location: string): boolean => /^[a-z][a-z0-9+.-]+:\/\//.test(location);
