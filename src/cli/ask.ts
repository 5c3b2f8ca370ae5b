import { AnswerRequestSchema } from "../contract/answer.ts";
import { loadConfig } from "../server/config.ts";
import { parseRequest } from "../server/invalid-request.ts";
import { openServices } from "../server/open-services.ts";
import { toQuestion } from "../server/to-question.ts";
import type { Command } from "./command.ts";
import { usageError } from "./command.ts";
import { formatAnswer } from "./format-answer.ts";

/** `ask "…"`: one question, answered as `/api/answer` would. */
export const askCommand: Command = {
  name: "ask",
  usage: '"问题 question" [--as-of YYYY-MM-DD]',
  summary: { zh: "提一个问题", en: "ask a question" },
  options: { "as-of": { type: "string" } },
  run: async ({ positionals, options }) => {
    if (positionals.length === 0) throw usageError("请给出问题。", "Give a question.");
    const asOf = options["as-of"];
    const asked = positionals.join(" ");
    const request = { question: asked, ...(asOf === undefined ? {} : { asOf }) };
    const question = toQuestion(parseRequest(AnswerRequestSchema, request, "zh"));
    const services = openServices(loadConfig());
    await services.snapshot();
    const answer = await services.assistant.answer(question);
    return { exitCode: 0, data: answer, text: formatAnswer(answer, asked) };
  },
};
