import { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import type { McpContext } from "./mcp-context.ts";
import { registerResources } from "./mcp-resources.ts";
import { registerTools } from "./mcp-tools.ts";

/** Array elements and object members that the arguments of one call may have. */
const INPUT_ELEMENTS = 2_000;

const INSTRUCTIONS =
  "政问：以政策文件原文条款回答问题，每一句都有核验过的引证；文件中没有的，会说明没有。Policy questions answered from the documents' own clauses, each statement with verified citations, or a refusal. Quote what it returns word for word and keep its citations and notices; do not add to a refusal.";

/** A server of the Model Context Protocol, for one client; it has to be connected to a transport. */
export const createMcpServer = (context: McpContext): McpServer => {
  const server = new McpServer(
    { name: "zhengwen", title: "政问 Zhengwen", version: "0.1.0" },
    { instructions: INSTRUCTIONS, maxToolInputElements: INPUT_ELEMENTS },
  );
  registerTools(server, context);
  registerResources(server, context);
  return server;
};
