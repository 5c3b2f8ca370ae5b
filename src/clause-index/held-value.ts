/** What was read last, and for how long it stands for what would be read again. One reading serves all who ask. */
export class HeldValue<Value> {
  readonly #read: () => Promise<Value>;
  readonly #holdsMs: number;
  #held: { readonly value: Promise<Value>; readonly from: number } | null = null;

  /** @param holdsMs - 0 reads each time */
  constructor(read: () => Promise<Value>, holdsMs: number) {
    this.#read = read;
    this.#holdsMs = holdsMs;
  }

  get(): Promise<Value> {
    if (this.#holdsMs === 0) return this.#read();
    if (this.#held !== null && performance.now() - this.#held.from < this.#holdsMs) return this.#held.value;
    const held = { value: this.#read(), from: performance.now() };
    this.#held = held;
    // A failure is not held: the next one who asks may have more luck.
    held.value.catch(() => {
      if (this.#held === held) this.#held = null;
    });
    return held.value;
  }

  /** The next one who asks reads. */
  forget(): void {
    this.#held = null;
  }
}
