import type { Measure } from "../measures/measure.ts";
import { readMeasures } from "../measures/read-measures.ts";
import { AheadOfNeed } from "../policy/ahead-of-need.ts";
import type { GiveWay, Step } from "../policy/ahead-of-need.ts";
import type { PolicyDocument } from "../policy/document.ts";
import type { ValidityPeriod } from "../policy/validity.ts";

/** What the store needs of an index: one committed state of it. */
export interface MeasureSource {
  /** The same content gives the same fingerprint. */
  readonly fingerprint: string;
  listDocuments(): Promise<
    readonly (Pick<PolicyDocument, "documentId" | "title" | "parserVersion" | "file"> & ValidityPeriod)[]
  >;
  getDocument(documentId: string): Promise<PolicyDocument | null>;
}

interface Entry {
  readonly key: string;
  readonly measures: readonly Measure[];
}

/**
 * The measures of an index, read from its documents on first use and kept for as long as the documents stay as they
 * are: a new state of the index reads its new documents alone. State: one entry for each document.
 */
export class MeasureStore {
  #entries = new Map<string, Entry>();
  #loading: { readonly fingerprint: string; readonly measures: AheadOfNeed<readonly Measure[]> } | null =
    null;

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

  async #load(source: MeasureSource, step: Step): Promise<readonly Measure[]> {
    const entries = new Map<string, Entry>();
    for (const { documentId, file, parserVersion } of await source.listDocuments()) {
      const key = `${file.sha256} ${parserVersion}`;
      const known = this.#entries.get(documentId);
      if (known?.key === key) {
        entries.set(documentId, known);
        continue;
      }
      await step();
      const document = await source.getDocument(documentId);
      // A copy: a piece cut out of a text keeps the whole text in memory, and so of every document.
      if (document !== null) {
        entries.set(documentId, { key, measures: structuredClone(readMeasures(document)) });
      }
    }
    this.#entries = entries;
    return [...entries.values()].flatMap(({ measures }) => measures);
  }
}
