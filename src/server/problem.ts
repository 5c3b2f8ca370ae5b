import type { Context } from "hono";
import { HTTPException } from "hono/http-exception";
import type { ContentfulStatusCode } from "hono/utils/http-status";
import type { Problem } from "../contract/common.ts";
import { PolicyError } from "../policy/policy-error.ts";
import type { AppEnv } from "./app-env.ts";
import { InvalidRequestError } from "./invalid-request.ts";
import type { Language } from "./language.ts";
import { preferredLanguage } from "./language.ts";
import { toOpenAiError } from "./openai/openai-error.ts";

const TITLES: Readonly<Record<number, Readonly<Record<Language, string>>>> = {
  400: { zh: "请求有误", en: "Bad request" },
  401: { zh: "未获授权", en: "Unauthorized" },
  403: { zh: "禁止访问", en: "Forbidden" },
  404: { zh: "未找到", en: "Not found" },
  405: { zh: "不支持的方法", en: "Method not allowed" },
  413: { zh: "内容过大", en: "Content too large" },
  415: { zh: "不支持的内容类型", en: "Unsupported media type" },
  421: { zh: "主机名不符", en: "Misdirected request" },
  422: { zh: "无法处理的内容", en: "Unprocessable content" },
  429: { zh: "请求过于频繁", en: "Too many requests" },
  499: { zh: "请求已取消", en: "Request cancelled" },
  501: { zh: "不支持", en: "Not supported" },
  503: { zh: "暂不可用", en: "Unavailable" },
  504: { zh: "超时", en: "Timed out" },
  507: { zh: "存储空间不足", en: "Insufficient storage" },
};
const OTHER_TITLE: Readonly<Record<Language, string>> = { zh: "服务器内部错误", en: "Internal server error" };

const internalError = (cause: unknown): PolicyError =>
  new PolicyError({
    code: "internal_error",
    status: 500,
    message: {
      zh: "服务器内部错误，请稍后再试。",
      en: "Something went wrong on the server; try again later.",
    },
    cause,
  });

const timedOut = (cause: unknown): PolicyError =>
  new PolicyError({
    code: "timeout",
    status: 504,
    retryable: true,
    message: { zh: "处理超时，请稍后再试。", en: "It took too long; try again later." },
    cause,
  });

const cancelled = (cause: unknown): PolicyError =>
  new PolicyError({
    code: "cancelled",
    status: 499,
    retryable: true,
    message: { zh: "请求已被取消。", en: "The request was cancelled." },
    cause,
  });

/**
 * What an error is to the reader. Only a PolicyError says anything of itself; everything else becomes an
 * internal error without any detail.
 * @param signal - the request's own signal: what fails after the reader has left is a cancellation
 */
export const asPolicyError = (error: unknown, signal: AbortSignal): PolicyError => {
  if (error instanceof PolicyError) return error;
  if (signal.aborted) return cancelled(error);
  if (error instanceof HTTPException && error.status === 504) return timedOut(error);
  if (error instanceof DOMException && error.name === "TimeoutError") return timedOut(error);
  return internalError(error);
};

/** The problem details (RFC 9457) of an error, in one language. */
export const toProblem = (error: PolicyError, language: Language, requestId?: string): Problem => ({
  type: `urn:zhengwen:problem:${error.code}`,
  title: (TITLES[error.status] ?? OTHER_TITLE)[language],
  status: error.status,
  detail: error.publicMessage[language],
  code: error.code,
  ...(requestId === undefined ? {} : { requestId }),
  ...(error instanceof InvalidRequestError ? { errors: [...error.errors] } : {}),
});

/** The language in which this request wants to be told what went wrong. */
export const languageOf = (c: Context<AppEnv>): Language =>
  preferredLanguage(c.req.header("accept-language"));

/** The reply to a request that failed: problem details, or OpenAI's form under `/v1/`. */
export const problemResponse = (c: Context<AppEnv>, error: unknown): Response => {
  const policyError = asPolicyError(error, c.req.raw.signal);
  const language = languageOf(c);
  const isOpenAi = c.req.path.startsWith("/v1/");
  c.header("Content-Type", `application/${isOpenAi ? "json" : "problem+json"}; charset=utf-8`);
  c.header("Content-Language", language === "zh" ? "zh-CN" : "en");
  c.header("Vary", "Accept-Language", { append: true });
  c.header("Cache-Control", "no-store");
  if (policyError.status === 503 && policyError.retryable && !c.res.headers.has("retry-after")) {
    c.header("Retry-After", "2");
  }
  const problem = isOpenAi
    ? toOpenAiError(policyError, language)
    : toProblem(policyError, language, c.get("requestId"));
  // Hono's list of status codes is closed, and 499 is not on it.
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every status here is from 400 to 599
  return c.body(JSON.stringify(problem), policyError.status as ContentfulStatusCode);
};
