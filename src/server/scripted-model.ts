import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import { z } from "zod";

const RequestSchema = z.object({
  model: z.string(),
  messages: z.array(
    z.object({
      role: z.string(),
      content: z.union([z.string(), z.array(z.object({ text: z.string() }))]),
    }),
  ),
  response_format: z.looseObject({ type: z.string() }).optional(),
  temperature: z.number().optional(),
  stream: z.literal(true),
});
const DataSchema = z.object({
  question: z.string(),
  clauses: z.array(z.object({ id: z.string(), text: z.string() })),
});

/** What was asked of the model. */
export interface ModelRequest {
  readonly body: z.infer<typeof RequestSchema>;
  readonly authorization: string | undefined;
  readonly data: z.infer<typeof DataSchema>;
  /** The handle of the clause that holds `words`. */
  handleOf(words: string): string;
}

/** One reply of a language model; it may also break the protocol. */
export type ModelScript = (request: ModelRequest, reply: ServerResponse) => Promise<void> | void;

export interface ScriptedModel {
  readonly baseUrl: string;
  readonly requests: ModelRequest[];
  /** Resolves when a client has closed a request before its reply was complete. */
  readonly closedEarly: Promise<void>;
  /** What the next requests are answered with; the last one stays. */
  play(...scripts: readonly ModelScript[]): void;
  close(): Promise<void>;
}

const readBody = async (request: IncomingMessage): Promise<string> => {
  let text = "";
  request.setEncoding("utf8");
  for await (const piece of request) text += String(piece);
  return text;
};

const readRequest = async (request: IncomingMessage): Promise<ModelRequest> => {
  const body = RequestSchema.parse(JSON.parse(await readBody(request)));
  const content = body.messages.findLast(({ role }) => role === "user")?.content ?? "";
  const data = DataSchema.parse(
    JSON.parse(typeof content === "string" ? content : content.map(({ text }) => text).join("")),
  );
  return {
    body,
    authorization: request.headers.authorization,
    data,
    handleOf: (words) => data.clauses.find(({ text }) => text.includes(words))?.id ?? "none",
  };
};

/** Begins a stream of chat completion chunks. */
export const beginStream = (reply: ServerResponse): void => {
  reply.writeHead(200, { "content-type": "text/event-stream" });
};

/** Sends a piece of the model's text. */
export const sendText = (reply: ServerResponse, content: string): void => {
  const chunk = { id: "x", created: 1, model: "m", choices: [{ index: 0, delta: { content } }] };
  reply.write(`data: ${JSON.stringify(chunk)}\n\n`);
};

/** Ends the stream as a server does that has said everything. */
export const endStream = (reply: ServerResponse, reason = "stop"): void => {
  const chunk = {
    id: "x",
    created: 1,
    model: "m",
    choices: [{ index: 0, delta: {}, finish_reason: reason }],
  };
  reply.end(`data: ${JSON.stringify(chunk)}\n\ndata: [DONE]\n\n`);
};

/** A whole reply, in small pieces. */
export const sendAll = (reply: ServerResponse, content: string, reason = "stop"): void => {
  beginStream(reply);
  for (const piece of content.match(/[\s\S]{1,7}/g) ?? []) sendText(reply, piece);
  endStream(reply, reason);
};

/** For tests: a server on loopback that speaks the OpenAI chat completions protocol and says what it is told. */
export const startScriptedModel = async (): Promise<ScriptedModel> => {
  let scripts: readonly ModelScript[] = [];
  const requests: ModelRequest[] = [];
  const { promise: closedEarly, resolve: tellClosed } = Promise.withResolvers<void>();
  const server = createServer((incoming, reply) => {
    reply.on("close", () => {
      if (!reply.writableEnded) tellClosed();
    });
    void (async () => {
      const request = await readRequest(incoming);
      requests.push(request);
      const [script, ...rest] = scripts;
      if (rest.length > 0) scripts = rest;
      await script?.(request, reply);
    })().catch(() => reply.destroy());
  });
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", resolve);
  });
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    baseUrl: `http://127.0.0.1:${port}/v1`,
    requests,
    closedEarly,
    play: (...played) => {
      scripts = played;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => {
        server.close(resolve);
      });
    },
  };
};
