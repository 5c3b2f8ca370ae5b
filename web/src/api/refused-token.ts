/** `byReader`: the request was something that the reader did, and not something that the page looked up. */
type Listener = (byReader: boolean) => void;

const listeners = new Set<Listener>();

/** Calls back whenever the server asks for a token that was not sent, or is not valid; gives the way to stop it. */
export const watchRefusals = (listener: Listener): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** Tells that a request was refused for want of a valid token. */
export const tellRefusal = (byReader: boolean): void => {
  for (const listener of listeners) listener(byReader);
};
