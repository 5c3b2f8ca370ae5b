/** Keys that are remembered; beyond, those that were used longest ago are forgotten first. */
const MOST_KEYS = 20_000;

interface Bucket {
  readonly left: number;
  readonly at: number;
}

/** Allows each key so many requests a minute, on average and at once. The clock is monotonic. */
export class RateBuckets {
  readonly #perMinute: number;
  readonly #now: () => number;
  readonly #buckets = new Map<string, Bucket>();

  /** @param now - milliseconds that never go back */
  constructor(perMinute: number, now: () => number = () => performance.now()) {
    this.#perMinute = perMinute;
    this.#now = now;
  }

  /** Takes one request: 0 if it may pass, otherwise the seconds after which another may, at least 1. */
  take(key: string): number {
    const now = this.#now();
    const known = this.#buckets.get(key) ?? { left: this.#perMinute, at: now };
    const left = Math.min(this.#perMinute, known.left + ((now - known.at) / 60_000) * this.#perMinute);
    const passes = left >= 1;
    // Last again in the order of the map.
    this.#buckets.delete(key);
    this.#buckets.set(key, { left: passes ? left - 1 : left, at: now });
    for (const oldest of this.#buckets.keys()) {
      if (this.#buckets.size <= MOST_KEYS) break;
      this.#buckets.delete(oldest);
    }
    return passes ? 0 : Math.max(1, Math.ceil(((1 - left) / this.#perMinute) * 60));
  }
}
