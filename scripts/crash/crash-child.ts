import { ingestPaths } from "../../src/ingest/ingest.ts";
import { openServices } from "../../src/server/open-services.ts";

/*
 * One ingest in a process of its own, to be killed: `node crash-child.ts <data folder> <corpus folder>`. Says
 * `ready` when it is about to begin, so that the one who kills it can aim.
 */
const [dataDir = "", corpus = ""] = process.argv.slice(2);
const { index, embedder } = openServices({ dataDir, model: null });
process.stdout.write("ready\n");
await ingestPaths([corpus], { index, embedder, removeMissing: true });
process.stdout.write("done\n", () => process.exit(0));
