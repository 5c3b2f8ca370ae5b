import type { Context } from "hono";
import type { z } from "zod";
import { LIMITS } from "../contract/limits.ts";
import { PolicyError } from "../policy/policy-error.ts";
import type { AppEnv } from "./app-env.ts";
import { parseRequest } from "./invalid-request.ts";
import { isDeeperThan } from "./json-depth.ts";
import { languageOf } from "./problem.ts";

const JSON_TYPE = /^application\/(?:[\w.+-]+\+)?json\s*(?:;|$)/i;

const invalidJson = (cause: unknown): PolicyError =>
  new PolicyError({
    code: "invalid_json",
    status: 400,
    message: { zh: "请求体不是合法的 JSON（UTF-8）。", en: "The body is not valid JSON in UTF-8." },
    cause,
  });

const tooDeep = (): PolicyError =>
  new PolicyError({
    code: "json_too_deep",
    status: 400,
    message: {
      zh: `请求体嵌套过深，最多 ${LIMITS.jsonDepth} 层。`,
      en: `The body is nested too deeply: ${LIMITS.jsonDepth} levels at most.`,
    },
  });

/**
 * The validated JSON body of a request.
 * @throws PolicyError `unsupported_media_type` (415), `invalid_json`, `json_too_deep` (400), or what `parseRequest` throws
 */
export const readJson = async <S extends z.ZodType>(c: Context<AppEnv>, schema: S): Promise<z.output<S>> => {
  if (!JSON_TYPE.test(c.req.header("content-type") ?? "")) {
    throw new PolicyError({
      code: "unsupported_media_type",
      status: 415,
      message: { zh: "请求体应为 application/json。", en: "The body must be application/json." },
    });
  }
  const bytes = await c.req.arrayBuffer();
  let value: unknown;
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    if (isDeeperThan(text, LIMITS.jsonDepth)) throw tooDeep();
    value = JSON.parse(text);
  } catch (error) {
    if (error instanceof PolicyError) throw error;
    throw invalidJson(error);
  }
  return parseRequest(schema, value, languageOf(c));
};
