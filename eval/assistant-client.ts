import type { z } from "zod";
import type { AnswerReply, AnswerRequest } from "../src/contract/answer.ts";
import { AnswerSchema } from "../src/contract/answer.ts";
import { ProblemSchema } from "../src/contract/common.ts";
import type { ClauseDetail, DocumentReply, DocumentSummary } from "../src/contract/documents.ts";
import { ClauseDetailSchema, DocumentListSchema, DocumentSchema } from "../src/contract/documents.ts";
import type { SearchReply } from "../src/contract/search.ts";
import { SearchReplySchema } from "../src/contract/search.ts";
import { PolicyError } from "../src/policy/policy-error.ts";

const REQUEST_LIMIT_MS = 120_000;

/** What is evaluated. Every reply is in the shape of the contract. */
export interface AssistantClient {
  readonly target: string;
  answer(request: AnswerRequest): Promise<AnswerReply>;
  /** The plain ranking, at most `limit` clauses; null where the target has no search to be asked. */
  search(question: string, asOf: string | null, limit: number): Promise<SearchReply["hits"] | null>;
  documents(): Promise<readonly DocumentSummary[]>;
  document(documentId: string): Promise<DocumentReply>;
  /** Null if the server knows no such clause. */
  clause(clauseId: string): Promise<ClauseDetail | null>;
}

const failure = (path: string, status: number, what: string, cause?: unknown): PolicyError =>
  new PolicyError({
    code: "target_failed",
    status: 502,
    retryable: status >= 500,
    message: { zh: `被测服务 ${path} 出错：${what}`, en: `The target failed at ${path}: ${what}` },
    cause,
  });

const tokenOfEnvironment = (): string | null => process.env["ZHENGWEN_TOKEN"]?.trim() || null;

/**
 * Talks to a server over the contract.
 * @param target - the server's address without a path, `http://127.0.0.1:8787`
 * @param token - sent as bearer where the server asks for one; by default ZHENGWEN_TOKEN of the environment
 * @throws PolicyError `target_failed`, from every method: unreachable, an error reply, or a reply that is not
 * in the shape of the contract
 */
export const createAssistantClient = (
  target: string,
  token: string | null = tokenOfEnvironment(),
): AssistantClient => {
  const call = async <Shape>(
    path: string,
    schema: z.ZodType<Shape>,
    body?: unknown,
  ): Promise<Shape | null> => {
    let response: Response;
    let text: string;
    try {
      response = await fetch(new URL(path, target), {
        headers: {
          ...(token === null ? {} : { authorization: `Bearer ${token}` }),
          ...(body === undefined ? {} : { "content-type": "application/json" }),
        },
        ...(body === undefined ? {} : { method: "POST", body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(REQUEST_LIMIT_MS),
      });
      text = await response.text();
    } catch (error) {
      throw failure(path, 503, error instanceof Error ? error.message : String(error), error);
    }
    if (response.status === 404 && body === undefined) return null;
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch (error) {
      throw failure(path, response.status, `HTTP ${response.status}, not JSON`, error);
    }
    if (!response.ok) {
      const problem = ProblemSchema.safeParse(value);
      const said = problem.success ? `${problem.data.code}: ${problem.data.detail}` : text.slice(0, 200);
      throw failure(path, response.status, `HTTP ${response.status}, ${said}`);
    }
    const parsed = schema.safeParse(value);
    if (!parsed.success) {
      const issues = parsed.error.issues
        .slice(0, 5)
        .map((issue) => `${issue.path.join(".")}: ${issue.message}`);
      throw failure(path, response.status, `not in the shape of the contract (${issues.join("; ")})`);
    }
    return parsed.data;
  };
  const required = async <Shape>(path: string, schema: z.ZodType<Shape>, body?: unknown): Promise<Shape> => {
    const value = await call(path, schema, body);
    if (value === null) throw failure(path, 404, "HTTP 404");
    return value;
  };
  return {
    target,
    answer: (request) => required("/api/answer", AnswerSchema, request),
    search: async (question, asOf, limit) => {
      const query = new URLSearchParams({ q: question, limit: String(limit) });
      if (asOf !== null) query.set("asOf", asOf);
      return (await call(`/api/search?${query.toString()}`, SearchReplySchema))?.hits ?? null;
    },
    documents: async () =>
      (await required("/api/documents", DocumentListSchema.pick({ documents: true }))).documents,
    document: (documentId) => required(`/api/documents/${encodeURIComponent(documentId)}`, DocumentSchema),
    clause: (clauseId) => call(`/api/clauses/${encodeURIComponent(clauseId)}`, ClauseDetailSchema),
  };
};
