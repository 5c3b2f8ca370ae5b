import type { AnswerRequest } from "../../contract/answer.ts";
import { LIMITS } from "../../contract/limits.ts";
import type { ChatCompletionRequest } from "../../contract/openai.ts";
import { PolicyError } from "../../policy/policy-error.ts";
import { SOURCES_HEADING } from "./completion-text.ts";

type Message = ChatCompletionRequest["messages"][number];

const textOf = ({ content }: Message): string => {
  if (typeof content === "string") return content;
  return (content ?? [])
    .filter(({ type }) => type === "text")
    .map(({ text }) => text ?? "")
    .join("\n");
};

const requireText = ({ content }: Message): void => {
  if (!Array.isArray(content) || content.every(({ type }) => type === "text")) return;
  throw new PolicyError({
    code: "unsupported_content",
    status: 422,
    message: {
      zh: "只能处理文字，不能处理图片、音频和文件。",
      en: "Only text can be read: no images, sound or files.",
    },
  });
};

/** An earlier answer without the list of sources that stands below it. */
const withoutSources = (text: string): string => text.split(`\n\n${SOURCES_HEADING}\n`)[0] ?? text;

/**
 * The question of a chat completion: the last user message; the turns before it are the history, the latest ones
 * where there are too many. System messages are not read: no instruction changes what counts as verified.
 * @throws PolicyError `unsupported_content` (422)
 */
export const completionQuestion = (request: ChatCompletionRequest): AnswerRequest => {
  const last = request.messages.findLastIndex(({ role }) => role === "user");
  const asked = request.messages[last];
  if (asked !== undefined) requireText(asked);
  const history = request.messages.slice(0, Math.max(last, 0)).flatMap((message) => {
    const { role } = message;
    if (role !== "user" && role !== "assistant") return [];
    const text = role === "assistant" ? withoutSources(textOf(message)) : textOf(message);
    return text === "" ? [] : [{ role, content: text.slice(0, LIMITS.historyTurnCharacters) }];
  });
  return {
    question: asked === undefined ? "" : textOf(asked),
    history: history.slice(-LIMITS.historyTurns),
    ...(request.asOf === undefined ? {} : { asOf: request.asOf }),
    ...(request.documentIds === undefined ? {} : { documentIds: request.documentIds }),
  };
};
