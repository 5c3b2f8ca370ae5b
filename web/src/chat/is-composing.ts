import type { KeyboardEvent } from "react";

/** An input method uses Enter to take over a candidate; Safari reports that key only by its old code, 229. */
export const isComposing = (event: KeyboardEvent): boolean =>
  event.nativeEvent.isComposing || event.keyCode === 229;
