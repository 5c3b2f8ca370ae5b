/** How long is waited before each look, in milliseconds; the last one holds from then on. */
const PAUSES = [500, 1_000, 2_000, 4_000, 8_000] as const;
const LONGEST_LOOK_MS = 5_000;

/** Waits, but no longer when the browser finds its network again or the waiting has ended. */
const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    const go = (): void => {
      clearTimeout(timer);
      removeEventListener("online", go);
      signal.removeEventListener("abort", go);
      resolve();
    };
    const timer = setTimeout(go, milliseconds);
    addEventListener("online", go);
    signal.addEventListener("abort", go);
  });

/** Whether the server can be reached and says that it can answer. */
export const isServerReady = async (signal: AbortSignal): Promise<boolean> => {
  try {
    const limit = AbortSignal.any([signal, AbortSignal.timeout(LONGEST_LOOK_MS)]);
    return (await fetch("/readyz", { cache: "no-store", signal: limit })).ok;
  } catch {
    return false;
  }
};

/** Resolves to true when the server is ready, looked at ever less often; to false when `signal` ends the waiting. */
export const serverReady = async (signal: AbortSignal): Promise<boolean> => {
  for (let look = 0; !signal.aborted; look += 1) {
    await pause(PAUSES[look] ?? 8_000, signal);
    if (!signal.aborted && (await isServerReady(signal))) return true;
  }
  return false;
};
