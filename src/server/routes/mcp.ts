import { WebStandardStreamableHTTPServerTransport } from "@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js";
import type { Hono } from "hono";
import { JsonRpcMessageSchema } from "../../contract/mcp.ts";
import type { AppEnv } from "../app-env.ts";
import type { AppSettings } from "../app-settings.ts";
import { createMcpServer } from "../mcp/create-mcp-server.ts";
import { readJson } from "../read-json.ts";
import { describeError } from "../request-log.ts";
import { requestSignal } from "../request-signal.ts";
import type { Services } from "../services.ts";

/**
 * POST /mcp: the Model Context Protocol over Streamable HTTP, without sessions: each message stands alone, and any
 * server can take it. The reply is JSON; there is nothing to stream before an answer is whole.
 */
export const mcpRoute = (app: Hono<AppEnv>, services: Services, settings: AppSettings): void => {
  app.post("/mcp", async (c) => {
    const parsedBody = await readJson(c, JsonRpcMessageSchema);
    const requestId = c.get("requestId");
    const server = createMcpServer({
      services,
      limitMs: settings.requestLimitMs,
      onError: (error) =>
        settings.log.error({ requestId, route: "/mcp", error: describeError(error) }, "call failed"),
    });
    const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true });
    await server.connect(transport);
    // Nobody waits any more: the call's own signal is aborted with the connection.
    requestSignal(c, settings).addEventListener("abort", () => void server.close(), { once: true });
    try {
      // The reply is always JSON: a client need not say that it would take a stream.
      const headers = new Headers(c.req.raw.headers);
      headers.set("Accept", "application/json, text/event-stream");
      const request = new Request(c.req.url, { method: "POST", headers });
      return await transport.handleRequest(request, { parsedBody });
    } finally {
      await server.close();
    }
  });
};
