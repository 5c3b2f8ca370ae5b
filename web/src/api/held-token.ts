const KEY = "zhengwen.token";

/** Where the browser keeps nothing, the token lasts as long as the page. */
let inMemory: string | null = null;
const listeners = new Set<() => void>();
const tell = (): void => {
  for (const listener of listeners) listener();
};

/** The browser's stores; empty where they are forbidden. */
const stores = (): Storage[] => {
  try {
    return [sessionStorage, localStorage];
  } catch {
    return [];
  }
};

/** The token that requests are sent with; null without one. */
export const heldToken = (): string | null => {
  for (const store of stores()) {
    const token = store.getItem(KEY);
    if (token !== null) return token;
  }
  return inMemory;
};

/** Whether the token outlives this tab. */
export const isTokenRemembered = (): boolean => stores().at(1)?.getItem(KEY) === heldToken();

/**
 * Holds a token in the place of the one before it, or none.
 * @param remember - beyond this tab, until it is dropped
 */
export const holdToken = (token: string | null, remember: boolean): void => {
  const [session, local] = stores();
  session?.removeItem(KEY);
  local?.removeItem(KEY);
  inMemory = token;
  try {
    if (token !== null) (remember ? local : session)?.setItem(KEY, token);
  } catch {
    // A full store: the page itself still has it.
  }
  tell();
};

/** Calls back when the token changes, here or in another tab; gives the way to stop it. */
export const watchToken = (listener: () => void): (() => void) => {
  const follow = (event: StorageEvent): void => {
    if (event.key !== KEY && event.key !== null) return;
    if (event.newValue === null) inMemory = null;
    listener();
  };
  listeners.add(listener);
  addEventListener("storage", follow);
  return () => {
    listeners.delete(listener);
    removeEventListener("storage", follow);
  };
};
