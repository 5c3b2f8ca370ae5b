import type { PolicyDocument } from "../policy/document.ts";

/** Whole documents by id, least recently used dropped first once their texts exceed a total size. */
export class DocumentCache {
  readonly #limit: number;
  readonly #entries = new Map<string, Promise<PolicyDocument | null>>();
  readonly #sizes = new Map<string, number>();
  #total = 0;

  /** `limit`: UTF-16 units of text kept in all; a document larger than that is kept alone. */
  constructor(limit: number) {
    this.#limit = limit;
  }

  /** The cached document, or what `read` gives; one read serves all who ask meanwhile. Failures and nulls are forgotten. */
  get(documentId: string, read: () => Promise<PolicyDocument | null>): Promise<PolicyDocument | null> {
    const known = this.#entries.get(documentId);
    if (known !== undefined) {
      // A map keeps the order of insertion: the most recently used goes to the end.
      this.#entries.delete(documentId);
      this.#entries.set(documentId, known);
      return known;
    }
    const entry = this.#load(documentId, read);
    this.#entries.set(documentId, entry);
    return entry;
  }

  async #load(
    documentId: string,
    read: () => Promise<PolicyDocument | null>,
  ): Promise<PolicyDocument | null> {
    try {
      const document = await read();
      if (document === null) this.#entries.delete(documentId);
      else this.#keep(documentId, document.text.length);
      return document;
    } catch (error) {
      this.#entries.delete(documentId);
      throw error;
    }
  }

  #keep(documentId: string, size: number): void {
    this.#sizes.set(documentId, size);
    this.#total += size;
    for (const oldest of this.#entries.keys()) {
      if (this.#total <= this.#limit) break;
      const oldSize = this.#sizes.get(oldest);
      // Still being read, or the newcomer itself.
      if (oldSize === undefined || oldest === documentId) continue;
      this.#entries.delete(oldest);
      this.#sizes.delete(oldest);
      this.#total -= oldSize;
    }
  }
}
