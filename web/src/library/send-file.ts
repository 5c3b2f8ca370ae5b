import type { IngestReply } from "../../../src/contract/ingest.ts";
import { IngestReplySchema } from "../../../src/contract/ingest.ts";
import { LIMITS } from "../../../src/contract/limits.ts";
import { ApiFailure } from "../api/api-failure.ts";
import { pageHeaders, replyFailure } from "../api/call-server.ts";

/** By so much the server's clock may be ahead of the page's, in milliseconds. */
const EARLY_MS = 1_000;

/**
 * Uploads a file and gives the ingest report; rejects with an `ApiFailure`, or with an AbortError when aborted.
 * (`fetch` tells nothing of how much was sent.)
 * @param onSent - called with the part that was sent, from 0 to 1; 1 when the server begins to read
 */
export const sendFile = (
  file: File,
  onSent: (part: number) => void,
  signal: AbortSignal,
): Promise<IngestReply> => {
  const { promise, resolve, reject } = Promise.withResolvers<IngestReply>();
  const request = new XMLHttpRequest();
  const begun = Date.now();
  let sent = 0;
  const tell = (part: number): void => {
    sent = part;
    onSent(part);
  };
  request.open("POST", "/api/documents");
  for (const [name, value] of Object.entries(pageHeaders())) request.setRequestHeader(name, value);
  request.upload.addEventListener("progress", ({ loaded, total }) => tell(total === 0 ? 0 : loaded / total));
  request.upload.addEventListener("load", () => tell(1));
  // The server closes the connection then; while it sends, a browser may not read what is said about it.
  const tooSlow = (): boolean => sent < 1 && Date.now() - begun >= LIMITS.receiveMs - EARLY_MS;
  request.addEventListener("error", () => reject(new ApiFailure(tooSlow() ? "slow" : "unreachable")));
  request.addEventListener("abort", () => reject(new DOMException("aborted", "AbortError")));
  request.addEventListener("load", () => {
    if (request.status === 408) {
      reject(new ApiFailure("slow"));
      return;
    }
    if (request.status < 200 || request.status > 299) {
      reject(replyFailure(request.status, request.responseText, "POST"));
      return;
    }
    try {
      resolve(IngestReplySchema.parse(JSON.parse(request.responseText)));
    } catch (error) {
      reject(new ApiFailure("malformed", null, error));
    }
  });
  signal.addEventListener("abort", () => request.abort(), { once: true });
  const form = new FormData();
  form.append("file", file);
  request.send(form);
  return promise;
};
