import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import type { Embedder } from "../../src/text-models/embedder.ts";
import type { Method } from "./method.ts";

const BENCH = path.join(import.meta.dirname, "..");

interface PeersModule {
  readonly createPeers: (
    indexFolder: string,
    queries: Pick<Embedder, "embedQuery">,
  ) => Promise<readonly Method[]>;
}

const isPeersModule = (value: unknown): value is PeersModule =>
  typeof value === "object" && value !== null && "createPeers" in value;

/** The other libraries' methods; installs what bench/package.json names where it is missing. */
export const loadPeers = async (
  indexFolder: string,
  queries: Pick<Embedder, "embedQuery">,
): Promise<readonly Method[]> => {
  if (!existsSync(path.join(BENCH, "node_modules"))) {
    const { status } = spawnSync("npm", ["ci"], { cwd: BENCH, stdio: ["ignore", 2, 2] });
    if (status !== 0)
      throw new Error("npm ci in bench/ failed; --no-peers measures without the other libraries.");
  }
  // By address: the compiler must not need these libraries to check the rest.
  const peers: unknown = await import(new URL("../peers/peers.ts", import.meta.url).href);
  if (!isPeersModule(peers)) throw new TypeError("bench/peers/peers.ts does not export createPeers.");
  return peers.createPeers(indexFolder, queries);
};
