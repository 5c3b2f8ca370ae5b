import type { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import { ResourceTemplate } from "@modelcontextprotocol/sdk/server/mcp.js";
import { ErrorCode, ListResourcesRequestSchema, McpError } from "@modelcontextprotocol/sdk/types.js";
import type { ListResourcesResult } from "@modelcontextprotocol/sdk/types.js";
import { documentNotFound } from "../absent.ts";
import { asPolicyError } from "../problem.ts";
import type { McpContext } from "./mcp-context.ts";
import { RESOURCE_ORIGIN } from "./mcp-context.ts";

/** Documents of one page of the list. */
const PAGE = 200;

const uriOf = (documentId: string): string =>
  `${RESOURCE_ORIGIN}/documents/${encodeURIComponent(documentId)}`;

const decoded = (id: string): string => {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
};

/** The documents as resources: the canonical text that citations are offsets into. */
export const registerResources = (server: McpServer, context: McpContext): void => {
  const { services } = context;

  /** Of an error the client is told the public message alone. */
  const run = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      if (error instanceof McpError) throw error;
      const policyError = asPolicyError(error, new AbortController().signal);
      if (policyError.status >= 500) context.onError(error);
      const { zh, en } = policyError.publicMessage;
      throw new McpError(
        policyError.status >= 500 ? ErrorCode.InternalError : ErrorCode.InvalidParams,
        `${zh} ${en} (${policyError.code})`,
      );
    }
  };

  const list = async (cursor: string | undefined): Promise<ListResourcesResult> => {
    const first = cursor === undefined ? 0 : Number(cursor);
    if (!Number.isSafeInteger(first) || first < 0) {
      throw new McpError(ErrorCode.InvalidParams, "There is no such cursor.");
    }
    const heads = await (await services.snapshot()).listDocuments();
    const next = first + PAGE;
    return {
      resources: heads.slice(first, next).map(({ documentId, title }) => ({
        uri: uriOf(documentId),
        name: documentId,
        title,
        mimeType: "text/plain",
      })),
      ...(next < heads.length ? { nextCursor: String(next) } : {}),
    };
  };

  server.registerResource(
    "document",
    new ResourceTemplate(`${RESOURCE_ORIGIN}/documents/{documentId}`, {
      list: () => run(() => list(undefined)),
    }),
    {
      title: "政策文件 Policy document",
      description: "The canonical text of a document; citations are UTF-16 offsets into it.",
      mimeType: "text/plain",
    },
    (uri, { documentId }) =>
      run(async () => {
        const snapshot = await services.snapshot();
        const document = await snapshot.getDocument(decoded(String(documentId)));
        if (document === null) throw documentNotFound();
        return { contents: [{ uri: uri.href, mimeType: "text/plain", text: document.text }] };
      }),
  );
  // In the place of the handler that the registration made, which knows no pages.
  server.server.setRequestHandler(ListResourcesRequestSchema, ({ params }) =>
    run(() => list(params?.cursor)),
  );
};
