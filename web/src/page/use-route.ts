import { useCallback, useEffect, useState } from "react";
import type { MainView, OpenCitations, Place, Route } from "./route.ts";
import { readMain, readOpenCitations, readPlace } from "./route.ts";

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
  };
};

/**
 * `main` is the view beside a document, and counts for nothing elsewhere. `replace`: in the place of the address
 * at hand, which going back then passes over.
 */
export type Navigate = (path: string, open: OpenCitations | null, main: MainView, replace?: boolean) => void;

/** The route of the page, kept in step with the address bar, and the way to change both. */
export const useRoute = (): { readonly route: Route; readonly navigate: Navigate } => {
  const [route, setRoute] = useState(current);
  useEffect(() => {
    const follow = (): void => setRoute(current());
    addEventListener("popstate", follow);
    return () => removeEventListener("popstate", follow);
  }, []);
  const navigate = useCallback<Navigate>((path, open, main, replace = false) => {
    if (replace) history.replaceState({ ...open, main }, "", path);
    else history.pushState({ ...open, main }, "", path);
    setRoute(current());
  }, []);
  return { route, navigate };
};
