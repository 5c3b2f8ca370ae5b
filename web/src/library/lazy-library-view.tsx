import { lazyView } from "../page/lazy-view.tsx";

/** The library, which is loaded when it is first opened. */
export const LazyLibraryView = lazyView(() => import("./library-view.tsx"));
