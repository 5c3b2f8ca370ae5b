/**
 * Lets so many work at a time, the others in the order in which they came: each that works holds memory, and more at
 * once than there are cores end none of them sooner.
 */
export class Turns {
  readonly #most: number;
  readonly #waiting = new Set<() => void>();
  #working = 0;

  constructor(most: number) {
    this.#most = most;
  }

  /** Waits for a turn. @returns ends it; null where `signal` was aborted before it came */
  async take(signal?: AbortSignal): Promise<(() => void) | null> {
    if (this.#working >= this.#most) {
      const { promise, resolve } = Promise.withResolvers<void>();
      this.#waiting.add(resolve);
      const leave = (): void => resolve();
      signal?.addEventListener("abort", leave, { once: true });
      if (signal?.aborted === true) leave();
      await promise;
      signal?.removeEventListener("abort", leave);
      // Still in line: it was not its turn that came.
      if (this.#waiting.delete(resolve)) return null;
    } else {
      this.#working += 1;
    }
    let hasEnded = false;
    return () => {
      if (!hasEnded) this.#end();
      hasEnded = true;
    };
  }

  #end(): void {
    const [next] = this.#waiting;
    // The place goes over to the next one: nobody comes between.
    if (next === undefined) {
      this.#working -= 1;
    } else {
      this.#waiting.delete(next);
      next();
    }
  }
}
