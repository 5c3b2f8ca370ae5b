import type { GiveWay } from "../policy/ahead-of-need.ts";

/** How long it has to be quiet before work that nobody waits for goes on: a reader's next click is not far. */
const QUIET_MS = 250;
/**
 * How long such work waits at most before its next step: on a busy server it takes a fiftieth of the time, so that few
 * requests meet a step, and ends.
 */
const LONGEST_WAIT_MS = 500;
const STEP_MS = 10;
const LOOK_AGAIN_MS = 25;

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
/** Keeps no process alive. */
const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds).unref());

/** Which requests are being worked on. State: how many, and when the last one ended. */
export class Traffic {
  #running = 0;
  #lastEnd = -Infinity;

  /** Requests whose reply is not sent yet. */
  get running(): number {
    return this.#running;
  }

  /** Counts a request until the returned function is called; calling it again does nothing. */
  begin(): () => void {
    this.#running += 1;
    let hasEnded = false;
    return () => {
      if (hasEnded) return;
      hasEnded = true;
      this.#running -= 1;
      this.#lastEnd = performance.now();
    };
  }

  #isQuiet(): boolean {
    return this.#running === 0 && performance.now() - this.#lastEnd >= QUIET_MS;
  }

  /** For work of many short steps: every 10 ms it waits until nobody asks, half a second at most. `ended` ends it. */
  givingWay(ended: AbortSignal): GiveWay {
    let since = performance.now();
    return async (wanted) => {
      if (!ended.aborted && performance.now() - since >= STEP_MS) {
        await turn();
        const latest = performance.now() + LONGEST_WAIT_MS;
        const mayWait = (): boolean =>
          !ended.aborted && wanted?.aborted !== true && performance.now() < latest;
        while (mayWait() && !this.#isQuiet()) await pause(LOOK_AGAIN_MS);
        since = performance.now();
      }
      return !ended.aborted;
    };
  }
}
