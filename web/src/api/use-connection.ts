import { useCallback, useEffect, useState } from "react";
import { isServerReady, serverReady } from "./server-ready.ts";

/** `back`: it was lost, and the reader has not gone on yet. */
export type Connection = "there" | "lost" | "back";

/**
 * Whether the browser has lost its network and the server with it. A server on the same machine needs no
 * network: what counts is whether it answers.
 */
export const useConnection = (): { readonly connection: Connection; readonly goOn: () => void } => {
  const [connection, setConnection] = useState<Connection>("there");
  useEffect(() => {
    const waiting = new AbortController();
    let watching = false;
    const look = async (): Promise<void> => {
      if (watching || (await isServerReady(waiting.signal)) || waiting.signal.aborted || watching) return;
      watching = true;
      setConnection("lost");
      if (await serverReady(waiting.signal)) setConnection("back");
      watching = false;
    };
    const onOffline = (): void => void look();
    addEventListener("offline", onOffline);
    if (!navigator.onLine) onOffline();
    return () => {
      removeEventListener("offline", onOffline);
      waiting.abort();
    };
  }, []);
  return { connection, goOn: useCallback(() => setConnection("there"), []) };
};
