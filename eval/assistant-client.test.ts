import { createServer } from "node:http";
import { once } from "node:events";
import { afterEach, describe, expect, it } from "vitest";
import { createAssistantClient } from "./assistant-client.ts";

const server = createServer((request, response) => {
  seen.push(request.headers.authorization ?? null);
  response.setHeader("content-type", "application/json");
  response.end(JSON.stringify({ documents: [] }));
});
const seen: (string | null)[] = [];

afterEach(() => {
  seen.length = 0;
  server.close();
});

describe("createAssistantClient", () => {
  it("sends the token that it is given, and none otherwise", async () => {
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const address = server.address();
    if (address === null || typeof address === "string") throw new Error("no port");
    const target = `http://127.0.0.1:${address.port}`;
    await createAssistantClient(target, "zw_secret").documents();
    await createAssistantClient(target, null).documents();
    expect(seen).toEqual(["Bearer zw_secret", null]);
  });
});
