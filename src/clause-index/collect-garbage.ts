import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

let collect: (() => void) | null = null;

/**
 * Frees what JavaScript no longer holds. The engine's native work does not show in JavaScript's heap, so that
 * hundreds of megabytes of written rows would lie beside it until the next collection.
 */
export const collectGarbage = (): void => {
  if (collect === null) {
    setFlagsFromString("--expose-gc");
    const gc: unknown = runInNewContext("gc");
    collect = typeof gc === "function" ? () => void Reflect.apply(gc, undefined, []) : () => undefined;
  }
  collect();
};
