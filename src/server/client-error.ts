import type { Duplex } from "node:stream";
import type { Problem } from "../contract/common.ts";
import { LIMITS } from "../contract/limits.ts";

/** How long the other side has to read its answer before the connection is cut, in milliseconds. */
const READ_MS = 1_000;
const seconds = LIMITS.receiveMs / 1_000;

const TOO_SLOW: Problem = {
  type: "about:blank",
  title: "Request Timeout",
  status: 408,
  // Nothing is known of a request that did not arrive, so neither is its language.
  detail: `请求没有在 ${seconds} 秒内传完。The request was not received within ${seconds} seconds.`,
  code: "request_too_slow",
};

/** The status lines of what is no request, by the code of Node's error; anything else is a bad request. */
const STATUS_LINES: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: "431 Request Header Fields Too Large",
  HPE_CHUNK_EXTENSIONS_OVERFLOW: "413 Payload Too Large",
};

/**
 * Answers what never became a whole request, on the bare connection, and closes it. Who took too long to send is
 * told so in words: Node's own answer has none.
 */
export const answerClientError = (error: Error & { readonly code?: string }, socket: Duplex): void => {
  if (!socket.writable || error.code === "ECONNRESET") {
    socket.destroy();
    return;
  }
  setTimeout(() => socket.destroy(), READ_MS).unref();
  if (error.code === "ERR_HTTP_REQUEST_TIMEOUT") {
    const body = JSON.stringify(TOO_SLOW);
    socket.end(
      [
        "HTTP/1.1 408 Request Timeout",
        "Connection: close",
        "Content-Type: application/problem+json; charset=utf-8",
        `Content-Length: ${Buffer.byteLength(body)}`,
        "",
        body,
      ].join("\r\n"),
    );
    return;
  }
  const line = STATUS_LINES[error.code ?? ""] ?? "400 Bad Request";
  socket.end(`HTTP/1.1 ${line}\r\nConnection: close\r\n\r\n`);
};
