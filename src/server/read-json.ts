import type { Context } from "hono";
import type { z } from "zod";
import { PolicyError } from "../policy/policy-error.ts";
import type { AppEnv } from "./app-env.ts";
import { parseRequest } from "./invalid-request.ts";
import { languageOf } from "./problem.ts";

const JSON_TYPE = /^application\/(?:[\w.+-]+\+)?json\s*(?:;|$)/i;

const invalidJson = (cause: unknown): PolicyError =>
  new PolicyError({
    code: "invalid_json",
    status: 400,
    message: { zh: "请求体不是合法的 JSON（UTF-8）。", en: "The body is not valid JSON in UTF-8." },
    cause,
  });

/**
 * The validated JSON body of a request.
 * @throws PolicyError `unsupported_media_type` (415), `invalid_json` (400), or what `parseRequest` throws
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
    value = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (error) {
    throw invalidJson(error);
  }
  return parseRequest(schema, value, languageOf(c));
};
