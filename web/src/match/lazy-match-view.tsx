import { lazyView } from "../page/lazy-view.tsx";

/** The matching view, which is loaded when it is first opened. */
export const LazyMatchView = lazyView(() => import("./match-view.tsx"));
