import { useSyncExternalStore } from "react";
import { heldToken, watchToken } from "./held-token.ts";

/** The token that requests are sent with, now and whenever it changes; null without one. */
export const useToken = (): string | null => useSyncExternalStore(watchToken, heldToken);
