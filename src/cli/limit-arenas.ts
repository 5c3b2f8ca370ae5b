import { availableParallelism } from "node:os";
import process from "node:process";

/**
 * Has the C library keep few pools of memory. By default each of the search engine's and the model's threads gets
 * one, up to eight a core, and what was freed in one serves no other: 150 MB of 980 under load on two cores. The
 * library reads this when a process begins, so the process begins anew: the same one, which costs 50 ms. Whoever sets
 * `MALLOC_ARENA_MAX` decides; a process that speaks with its parent (`--watch`) stays as it is, as do other systems.
 */
export const limitArenas = (): void => {
  const { env, execArgv, execPath, argv } = process;
  if (process.platform !== "linux" || env["MALLOC_ARENA_MAX"] !== undefined || process.connected) return;
  const arenas = Math.min(Math.max(availableParallelism(), 2), 4);
  process.execve?.(execPath, [execPath, ...execArgv, ...argv.slice(1)], {
    ...env,
    MALLOC_ARENA_MAX: String(arenas),
  });
};
