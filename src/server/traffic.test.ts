import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Traffic } from "./traffic.ts";

const never = new AbortController().signal;

/** How long the next step waits, in milliseconds of the test's clock; the step before it took 10. */
const waits = async (traffic: Traffic, ended: AbortSignal = never, wanted: AbortSignal = never) => {
  const giveWay = traffic.givingWay(ended);
  vi.advanceTimersByTime(10);
  const from = performance.now();
  const state: { result: boolean | null } = { result: null };
  void giveWay(wanted).then((result) => (state.result = result));
  await vi.advanceTimersByTimeAsync(0);
  while (state.result === null) await vi.advanceTimersByTimeAsync(5);
  return { waited: performance.now() - from, goesOn: state.result };
};

describe("giving way", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it("goes on at once while nobody asks", async () => {
    expect(await waits(new Traffic())).toEqual({ waited: 0, goesOn: true });
  });

  it("waits while a request runs, but not for ever", async () => {
    const traffic = new Traffic();
    traffic.begin();
    const { waited, goesOn } = await waits(traffic);
    expect(waited).toBeGreaterThanOrEqual(500);
    expect(waited).toBeLessThan(600);
    expect(goesOn).toBe(true);
  });

  it("waits after the last request too, for the next one", async () => {
    const traffic = new Traffic();
    const end = traffic.begin();
    end();
    end();
    expect(traffic.running).toBe(0);
    const { waited } = await waits(traffic);
    expect(waited).toBeGreaterThanOrEqual(250);
    expect(waited).toBeLessThan(350);
    await vi.advanceTimersByTimeAsync(250);
    expect((await waits(traffic)).waited).toBe(0);
  });

  it("goes on at once where somebody waits for the work, and ends where the server stops", async () => {
    const traffic = new Traffic();
    traffic.begin();
    expect(await waits(traffic, never, AbortSignal.abort())).toEqual({ waited: 0, goesOn: true });
    expect(await waits(traffic, AbortSignal.abort())).toEqual({ waited: 0, goesOn: false });
  });
});
