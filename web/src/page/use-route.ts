import { useCallback, useEffect, useState } from "react";
import type { OpenCitations, Route } from "./route.ts";
import { readOpenCitations, readPlace } from "./route.ts";

const current = (): Route => ({
  place: readPlace(location.pathname, location.hash),
  open: readOpenCitations(history.state),
});

export type Navigate = (path: string, open: OpenCitations | null) => void;

/** The route of the page, kept in step with the address bar, and the way to change both. */
export const useRoute = (): { readonly route: Route; readonly navigate: Navigate } => {
  const [route, setRoute] = useState(current);
  useEffect(() => {
    const follow = (): void => setRoute(current());
    addEventListener("popstate", follow);
    return () => removeEventListener("popstate", follow);
  }, []);
  const navigate = useCallback<Navigate>((path, open) => {
    history.pushState(open, "", path);
    setRoute(current());
  }, []);
  return { route, navigate };
};
