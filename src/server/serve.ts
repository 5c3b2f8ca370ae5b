import { createServer } from "node:http";
import type { Server } from "node:http";
import { getRequestListener } from "@hono/node-server";
import type { Hono } from "hono";
import { LIMITS } from "../contract/limits.ts";
import { PolicyError } from "../policy/policy-error.ts";
import type { AppEnv } from "./app-env.ts";
import { answerClientError } from "./client-error.ts";

/** How long requests that were told to end have for saying so, in milliseconds. */
const FAREWELL_MS = 1_000;

export interface Draining {
  /** How long running requests may go on after the server was asked to stop, in milliseconds. */
  readonly drainMs: number;
  /** Tells what is still running then to end; a second later the connections are cut. */
  readonly endRequests: () => void;
}

/** Waits for as long as a request may last, with a second for its reply: nothing has to be told to end. */
const WHOLE_REQUESTS: Draining = { drainMs: 121_000, endRequests: () => {} };

export interface RunningServer {
  /** The port that is listened on, also where the system chose it. */
  readonly port: number;
  readonly url: string;
  /** Stops accepting, lets running requests finish for a while, tells the others to end. Safe to call again. */
  stop(): Promise<void>;
}

const codeOf = (error: Error): string =>
  "code" in error && typeof error.code === "string" ? error.code : "";

const listenError = (error: Error, host: string, port: number): PolicyError => {
  const code = codeOf(error);
  const message =
    code === "EADDRINUSE"
      ? {
          zh: `端口 ${port} 已被占用；请用 ZHENGWEN_PORT 换一个端口，或停止占用它的程序。`,
          en: `Port ${port} is in use; set ZHENGWEN_PORT to another one, or stop what uses it.`,
        }
      : {
          zh: `无法监听 ${host} 的端口 ${port}（${code}）；请检查 ZHENGWEN_HOST 和 ZHENGWEN_PORT。`,
          en: `Cannot listen on ${host}, port ${port} (${code}); check ZHENGWEN_HOST and ZHENGWEN_PORT.`,
        };
  return new PolicyError({ code: "cannot_listen", status: 500, message, cause: error });
};

const listen = (server: Server, host: string, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once("error", (error) => reject(listenError(error, host, port)));
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === "object" && address !== null ? address.port : port);
    });
  });

const stopServer = (server: Server, { drainMs, endRequests }: Draining): Promise<void> =>
  new Promise((resolve) => {
    let cut = setTimeout(() => {
      endRequests();
      cut = setTimeout(() => server.closeAllConnections(), FAREWELL_MS);
    }, drainMs);
    // `close` ends the connections that are idle now; those whose request ends later are kept alive otherwise.
    const sweep = setInterval(() => server.closeIdleConnections(), 50);
    server.close(() => {
      clearTimeout(cut);
      clearInterval(sweep);
      resolve();
    });
  });

/** The address to open in a browser for a listening address. */
const browserUrl = (host: string, port: number): string => {
  const name = host === "0.0.0.0" || host === "::" ? "localhost" : host;
  return `http://${name.includes(":") && !name.startsWith("[") ? `[${name}]` : name}:${port}/`;
};

/**
 * Serves the app.
 * @param port - 0 asks the system for a free port
 * @throws PolicyError `cannot_listen`, naming the settings to change
 */
export const serveApp = async (
  app: Hono<AppEnv>,
  host: string,
  port: number,
  draining: Draining = WHOLE_REQUESTS,
): Promise<RunningServer> => {
  // A request that is no HTTP request (a host header that is no host) never reaches the app.
  const listener = getRequestListener((request, env) => app.fetch(request, env), {
    errorHandler: () => new Response(null, { status: 400 }),
  });
  const server = createServer({ requestTimeout: LIMITS.receiveMs }, (request, response) => {
    void listener(request, response);
  });
  server.on("clientError", answerClientError);
  const listeningPort = await listen(server, host.replace(/^\[(.*)\]$/, "$1"), port);
  let stopped: Promise<void> | undefined;
  return {
    port: listeningPort,
    url: browserUrl(host, listeningPort),
    stop: () => (stopped ??= stopServer(server, draining)),
  };
};
