import { z } from "zod";
import { LIMITS } from "../contract/limits.ts";
import { PolicyError } from "../policy/policy-error.ts";
import type { Language } from "./language.ts";

/** One thing that is wrong with a request: where (`messages.0.role`), and what. */
export interface FieldError {
  readonly path: string;
  readonly message: string;
}

/** A request that does not match its schema; `errors` says where. */
export class InvalidRequestError extends PolicyError {
  readonly errors: readonly FieldError[];

  constructor(errors: readonly FieldError[]) {
    super({
      code: "invalid_request",
      status: 400,
      message: {
        zh: "请求的内容不符合接口约定，详见 errors。",
        en: "The request does not match the contract; see errors.",
      },
    });
    this.name = "InvalidRequestError";
    this.errors = errors;
  }
}

/** The fields that hold a question, in the requests of all routes. */
const QUESTION_FIELDS: ReadonlySet<unknown> = new Set(["question", "q"]);

const emptyQuestion = (): PolicyError =>
  new PolicyError({
    code: "empty_question",
    status: 422,
    message: { zh: "问题不能为空。", en: "The question is empty." },
  });

const questionTooLong = (): PolicyError =>
  new PolicyError({
    code: "question_too_long",
    status: 422,
    message: {
      zh: `问题过长，最多 ${LIMITS.questionCharacters} 个字符。`,
      en: `The question is too long: ${LIMITS.questionCharacters} characters at most.`,
    },
  });

const chineseMessages = z.locales.zhCN().localeError;

/** The message of a rule of the contract's own is English; the Chinese one comes in its parameters. */
const messageOf = (issue: z.core.$ZodIssue, language: Language): string => {
  if (language === "en" || issue.code !== "custom") return issue.message;
  const chinese: unknown = issue.params?.["zh"];
  return typeof chinese === "string" ? chinese : "格式不正确";
};

/** What a failed validation is to the caller: a question that is empty or too long has a code of its own. */
const invalidRequest = (issues: readonly z.core.$ZodIssue[], language: Language): PolicyError => {
  for (const issue of issues) {
    if (issue.path.length !== 1 || !QUESTION_FIELDS.has(issue.path[0])) continue;
    if (issue.code === "too_big") return questionTooLong();
    if (issue.code === "custom") return emptyQuestion();
  }
  return new InvalidRequestError(
    issues
      .slice(0, 20)
      .map((issue) => ({ path: issue.path.map(String).join("."), message: messageOf(issue, language) })),
  );
};

/**
 * Validates what came in.
 * @throws PolicyError `empty_question`, `question_too_long` or `invalid_request` with the list of paths
 */
export const parseRequest = <S extends z.ZodType>(
  schema: S,
  value: unknown,
  language: Language,
): z.output<S> => {
  const parsed = schema.safeParse(value, language === "zh" ? { error: chineseMessages } : {});
  if (!parsed.success) throw invalidRequest(parsed.error.issues, language);
  return parsed.data;
};
