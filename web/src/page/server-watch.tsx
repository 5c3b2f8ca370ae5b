import type { ReactNode } from "react";
import { useEffect, useState } from "react";
import { serverReady } from "../api/server-ready.ts";
import { useMessages } from "../language/language-context.tsx";

/** Waits for a server that is away, and tells when it is back. Nothing is sent again by itself. */
export const ServerWatch = (): ReactNode => {
  const { connection } = useMessages();
  const [back, setBack] = useState(false);
  useEffect(() => {
    const waiting = new AbortController();
    const wait = async (): Promise<void> => {
      if (await serverReady(waiting.signal)) setBack(true);
    };
    void wait();
    return () => waiting.abort();
  }, []);
  return (
    <p className={back ? "server-watch server-back" : "server-watch"} role="status">
      {back ? connection.ready : connection.waiting}
    </p>
  );
};
