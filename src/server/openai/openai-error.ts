import type { OpenAiErrorReply } from "../../contract/openai.ts";
import type { PolicyError } from "../../policy/policy-error.ts";
import { InvalidRequestError } from "../invalid-request.ts";
import type { Language } from "../language.ts";

const TYPES: Readonly<Record<number, string>> = {
  401: "authentication_error",
  403: "permission_error",
  404: "not_found_error",
  429: "rate_limit_error",
};

/** An error in OpenAI's form: `param` is the first field that is wrong, and the message names all of them. */
export const toOpenAiError = (error: PolicyError, language: Language): OpenAiErrorReply => {
  const fields = error instanceof InvalidRequestError ? error.errors : [];
  const named = fields.map(({ path, message }) => `${path}: ${message}`).join("; ");
  return {
    error: {
      message: error.publicMessage[language] + (named === "" ? "" : ` (${named})`),
      type: TYPES[error.status] ?? (error.status >= 500 ? "server_error" : "invalid_request_error"),
      param: fields[0]?.path ?? null,
      code: error.code,
    },
  };
};
