import { setMaxListeners } from "node:events";
import path from "node:path";
import { setFlagsFromString } from "node:v8";
import { PolicyError } from "../policy/policy-error.ts";
import { TokenStore } from "../server/access/token-store.ts";
import { createApp } from "../server/app.ts";
import { loadConfig } from "../server/config.ts";
import { openServices } from "../server/open-services.ts";
import type { OpenServices } from "../server/open-services.ts";
import { createLog } from "../server/request-log.ts";
import { serveApp } from "../server/serve.ts";
import { Traffic } from "../server/traffic.ts";
import { ingestInProcess } from "../server/uploads/ingest-process.ts";
import { Uploads } from "../server/uploads/uploads.ts";
import type { AppSettings } from "../server/app-settings.ts";
import { PACKAGE_ROOT } from "./package-root.ts";

/** Longest time for one request: a language model may take most of it. */
const REQUEST_LIMIT_MS = 120_000;
/** Less than a request may last, so that the reason is told. */
const UPLOAD_BOUNDS = { timeoutMs: 110_000, memoryMb: 1_024 };

/**
 * By how much the JavaScript heap may grow before it is collected; V8 lets it double. What is collected holds memory
 * outside the heap too. Read at each collection, so that it may be set when the process runs.
 */
const HEAP_GROWTH = "--heap-growing-percent=35";

const say = (text: string): void => void process.stderr.write(`${text}\n`);

/** Uploads and reports lie in the data folder; beside a bucket there is no place for them. */
const foldersOf = (
  dataDir: string,
  services: OpenServices,
): Pick<AppSettings, "uploads" | "dataFolder" | "reportFolder"> => {
  if (!path.isAbsolute(dataDir)) return { uploads: null, dataFolder: null, reportFolder: null };
  const ingest = ingestInProcess(path.join(PACKAGE_ROOT, "src/cli.ts"), UPLOAD_BOUNDS);
  return {
    uploads: new Uploads(path.join(dataDir, "uploads"), ingest, async (sha256) => {
      const documents = await (await services.snapshot()).listDocuments();
      return documents.some(({ file }) => file.sha256 === sha256);
    }),
    dataFolder: dataDir,
    reportFolder: path.join(dataDir, "reports"),
  };
};

const stoppingError = (): PolicyError =>
  new PolicyError({
    code: "stopping",
    status: 503,
    retryable: true,
    message: { zh: "服务正在停止，请稍后再试。", en: "The server is being stopped; try again later." },
  });

/** The first request to stop ends the server in good order; a second one ends the process at once. */
const stopRequested = (): Promise<NodeJS.Signals> =>
  new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) {
      process.once(signal, () => {
        resolve(signal);
        process.once(signal, () => process.exit(1));
      });
    }
  });

/**
 * Serves until it is asked to stop. The port is open from the beginning, and `/readyz` tells when the model
 * is loaded and `prepare` is done.
 * @param prepare - what has to be done with the opened services before the server is ready
 * @throws PolicyError when the port cannot be had, or the preparation fails
 */
export const runServer = async (
  prepare: (services: OpenServices, dataDir: string) => Promise<void>,
): Promise<void> => {
  setFlagsFromString(HEAP_GROWTH);
  const config = loadConfig();
  const log = createLog(config.logLevel);
  const stop = stopRequested();
  const { tracesAs } = config;
  const endTraces =
    tracesAs === null ? null : (await import("../server/export-traces.ts")).exportTraces(tracesAs);
  const services = openServices(config);
  const tokens = new TokenStore(config.tokenFile);
  // A damaged file of tokens stops the start, not the first request.
  const isWithoutTokens = (await tokens.records()).length === 0;
  const stopping = new AbortController();
  // Every running request listens.
  setMaxListeners(0, stopping.signal);
  const traffic = new Traffic();
  const app = createApp(services, {
    access: { ...config.access, tokens },
    ...foldersOf(config.dataDir, services),
    host: config.host,
    allowedHosts: config.allowedHosts,
    publicOrigin: config.publicOrigin,
    log,
    pageFolder: path.join(PACKAGE_ROOT, "web/dist"),
    requestLimitMs: REQUEST_LIMIT_MS,
    stopping: stopping.signal,
    traffic,
  });
  const server = await serveApp(app, config.host, config.port, {
    drainMs: config.drainMs,
    endRequests: () => stopping.abort(stoppingError()),
  });
  log.info({ port: server.port, host: config.host, model: config.model?.name ?? null }, "listening");
  if (config.access.tokenRequired && isWithoutTokens) {
    say("还没有访问令牌，所有请求都会被拒绝：请运行 npm run zhengwen -- token add <名称>。");
    say("There is no token yet, and every request is refused: run npm run zhengwen -- token add <name>.");
  }

  const warming = new AbortController();
  const prepared = (async () => {
    await services.load();
    await prepare(services, config.dataDir);
    const { index } = await services.readiness();
    if (!index) {
      say("索引为空：请先运行 npm run zhengwen -- ingest <文件或文件夹>。");
      say("The index is empty: run npm run zhengwen -- ingest <files or folders>.");
    }
    say(`政问已启动：${server.url}`);
    say(`Zhengwen is running: ${server.url}`);
    if (index) void services.warmUp(traffic.givingWay(warming.signal));
  })();
  try {
    // A failed preparation ends the server; a finished one leaves it running until it is asked to stop.
    await Promise.race([stop, prepared.then(() => stop)]);
  } catch (error) {
    if (!(error instanceof PolicyError)) log.fatal("the server could not be prepared");
    throw error;
  } finally {
    warming.abort();
    await server.stop();
    await services.kept();
    await endTraces?.();
  }
};
