/** Writes to the error output: progress and reports go different ways, so that `--json` can be piped. */
export const say = (text: string): void => {
  process.stderr.write(`${text}\n`);
};

const seconds = (ms: number): string => `${Math.round(ms / 1_000)} s`;

/**
 * A function that shows how far a run is, how long it has taken and how long it may still take.
 * @param kept - cases that an earlier run has answered, which take no time now
 */
export const progressLine = (
  kept: number,
  begun = performance.now(),
): ((done: number, total: number) => void) => {
  const every = 20;
  return (done, total) => {
    const took = performance.now() - begun;
    const left = (took / Math.max(1, done - kept)) * (total - done);
    const line = `${done}/${total}, ${seconds(took)}${done > kept ? `, about ${seconds(left)} left` : ""}`;
    if (process.stderr.isTTY) process.stderr.write(`\r${line}\u001b[K${done === total ? "\n" : ""}`);
    else if (done % every === 0 || done === total) say(line);
  };
};
