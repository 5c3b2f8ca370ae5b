import { once } from "node:events";
import { createServer } from "node:http";
import { connect } from "node:net";
import { buffer } from "node:stream/consumers";
import { afterEach, describe, expect, it } from "vitest";
import { ProblemSchema } from "../contract/common.ts";
import { answerClientError } from "./client-error.ts";

/** What a server that waits for 100 ms says to `sent`, until it closes the connection. */
const answerTo = async (sent: string): Promise<string> => {
  const server = createServer(
    { requestTimeout: 100, headersTimeout: 100, connectionsCheckingInterval: 20 },
    (request) => request.resume(),
  );
  stop = () => server.close();
  server.on("clientError", answerClientError);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  const socket = connect(address.port, "127.0.0.1");
  socket.write(sent);
  return (await buffer(socket)).toString("utf8");
};

let stop = (): unknown => undefined;
afterEach(() => stop());

describe("answerClientError", () => {
  it("tells who sends too slowly so, as a problem that can be read", async () => {
    const head = "POST /api/documents HTTP/1.1\r\nHost: a\r\nContent-Length: 1000\r\n\r\n";
    const answer = await answerTo(`${head}the beginning`);
    const [top = "", body = ""] = answer.split("\r\n\r\n");
    expect(top).toContain("HTTP/1.1 408 Request Timeout");
    expect(top).toContain("application/problem+json");
    const problem = ProblemSchema.parse(JSON.parse(body));
    expect(problem).toMatchObject({ status: 408, code: "request_too_slow" });
    expect(problem.detail).toMatch(/没有在 30 秒内传完.*within 30 seconds/);
    expect(top).toContain(`Content-Length: ${Buffer.byteLength(body)}`);
  });

  it("refuses what is no HTTP and headers without end, and closes", async () => {
    expect(await answerTo("hello\r\n\r\n")).toMatch(/^HTTP\/1\.1 400 Bad Request\r\nConnection: close/);
    const endless = `GET / HTTP/1.1\r\nX-A: ${"a".repeat(20_000)}`;
    expect(await answerTo(endless)).toMatch(/^HTTP\/1\.1 431 /);
  });
});
