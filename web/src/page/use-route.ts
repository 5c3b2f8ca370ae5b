import { useCallback, useEffect, useState } from "react";
import type { MainView, OpenCitations, Route } from "./route.ts";
import { readMain, readOpenCitations, readPlace } from "./route.ts";

const current = (): Route => {
  const place = readPlace(location.pathname, location.hash);
  return {
    place,
    main: place.view === "document" ? readMain(history.state) : place.view,
    open: readOpenCitations(history.state),
  };
};

/** `main` is the view beside a document, and counts for nothing elsewhere. */
export type Navigate = (path: string, open: OpenCitations | null, main: MainView) => void;

/** The route of the page, kept in step with the address bar, and the way to change both. */
export const useRoute = (): { readonly route: Route; readonly navigate: Navigate } => {
  const [route, setRoute] = useState(current);
  useEffect(() => {
    const follow = (): void => setRoute(current());
    addEventListener("popstate", follow);
    return () => removeEventListener("popstate", follow);
  }, []);
  const navigate = useCallback<Navigate>((path, open, main) => {
    history.pushState({ ...open, main }, "", path);
    setRoute(current());
  }, []);
  return { route, navigate };
};
