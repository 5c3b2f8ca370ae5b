import { useCallback, useEffect, useState } from "react";
import type { MainView, OpenCitations, Place, Route } from "./route.ts";
import { readLibraryQueryOf, readMain, readOpenCitations, readPlace } from "./route.ts";

/** The conversation is behind an answer that the address names. */
const mainOf = (place: Place): MainView => {
  if (place.view === "document") return readMain(history.state);
  return place.view === "answer" ? "chat" : place.view;
};

const current = (): Route => {
  const place = readPlace(location.pathname, location.hash);
  return {
    place,
    main: mainOf(place),
    open: readOpenCitations(history.state),
    libraryQuery: place.view === "library" ? place.query : readLibraryQueryOf(history.state),
  };
};

/**
 * `main` is the view beside a document, and counts for nothing elsewhere. `replace`: in the place of the address
 * at hand, which going back then passes over.
 */
export type Navigate = (path: string, open: OpenCitations | null, main: MainView, replace?: boolean) => void;

/** How the library beside the document at hand is filtered. */
export const keptLibraryQuery = (): string => readLibraryQueryOf(history.state);

/** Keeps how the library beside the document at hand is filtered; nothing that is shown changes. */
export const keepLibraryQuery = (query: string): void => {
  const state: unknown = history.state;
  history.replaceState({ ...(typeof state === "object" ? state : {}), library: query }, "");
};

/** The route of the page, kept in step with the address bar, and the way to change both. */
export const useRoute = (): { readonly route: Route; readonly navigate: Navigate } => {
  const [route, setRoute] = useState(current);
  useEffect(() => {
    const follow = (): void => setRoute(current());
    addEventListener("popstate", follow);
    return () => removeEventListener("popstate", follow);
  }, []);
  const navigate = useCallback<Navigate>((path, open, main, replace = false) => {
    const library = main === "library" ? { library: current().libraryQuery } : {};
    const state = { ...open, main, ...library };
    if (replace) history.replaceState(state, "", path);
    else history.pushState(state, "", path);
    setRoute(current());
  }, []);
  return { route, navigate };
};
