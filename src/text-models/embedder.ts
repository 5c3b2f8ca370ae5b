/** Turns text into unit vectors. One engine behind one interface, so that it can be replaced. */
export interface Embedder {
  /** Names model and version; part of the index fingerprint. Vectors of different ids are never mixed. */
  readonly id: string;
  readonly dimensions: number;
  /** Loads the model; called once at start so that readiness can be told. Safe to call again. */
  load(): Promise<void>;
  /** One normalised vector for a question. */
  embedQuery(text: string): Promise<Float32Array>;
  /**
   * One normalised vector for each text, in the order given. Batches are sorted by length inside, so callers
   * may pass texts of mixed length. `onProgress` receives the number of texts done so far.
   */
  embedPassages(texts: readonly string[], onProgress?: (done: number) => void): Promise<Float32Array[]>;
}
