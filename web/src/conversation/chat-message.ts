import type { UIMessage } from "ai";
import { AnswerSchema, NoticeSchema, RefusalSchema } from "../../../src/contract/answer.ts";
import type { ChatData } from "../../../src/contract/chat.ts";
import { CitationSchema } from "../../../src/contract/common.ts";

/** A message of the conversation, as the AI SDK keeps it. */
export type ChatMessage = UIMessage<never, ChatData>;

/** How the data parts of the stream, and of a saved conversation, are read. */
export const chatDataSchemas = {
  citation: CitationSchema,
  notice: NoticeSchema,
  refusal: RefusalSchema,
  answer: AnswerSchema.omit({ answer: true, citations: true, notices: true, refusal: true }),
};
