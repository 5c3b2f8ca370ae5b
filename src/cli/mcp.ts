import { StdioServerTransport } from "@modelcontextprotocol/sdk/server/stdio.js";
import { loadConfig } from "../server/config.ts";
import { createMcpServer } from "../server/mcp/create-mcp-server.ts";
import { openServices } from "../server/open-services.ts";
import { describeError } from "../server/request-log.ts";
import type { Command } from "./command.ts";

/** Longest time for one call: a language model may take most of it. */
const CALL_LIMIT_MS = 120_000;

/** `mcp`: the Model Context Protocol over standard input and output, until the client closes it. */
export const mcpCommand: Command = {
  name: "mcp",
  usage: "",
  summary: {
    zh: "以 MCP 协议（标准输入输出）供其他程序调用",
    en: "speak MCP over standard input and output",
  },
  options: {},
  run: async () => {
    const services = openServices(loadConfig());
    await services.load();
    const server = createMcpServer({
      services,
      limitMs: CALL_LIMIT_MS,
      onError: (error) => void process.stderr.write(`${JSON.stringify(describeError(error))}\n`),
    });
    const closed = Promise.withResolvers<void>();
    // oxlint-disable-next-line unicorn/prefer-add-event-listener -- the protocol's server is no event target
    server.server.onclose = closed.resolve;
    // The transport does not tell when its input ends.
    for (const end of ["end", "close"]) process.stdin.once(end, closed.resolve);
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => closed.resolve());
    await server.connect(new StdioServerTransport());
    await closed.promise;
    await server.close();
    return null;
  },
};
