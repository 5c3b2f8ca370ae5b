import { percentile } from "./percentile.ts";

/** Counts of one case: `hits` of `total`. */
export interface Counts {
  readonly hits: number;
  readonly total: number;
}

/** A pooled rate with its 95% interval; all null where nothing was counted. */
export interface Rate {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

const RESAMPLES = 2_000;

/** Mulberry32: a small generator of numbers in [0, 1), the same for the same seed. */
export const randomFrom = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

const pooled = (counts: readonly Counts[]): number | null => {
  const total = counts.reduce((sum, each) => sum + each.total, 0);
  return total === 0 ? null : counts.reduce((sum, each) => sum + each.hits, 0) / total;
};

/** The 2.5% and 97.5% points of the values that `RESAMPLES` draws with replacement give. */
const interval = (
  drawnFrom: number,
  seed: number,
  valueOf: (draw: () => number) => number,
): Pick<Rate, "low" | "high"> => {
  const random = randomFrom(seed);
  const draw = (): number => Math.floor(random() * drawnFrom);
  const values = Float64Array.from({ length: RESAMPLES }, () => valueOf(draw)).toSorted();
  return {
    low: values[Math.floor(RESAMPLES * 0.025)] ?? null,
    high: values[Math.ceil(RESAMPLES * 0.975) - 1] ?? null,
  };
};

/**
 * The pooled rate Σhits/Σtotal with a percentile bootstrap interval (Efron 1979) over whole cases, because
 * what one case counts is not independent.
 * @param seed - the same seed and counts give the same interval
 */
export const rateWithInterval = (counts: readonly Counts[], seed = 20_260_101): Rate => {
  const counted = counts.filter((each) => each.total > 0);
  const value = pooled(counted);
  if (value === null) return { value, low: null, high: null };
  // Where every case gives the same rate, so does every draw.
  if (counted.every((each) => each.hits === value * each.total)) return { value, low: value, high: value };
  return {
    value,
    ...interval(counted.length, seed, (draw) => {
      let hits = 0;
      let total = 0;
      for (let drawn = 0; drawn < counted.length; drawn += 1) {
        const one = counted[draw()];
        hits += one?.hits ?? 0;
        total += one?.total ?? 0;
      }
      return hits / total;
    }),
  };
};

/** The `share`-quantile of values, by the nearest rank, with its bootstrap interval; all null for no values. */
export const percentileWithInterval = (values: readonly number[], share: number, seed = 20_260_101): Rate => {
  const value = percentile(values, share);
  if (value === null) return { value, low: null, high: null };
  const sorted = Float64Array.from(values).toSorted();
  const rank = Math.max(0, Math.ceil(share * sorted.length) - 1);
  return {
    value,
    ...interval(sorted.length, seed, (draw) => {
      const drawn = Uint32Array.from(sorted, draw).toSorted();
      return sorted[drawn[rank] ?? 0] ?? value;
    }),
  };
};
