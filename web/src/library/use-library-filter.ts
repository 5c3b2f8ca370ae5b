import { useCallback, useEffect, useRef, useState } from "react";
import type { LibraryFilter } from "./library-filter.ts";
import { readLibraryQuery, writeLibraryQuery } from "./library-query.ts";

/** What is typed comes into the address when the typing pauses, in milliseconds: browsers refuse too many changes. */
const PAUSE_MS = 300;

/** Puts a filter into the address; `replace`: in the place of the one at hand, without a step to go back to. */
export type WriteQuery = (query: string, replace: boolean) => void;

/**
 * The filter of the library, in step with the address: what is chosen is a step to go back to, what is typed is
 * not. `flush` writes what is still being typed.
 */
export const useLibraryFilter = (
  query: string,
  onQuery: WriteQuery,
): {
  readonly filter: LibraryFilter;
  readonly change: (filter: LibraryFilter) => void;
  readonly flush: () => void;
} => {
  const [filter, setFilter] = useState(() => readLibraryQuery(query));
  const written = useRef(query);
  const typed = useRef<{ readonly query: string; readonly timer: ReturnType<typeof setTimeout> } | null>(
    null,
  );
  const write = useRef(onQuery);
  useEffect(() => {
    write.current = onQuery;
  });
  const forget = useCallback((): void => {
    if (typed.current !== null) clearTimeout(typed.current.timer);
    typed.current = null;
  }, []);
  const put = useCallback(
    (wanted: string, replace: boolean): void => {
      forget();
      written.current = wanted;
      write.current(wanted, replace);
    },
    [forget],
  );
  // Back, forward, or a link: the address leads.
  useEffect(() => {
    if (query === written.current) return;
    forget();
    written.current = query;
    setFilter(readLibraryQuery(query));
  }, [query, forget]);
  useEffect(() => forget, [forget]);
  const change = (next: LibraryFilter): void => {
    const wanted = writeLibraryQuery(next);
    const isTyped = writeLibraryQuery({ ...next, text: filter.text }) === writeLibraryQuery(filter);
    setFilter(next);
    if (!isTyped) {
      put(wanted, false);
      return;
    }
    forget();
    typed.current = { query: wanted, timer: setTimeout(() => put(wanted, true), PAUSE_MS) };
  };
  const flush = useCallback((): void => {
    const { current } = typed;
    if (current !== null) put(current.query, true);
  }, [put]);
  return { filter, change, flush };
};
