import { z } from "zod";
import { AnswerSchema, NoticeSchema, RefusalSchema } from "../contract/answer.ts";
import { CitationSchema, ProblemSchema } from "../contract/common.ts";
import { ClientError } from "./client-error.ts";

/** What the end of a streamed answer tells beside what was streamed. */
const ChatAnswerSchema = AnswerSchema.omit({ answer: true, citations: true, notices: true, refusal: true });

/** The parts of the stream that mean something here; the SDK's own others pass. */
const ChunkSchema = z.discriminatedUnion("type", [
  z.object({ type: z.literal("text-delta"), delta: z.string() }),
  z.object({ type: z.literal("data-citation"), data: CitationSchema }),
  z.object({ type: z.literal("data-notice"), data: NoticeSchema }),
  z.object({ type: z.literal("data-refusal"), data: RefusalSchema }),
  z.object({ type: z.literal("data-answer"), data: ChatAnswerSchema }),
  z.object({ type: z.literal("error"), errorText: z.string() }),
  z.object({ type: z.literal("finish") }),
]);
const KNOWN: ReadonlySet<unknown> = new Set(ChunkSchema.options.map((option) => option.shape.type.value));

/** One step of a streamed answer. Only what was verified is ever among them. */
export type ChatEvent =
  /** A statement with its markers `[1]`, or the message of a refusal. */
  | { readonly type: "text"; readonly text: string }
  /** Before the first statement that names it. */
  | { readonly type: "citation"; readonly citation: z.infer<typeof CitationSchema> }
  | { readonly type: "notice"; readonly notice: z.infer<typeof NoticeSchema> }
  | { readonly type: "refusal"; readonly refusal: z.infer<typeof RefusalSchema> }
  /** The last one. */
  | { readonly type: "done"; readonly answer: z.infer<typeof ChatAnswerSchema> };

const cutOff = (cause?: unknown): ClientError =>
  new ClientError("The answer was cut off.", { status: 0, code: "no_reply", cause });

/** What the server says of an error in mid-stream: problem details as JSON. */
const streamError = (text: string): ClientError => {
  let told: unknown;
  try {
    told = JSON.parse(text);
  } catch {
    told = null;
  }
  const problem = ProblemSchema.safeParse(told).data ?? null;
  const code = problem?.code ?? "unexpected_reply";
  return new ClientError(problem?.detail ?? "The answer failed.", {
    status: problem?.status ?? 0,
    code,
    problem,
  });
};

/** The data of server-sent events, each on a line of its own. */
async function* dataLines(body: ReadableStream<Uint8Array>): AsyncGenerator<string, void, undefined> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let held = "";
  try {
    for (;;) {
      const { done, value } = await reader.read();
      held += decoder.decode(value, { stream: !done });
      const lines = held.split("\n");
      held = lines.pop() ?? "";
      for (const line of lines) if (line.startsWith("data:")) yield line.slice("data:".length).trim();
      if (done) return;
    }
  } finally {
    // A reader that leaves closes the request, so that the server stops working on it.
    await reader.cancel().catch(() => {});
  }
}

/**
 * Reads a reply of `/api/chat`.
 * @throws ClientError where the server reports an error in mid-stream, or the stream ends before the answer does
 */
export async function* readChat(
  body: ReadableStream<Uint8Array>,
): AsyncGenerator<ChatEvent, void, undefined> {
  let answer: z.infer<typeof ChatAnswerSchema> | null = null;
  try {
    for await (const line of dataLines(body)) {
      if (line === "" || line === "[DONE]") continue;
      const json: unknown = JSON.parse(line);
      if (!(typeof json === "object" && json !== null && "type" in json && KNOWN.has(json.type))) continue;
      const chunk = ChunkSchema.parse(json);
      if (chunk.type === "error") throw streamError(chunk.errorText);
      else if (chunk.type === "text-delta") yield { type: "text", text: chunk.delta };
      else if (chunk.type === "data-citation") yield { type: "citation", citation: chunk.data };
      else if (chunk.type === "data-notice") yield { type: "notice", notice: chunk.data };
      else if (chunk.type === "data-refusal") yield { type: "refusal", refusal: chunk.data };
      else if (chunk.type === "data-answer") answer = chunk.data;
      else if (answer !== null) {
        yield { type: "done", answer };
        return;
      }
    }
  } catch (error) {
    if (error instanceof ClientError || (error instanceof DOMException && error.name === "AbortError"))
      throw error;
    throw cutOff(error);
  }
  throw cutOff();
}
