import type { MiddlewareHandler } from "hono";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { compress } from "hono/compress";
import { methodNotAllowed } from "hono/method-not-allowed";
import { requestId } from "hono/request-id";
import { timeout } from "hono/timeout";
import { LIMITS } from "../contract/limits.ts";
import { PolicyError } from "../policy/policy-error.ts";
import { guardAccess } from "./access/guard-access.ts";
import type { AppEnv } from "./app-env.ts";
import type { AppSettings } from "./app-settings.ts";
import { routeNotFound } from "./absent.ts";
import { createMetrics } from "./metrics.ts";
import { pageHeaders } from "./page-headers.ts";
import { problemResponse } from "./problem.ts";
import { requestGuard } from "./request-guard.ts";
import { requestLog } from "./request-log.ts";
import { accessRoute } from "./routes/access.ts";
import { traced, traceRequests } from "./request-trace.ts";
import { answerRoute } from "./routes/answer.ts";
import { chatCompletionsRoute } from "./routes/chat-completions.ts";
import { chatRoute } from "./routes/chat.ts";
import { clauseRoute } from "./routes/clause.ts";
import { documentRoute } from "./routes/document.ts";
import { documentsRoute } from "./routes/documents.ts";
import { examplesRoute } from "./routes/examples.ts";
import { healthzRoute } from "./routes/healthz.ts";
import { lastIngestRoute } from "./routes/last-ingest.ts";
import { matchBatchRoute } from "./routes/match-batch.ts";
import { matchRoute } from "./routes/match.ts";
import { mcpRoute } from "./routes/mcp.ts";
import { metricsRoute } from "./routes/metrics.ts";
import { modelsRoute } from "./routes/models.ts";
import { openApiRoute } from "./routes/openapi.ts";
import { readyzRoute } from "./routes/readyz.ts";
import { referenceRoute } from "./routes/reference.ts";
import { reportsRoute } from "./routes/reports.ts";
import { searchRoute } from "./routes/search.ts";
import { uploadRoute } from "./routes/upload.ts";
import type { Services } from "./services.ts";
import { staticPage } from "./static-page.ts";

const limitBody = (maxSize: number): MiddlewareHandler<AppEnv> =>
  bodyLimit({
    maxSize,
    onError: (c) => {
      // The rest of the body is never read, so that no other request can come after it on this connection.
      c.header("Connection", "close");
      const megabytes = Math.floor(maxSize / 1_000_000);
      throw new PolicyError({
        code: "body_too_large",
        status: 413,
        message: {
          zh: `请求体过大，最多 ${megabytes} MB。`,
          en: `The body is too large: ${megabytes} MB at most.`,
        },
      });
    },
  });
const jsonLimit = limitBody(LIMITS.bodyBytes);
const uploadLimit = limitBody(LIMITS.uploadBytes);

const wrongMethod = (methods: readonly string[]): PolicyError =>
  new PolicyError({
    code: "method_not_allowed",
    status: 405,
    message: {
      zh: `这个地址只支持 ${methods.join("、")}。`,
      en: `This address supports ${methods.join(", ")} only.`,
    },
  });

/** The server without a port: every route, and around them what holds for all of them. */
export const createApp = (given: Services, settings: AppSettings): Hono<AppEnv> => {
  const app = new Hono<AppEnv>();
  const metrics = createMetrics(given);
  const services = { ...traced(given), assistant: metrics.observed(given.assistant) };
  app.onError((error, c) => problemResponse(c, error));
  app.notFound((c) => problemResponse(c, routeNotFound()));

  app.use(requestId({ limitLength: 100 }));
  app.use(traceRequests);
  app.use(requestLog(settings.log));
  app.use(metrics.middleware);
  app.use(pageHeaders(settings.publicOrigin));
  app.use(
    requestGuard(settings.host, settings.allowedHosts, [
      ...settings.access.allowedOrigins,
      // A proxy may ask under another name than readers do.
      ...(settings.publicOrigin === null ? [] : [settings.publicOrigin]),
    ]),
  );
  guardAccess(app, settings.access, settings.traffic);
  // Never the event stream: its content type is not on the list of what is compressed.
  app.use(compress());
  // Inside the compression, which would else mark the reply that this one takes the place of.
  app.use(
    methodNotAllowed({
      app,
      onMethodNotAllowed: (c, methods) => {
        c.header("Allow", methods.join(", "));
        return problemResponse(c, wrongMethod(methods));
      },
    }),
  );
  for (const addresses of ["/api/*", "/v1/*", "/mcp"]) {
    app.use(addresses, (c, next) => (c.req.path === "/api/documents" ? uploadLimit : jsonLimit)(c, next));
    // The signal of `requestSignal` asks the work to stop; this ends the request if the work does not listen.
    app.use(addresses, timeout(settings.requestLimitMs + 1_000));
  }

  accessRoute(app, settings);
  answerRoute(app, services, settings);
  chatRoute(app, services, settings);
  chatCompletionsRoute(app, services, settings);
  modelsRoute(app);
  mcpRoute(app, services, settings);
  searchRoute(app, services);
  matchRoute(app, services);
  matchBatchRoute(app, services, settings);
  examplesRoute(app, services);
  documentsRoute(app, services);
  uploadRoute(app, settings);
  lastIngestRoute(app, settings);
  reportsRoute(app, settings);
  documentRoute(app, services);
  clauseRoute(app, services);
  healthzRoute(app);
  readyzRoute(app, services);
  metricsRoute(app, metrics);
  openApiRoute(app);
  referenceRoute(app);
  staticPage(app, settings.pageFolder);
  return app;
};
