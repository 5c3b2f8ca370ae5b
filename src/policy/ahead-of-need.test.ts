import { describe, expect, it } from "vitest";
import { AheadOfNeed } from "./ahead-of-need.ts";
import type { GiveWay, Step } from "./ahead-of-need.ts";

const untilWanted: GiveWay = (wanted) =>
  new Promise((resolve) => wanted?.addEventListener("abort", () => resolve(true)));

const threeSteps = async (step: Step): Promise<string> => {
  for (let each = 0; each < 3; each += 1) await step();
  return "done";
};

describe("work ahead of need", () => {
  it("waits at its steps until somebody waits for it, then goes on alone", async () => {
    const steps: number[] = [];
    const work = new AheadOfNeed(async (step) => {
      for (let each = 0; each < 1_000; each += 1) {
        await step();
        steps.push(each);
      }
      return steps.length;
    }, untilWanted);
    await new Promise((resolve) => setImmediate(resolve));
    expect(steps).toEqual([]);
    expect(await work.wanted()).toBe(1_000);
    expect(await work.done()).toBe(1_000);
  });

  it("ends where it is told to, unless somebody waits", async () => {
    await expect(new AheadOfNeed(threeSteps, async () => false).done()).rejects.toThrow("ended");
    expect(await new AheadOfNeed(threeSteps, async () => false).wanted()).toBe("done");
  });

  it("lets others have their turn while somebody waits for it", async () => {
    const turns = { others: 0 };
    const other = setInterval(() => (turns.others += 1), 1);
    const work = new AheadOfNeed(async (step) => {
      while (turns.others < 3) await step();
      return turns.others;
    }, null);
    expect(await work.wanted()).toBeGreaterThanOrEqual(3);
    clearInterval(other);
  });
});
