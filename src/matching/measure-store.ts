import type { Measure } from "../measures/measure.ts";
import { readMeasures } from "../measures/read-measures.ts";
import { AheadOfNeed } from "../policy/ahead-of-need.ts";
import type { GiveWay, Step } from "../policy/ahead-of-need.ts";
import type { PolicyDocument } from "../policy/document.ts";

/** What the store needs of an index: one committed state of it. */
export interface MeasureSource {
  /** The same content gives the same fingerprint. */
  readonly fingerprint: string;
  /** A hash of each document as it is stored, by id. */
  documentHashes(): Promise<ReadonlyMap<string, string>>;
  getDocument(documentId: string): Promise<PolicyDocument | null>;
}

/** The measures of one document. */
export interface MeasuresOfDocument {
  /** Of the document that they were read from; another one is read anew. */
  readonly key: string;
  readonly measures: readonly Measure[];
}

/** Where measures outlive the process; what cannot be read or written there is read from the documents. */
export interface MeasureKeeper {
  /** By document id. */
  read(step: Step): Promise<ReadonlyMap<string, MeasuresOfDocument>>;
  write(entries: ReadonlyMap<string, MeasuresOfDocument>): Promise<void>;
}

/**
 * The measures of an index, read from its documents on first use and kept for as long as the documents stay as they
 * are: a new state of the index reads its new documents alone. State: one entry for each document.
 */
export class MeasureStore {
  readonly #keeper: MeasureKeeper | null;
  #entries: ReadonlyMap<string, MeasuresOfDocument> | null = null;
  #loading: { readonly fingerprint: string; readonly measures: AheadOfNeed<readonly Measure[]> } | null =
    null;
  #writing: Promise<void> = Promise.resolve();

  constructor(keeper: MeasureKeeper | null = null) {
    this.#keeper = keeper;
  }

  /**
   * All measures of a state of the index, in the order of its documents.
   * @param giveWay - for reading ahead; whoever asks without it has the rest read at full speed
   */
  async measuresOf(source: MeasureSource, giveWay: GiveWay | null = null): Promise<readonly Measure[]> {
    const { fingerprint } = source;
    const measures =
      this.#loading?.fingerprint === fingerprint
        ? this.#loading.measures
        : new AheadOfNeed((step) => this.#load(source, step), giveWay);
    this.#loading = { fingerprint, measures };
    try {
      return await (giveWay === null ? measures.wanted() : measures.done());
    } catch (error) {
      // The next call may succeed.
      if (this.#loading?.measures === measures) this.#loading = null;
      throw error;
    }
  }

  /** Resolves when what was read is kept, as far as it can be. */
  kept(): Promise<void> {
    return this.#writing;
  }

  async #known(step: Step): Promise<ReadonlyMap<string, MeasuresOfDocument>> {
    if (this.#entries !== null) return this.#entries;
    const kept = await this.#keeper?.read(step).catch(() => null);
    return kept ?? new Map<string, MeasuresOfDocument>();
  }

  async #load(source: MeasureSource, step: Step): Promise<readonly Measure[]> {
    const known = await this.#known(step);
    const entries = new Map<string, MeasuresOfDocument>();
    let isSame = true;
    for (const [documentId, key] of await source.documentHashes()) {
      const before = known.get(documentId);
      if (before?.key === key) {
        entries.set(documentId, before);
        continue;
      }
      await step();
      const document = await source.getDocument(documentId);
      // A copy: a piece cut out of a text keeps the whole text in memory, and so of every document.
      if (document !== null) {
        entries.set(documentId, { key, measures: structuredClone(readMeasures(document)) });
      }
      isSame = false;
    }
    this.#entries = entries;
    if (!isSame || entries.size < known.size) {
      const keeper = this.#keeper;
      this.#writing = this.#writing.then(() => keeper?.write(entries)).catch(() => {});
    }
    return [...entries.values()].flatMap(({ measures }) => measures);
  }
}
