import { totalmem } from "node:os";
import { getHeapStatistics } from "node:v8";

/** Part of what there is from which on nothing more is taken in. */
const FULL = 0.9;

/** Bytes that this process may hold: the container's limit where it has one, else the machine's memory. */
export const allowedBytes = (): number => {
  const constrained = process.constrainedMemory();
  return constrained > 0 ? Math.min(constrained, totalmem()) : totalmem();
};

/** Read once: asking the container anew reads several files, and every request would. */
const ALLOWED = allowedBytes();

/**
 * Whether the JavaScript heap is nearly full, or all that the process holds nearly as much as it may: most of that
 * lies outside the heap, in the search engine and the model.
 * @param resident - bytes of this process in memory, of `allowed`
 */
export const isMemoryShort = (
  resident: number = process.memoryUsage.rss(),
  allowed: number = ALLOWED,
): boolean => {
  const { used_heap_size: used, heap_size_limit: limit } = getHeapStatistics();
  return used > limit * FULL || resident > allowed * FULL;
};
