import { percentile } from "../../eval/percentile.ts";

/** Milliseconds. */
export interface Latency {
  readonly p50: number;
  readonly p95: number;
  /** Processor time a call, all threads together: what it costs however busy the machine is. */
  readonly cpu: number;
}

/** Runs `work` for every item, one after the other, after some that are not counted. */
export const latencyOf = async <T>(
  items: readonly T[],
  work: (item: T) => Promise<unknown>,
  warmUp = 5,
): Promise<Latency> => {
  for (const item of items.slice(0, warmUp)) await work(item);
  const times: number[] = [];
  const before = process.cpuUsage();
  for (const item of items) {
    const begun = performance.now();
    await work(item);
    times.push(performance.now() - begun);
  }
  const { user, system } = process.cpuUsage(before);
  return {
    p50: percentile(times, 0.5) ?? 0,
    p95: percentile(times, 0.95) ?? 0,
    cpu: (user + system) / 1000 / Math.max(1, items.length),
  };
};

/** `p50 3.1 ms, p95 5.2 ms, processor 4.0 ms`. */
export const formatLatency = ({ p50, p95, cpu }: Latency): string =>
  `p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms, processor ${cpu.toFixed(1)} ms`;
