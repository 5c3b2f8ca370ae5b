import { SpanKind, SpanStatusCode, context, propagation, trace } from "@opentelemetry/api";
import type { MiddlewareHandler } from "hono";
import { routePath } from "hono/route";
import type { AppEnv } from "./app-env.ts";
import { inSpan } from "./in-span.ts";
import type { Services } from "./services.ts";

const tracer = trace.getTracer("zhengwen");

/**
 * A span for each request, under the caller's own where it sends `traceparent`: method, route pattern (never the
 * address, which can hold a question), status, request id. Ends when the reply is sent.
 */
export const traceRequests: MiddlewareHandler<AppEnv> = async (c, next) => {
  const caller = propagation.extract(context.active(), c.req.header());
  const span = tracer.startSpan(
    c.req.method,
    { kind: SpanKind.SERVER, attributes: { "http.request.method": c.req.method } },
    caller,
  );
  const outgoing = c.env?.outgoing;
  try {
    await context.with(trace.setSpan(caller, span), next);
    const route = routePath(c, -1);
    const { status } = c.res;
    span.updateName(`${c.req.method} ${route}`);
    span.setAttributes({
      "http.route": route,
      "http.response.status_code": status,
      "zhengwen.request_id": c.get("requestId"),
    });
    if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
  } finally {
    // A stream goes on after its route has returned.
    if (outgoing === undefined || outgoing.closed) span.end();
    else outgoing.once("close", () => span.end());
  }
};

/** The same services, each plain search and each matching in a span of its own; answers bring theirs. */
export const traced = (services: Services): Services => ({
  ...services,
  search: (request) => inSpan("search", () => services.search(request)),
  match: (request) => inSpan("match", () => services.match(request)),
});
