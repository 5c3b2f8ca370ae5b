import { defineConfig } from "vite";

/** The widget for other sites: one script without imports, beside the page. */
export default defineConfig({
  root: import.meta.dirname,
  // What lies in public/ is the page's.
  publicDir: false,
  build: {
    outDir: "dist",
    // The page is built before it.
    emptyOutDir: false,
    target: ["chrome100", "edge100", "firefox101", "safari16.4"],
    lib: { entry: "widget/main.ts", formats: ["iife"], name: "zhengwenWidget", fileName: () => "widget.js" },
  },
});
