import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, readdir, rename, rm, stat } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { PolicyError } from "../policy/policy-error.ts";

/** Folders of `web/` that the built page does not depend on. */
const NOT_SOURCES: ReadonlySet<string> = new Set(["dist", "node_modules", "test"]);

/** The latest modification (milliseconds) of any file below a folder; 0 where there is none. */
const newestFile = async (folder: string): Promise<number> => {
  let newest = 0;
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (entry.name.startsWith(".") || (entry.isDirectory() && NOT_SOURCES.has(entry.name))) continue;
    const file = path.join(folder, entry.name);
    newest = Math.max(newest, entry.isDirectory() ? await newestFile(file) : (await stat(file)).mtimeMs);
  }
  return newest;
};

/** Whether the page has to be built: it is missing, or older than a source of it. */
export const isPageStale = async (root: string): Promise<boolean> => {
  const built = await stat(path.join(root, "web/dist/index.html")).catch(() => null);
  if (built === null) return true;
  const sources = ["web", "src/contract", "src/client"].map((folder) => path.join(root, folder));
  return (await Promise.all(sources.map((folder) => newestFile(folder)))).some(
    (time) => time > built.mtimeMs,
  );
};

const buildFailed = (detail: string, cause?: unknown): PolicyError =>
  new PolicyError({
    code: "page_build_failed",
    status: 500,
    message: {
      zh: "网页构建失败；运行 npm run build:web 可查看原因。",
      en: "The page could not be built; npm run build:web shows why.",
    },
    detail,
    cause,
  });

// In a process of its own, so that the builder's memory is given back before the server runs.
const runVite = (root: string, given: readonly string[]): Promise<void> =>
  new Promise((resolve, reject) => {
    const vite = path.join(
      path.dirname(createRequire(import.meta.url).resolve("vite/package.json")),
      "bin/vite.js",
    );
    const options = ["build", "web", ...given, "--logLevel", "error"];
    const child = spawn(process.execPath, [vite, ...options], {
      cwd: root,
      stdio: ["ignore", "ignore", "inherit"],
    });
    child.once("error", (error) => reject(buildFailed("vite did not start", error)));
    child.once("close", (code) =>
      code === 0 ? resolve() : reject(buildFailed(`vite ended with status ${code}`)),
    );
  });

/**
 * Builds the page with Vite, beside the old one, and puts it in its place by renaming, so that two starts at
 * once never see half a page.
 * @param root - the folder of the package
 * @throws PolicyError `page_build_failed`
 */
export const buildPage = async (root: string): Promise<void> => {
  const aside = path.join(root, `web/.building-${process.pid}`);
  const fresh = path.join(aside, "dist");
  const place = path.join(root, "web/dist");
  await mkdir(aside, { recursive: true });
  try {
    await runVite(root, ["--outDir", fresh, "--emptyOutDir"]);
    // The widget for other sites, beside it.
    await runVite(root, ["--config", "web/vite.widget.config.ts", "--outDir", fresh]);
    if (existsSync(place)) await rename(place, path.join(aside, "old")).catch(() => undefined);
    // Another start may have put its page there in between; it is the same page.
    await rename(fresh, place).catch((error: unknown) => {
      if (!existsSync(path.join(place, "index.html")))
        throw buildFailed("the page could not be moved", error);
    });
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
};
