import { Hono } from "hono";
import { z } from "zod";
import type { Listening } from "../broken/listen.ts";
import { listen } from "../broken/listen.ts";

const RequestSchema = z.object({
  model: z.string(),
  messages: z.array(z.object({ role: z.string(), content: z.string() })).min(1),
});
type ScriptedRequest = z.infer<typeof RequestSchema> & { readonly authorization: string | null };

/** For tests: an OpenAI-compatible endpoint on loopback that says what `say` makes of the last message. */
export const startScriptedEndpoint = async (
  say: (last: string, request: ScriptedRequest) => string | { readonly status: number },
): Promise<Listening & { readonly requests: ScriptedRequest[] }> => {
  const requests: ScriptedRequest[] = [];
  const app = new Hono();
  app.post("/v1/chat/completions", async (c) => {
    const request = {
      ...RequestSchema.parse(await c.req.json()),
      authorization: c.req.header("authorization") ?? null,
    };
    requests.push(request);
    const said = say(request.messages.at(-1)?.content ?? "", request);
    if (typeof said !== "string") return new Response("out of order", { status: said.status });
    return c.json({ choices: [{ index: 0, message: { role: "assistant", content: said } }] });
  });
  return { ...(await listen(app)), requests };
};
