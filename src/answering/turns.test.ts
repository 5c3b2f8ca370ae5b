import { describe, expect, it } from "vitest";
import { Turns } from "./turns.ts";

/** The end of a turn that has to come. */
const took = (end: (() => void) | null): (() => void) => {
  if (end === null) throw new Error("The turn did not come.");
  return end;
};

describe("turns", () => {
  it("are taken by so many at a time, the others in their order", async () => {
    const turns = new Turns(2);
    const state = { working: 0, most: 0 };
    const order: number[] = [];
    const work = async (number: number): Promise<void> => {
      const end = took(await turns.take());
      order.push(number);
      state.working += 1;
      state.most = Math.max(state.most, state.working);
      await new Promise((resolve) => setTimeout(resolve, number % 3));
      state.working -= 1;
      end();
      // Of no effect: another may have the place by now.
      end();
    };
    const numbers = Array.from({ length: 20 }, (_, number) => number);
    await Promise.all(numbers.map((number) => work(number)));
    expect(state.most).toBe(2);
    expect(order).toEqual(numbers);
  });

  it("are not waited for by whoever left", async () => {
    const turns = new Turns(1);
    const end = took(await turns.take());
    const leaving = new AbortController();
    const left = turns.take(leaving.signal);
    const gone = turns.take(AbortSignal.abort());
    const stays = turns.take(new AbortController().signal);
    leaving.abort();
    expect(await left).toBeNull();
    expect(await gone).toBeNull();
    end();
    took(await stays)();
    took(await turns.take())();
  });
});
