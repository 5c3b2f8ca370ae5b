import type { McpServer } from "@modelcontextprotocol/sdk/server/mcp.js";
import type { CallToolResult } from "@modelcontextprotocol/sdk/types.js";
import { AnswerSchema } from "../../contract/answer.ts";
import { ClauseDetailSchema } from "../../contract/documents.ts";
import { MatchReplySchema, MatchRequestSchema } from "../../contract/match.ts";
import { AskPolicySchema, GetClauseSchema, SearchClausesSchema } from "../../contract/mcp.ts";
import { SearchReplySchema } from "../../contract/search.ts";
import { todayInShanghai } from "../../policy/partial-date.ts";
import { clauseNotFound } from "../absent.ts";
import { answerReply } from "../answer-reply.ts";
import { clauseDetail } from "../clause-detail.ts";
import { completionText } from "../openai/completion-text.ts";
import { asPolicyError } from "../problem.ts";
import { throwIfStopped } from "../request-signal.ts";
import { requireDocuments } from "../require-documents.ts";
import { toQuestion } from "../to-question.ts";
import type { McpContext } from "./mcp-context.ts";
import { RESOURCE_ORIGIN } from "./mcp-context.ts";

const READ_ONLY = { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: false };

/** What a client without structured content shows, and the reply of the same route over HTTP. */
const result = (reply: object, text: string): CallToolResult => ({
  content: [{ type: "text", text }],
  structuredContent: { ...reply },
});

/** The tools: each replies with the same object as its route under `/api/`. */
export const registerTools = (server: McpServer, context: McpContext): void => {
  const { services, limitMs } = context;

  /** Runs a tool; of an error the client is told the public message alone. */
  const run = async (
    left: AbortSignal,
    work: (signal: AbortSignal) => Promise<CallToolResult>,
  ): Promise<CallToolResult> => {
    const signal = AbortSignal.any([left, AbortSignal.timeout(limitMs)]);
    try {
      try {
        return await work(signal);
      } catch (error) {
        throwIfStopped(signal);
        throw error;
      }
    } catch (error) {
      const policyError = asPolicyError(error, left);
      if (policyError.status >= 500) context.onError(error);
      const { zh, en } = policyError.publicMessage;
      return { isError: true, content: [{ type: "text", text: `${zh} ${en} (${policyError.code})` }] };
    }
  };

  server.registerTool(
    "ask_policy",
    {
      title: "政策问答 Ask about policy",
      description:
        "Answers a question about the policy documents with verified statements, each with citations of clauses word for word, or refuses where the documents hold no answer. Show the citations and the notices about validity. Ask in Chinese where you can.",
      inputSchema: AskPolicySchema,
      outputSchema: AnswerSchema,
      annotations: READ_ONLY,
    },
    (request, extra) =>
      run(extra.signal, async (signal) => {
        const question = toQuestion(request);
        await requireDocuments(await services.snapshot(), question.documentIds);
        const answer = await services.assistant.answer(question, signal);
        return result(answerReply(answer), completionText(answer, RESOURCE_ORIGIN));
      }),
  );

  server.registerTool(
    "search_clauses",
    {
      title: "检索条款 Search clauses",
      description: "The plain ranking of clauses for a query, best first, each with its text and status.",
      inputSchema: SearchClausesSchema,
      outputSchema: SearchReplySchema,
      annotations: READ_ONLY,
    },
    ({ query, limit, asOf, status }, extra) =>
      run(extra.signal, async () => {
        const reply = await services.search({
          query: query.toWellFormed(),
          limit,
          asOf: asOf ?? todayInShanghai(),
          inForceOnly: status === "in_force",
        });
        const lines = reply.hits.map(({ clauseId, path, text }) => `${clauseId} ${path.join(" ")}\n${text}`);
        return result(reply, lines.join("\n\n"));
      }),
  );

  server.registerTool(
    "get_clause",
    {
      title: "查看条款 Get a clause",
      description: "A clause by its id, with its own and whole text, its path, status and neighbours.",
      inputSchema: GetClauseSchema,
      outputSchema: ClauseDetailSchema,
      annotations: READ_ONLY,
    },
    ({ clauseId }, extra) =>
      run(extra.signal, async () => {
        const snapshot = await services.snapshot();
        const documentId = await snapshot.findDocumentOfClause(clauseId);
        const document = documentId === null ? null : await snapshot.getDocument(documentId);
        const detail = document === null ? null : clauseDetail(document, clauseId, todayInShanghai());
        if (detail === null) throw clauseNotFound();
        return result(detail, `${detail.documentTitle} ${detail.label}\n${detail.text}`);
      }),
  );

  server.registerTool(
    "match_policies",
    {
      title: "匹配政策 Match policies",
      description:
        "Which measures of the documents apply to a company or person, with each condition, whether it is met, and its clause. Money is in yuan; nothing of the profile is kept.",
      inputSchema: MatchRequestSchema,
      outputSchema: MatchReplySchema,
      annotations: READ_ONLY,
    },
    (request, extra) =>
      run(extra.signal, async () => {
        const documentIds = request.documentIds ?? [];
        await requireDocuments(await services.snapshot(), documentIds.length === 0 ? null : documentIds);
        const reply = await services.match(request);
        const lines = reply.measures.map(
          ({ title, verdict, support }) => `${title} (${verdict})\n${support}`,
        );
        return result(reply, lines.join("\n\n"));
      }),
  );
};
