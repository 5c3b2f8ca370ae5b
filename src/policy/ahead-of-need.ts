/**
 * Asked between the steps of work that nobody waits for yet: resolves when it may go on, at once where somebody waits
 * after all (`wanted` is aborted then; left out where nobody can); false ends the work.
 */
export type GiveWay = (wanted?: AbortSignal) => Promise<boolean>;

/** Between two steps of the work; rejects where it was ended. */
export type Step = () => Promise<void>;

/** How long a step that somebody waits for keeps others from their turn, in milliseconds. */
const SLICE_MS = 10;

/** Work whose result will be asked for: done ahead while others have the turn, and at full speed once it is wanted. */
export class AheadOfNeed<Result> {
  readonly #result: Promise<Result>;
  readonly #wanted = new AbortController();
  readonly #giveWay: GiveWay | null;
  #since = performance.now();

  /** @param giveWay - null where somebody waits from the beginning */
  constructor(work: (step: Step) => Promise<Result>, giveWay: GiveWay | null) {
    this.#giveWay = giveWay;
    this.#result = work(() => this.#step());
  }

  /** The result, for someone who waits for it. */
  wanted(): Promise<Result> {
    this.#wanted.abort();
    return this.#result;
  }

  /** The result, for someone who has time. */
  done(): Promise<Result> {
    return this.#result;
  }

  async #step(): Promise<void> {
    const { signal } = this.#wanted;
    if (this.#giveWay !== null && !signal.aborted) {
      if ((await this.#giveWay(signal)) || signal.aborted) return;
      throw new DOMException("Nobody waits for this work, and it was ended.", "AbortError");
    }
    if (performance.now() - this.#since < SLICE_MS) return;
    await new Promise((resolve) => setImmediate(resolve));
    this.#since = performance.now();
  }
}
