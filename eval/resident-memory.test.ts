import { describe, expect, it } from "vitest";
import { parseProcStatus, residentMemory } from "./resident-memory.ts";

describe("residentMemory", () => {
  it("reads kibibytes as megabytes", () => {
    const status = "Name:\tnode\nVmHWM:\t  500000 kB\nVmRSS:\t  250000 kB\n";
    expect(parseProcStatus(status)).toEqual({ now: 256, peak: 512 });
    expect(parseProcStatus("Name:\tnode\n")).toBeNull();
  });
  it("agrees with what this process knows of itself", () => {
    const { now, peak } = residentMemory(process.pid);
    expect(now / (process.memoryUsage.rss() / 1e6)).toBeCloseTo(1, 0);
    expect(peak ?? now).toBeGreaterThanOrEqual(now * 0.99);
  });
});
