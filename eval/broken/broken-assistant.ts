import { Hono } from "hono";
import { AnswerRequestSchema } from "../../src/contract/answer.ts";
import { createAssistantClient } from "../assistant-client.ts";
import type { Breakage } from "./breakage.ts";
import type { Listening } from "./listen.ts";
import { listen } from "./listen.ts";

/**
 * A server on the loopback interface that passes everything on to `target` and breaks the answers that come
 * back. It shows that the metrics catch what they are meant to catch.
 */
export const startBrokenAssistant = (target: string, breakage: Breakage): Promise<Listening> => {
  const honest = createAssistantClient(target);
  const app = new Hono();
  app.post("/api/answer", async (c) => {
    const request = AnswerRequestSchema.parse(await c.req.json());
    return c.json(await breakage(await honest.answer(request), honest));
  });
  app.get("*", async (c) => {
    const { pathname, search } = new URL(c.req.url);
    return await fetch(new URL(`${pathname}${search}`, target), {
      headers: { "accept-encoding": "identity" },
    });
  });
  return listen(app);
};
