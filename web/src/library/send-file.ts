import type { IngestReply } from "../../../src/contract/ingest.ts";
import { IngestReplySchema } from "../../../src/contract/ingest.ts";
import { ApiFailure } from "../api/api-failure.ts";
import { pageHeaders, replyFailure } from "../api/call-server.ts";

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
  request.open("POST", "/api/documents");
  for (const [name, value] of Object.entries(pageHeaders())) request.setRequestHeader(name, value);
  request.upload.addEventListener("progress", ({ loaded, total }) =>
    onSent(total === 0 ? 0 : loaded / total),
  );
  request.upload.addEventListener("load", () => onSent(1));
  request.addEventListener("error", () => reject(new ApiFailure("unreachable")));
  request.addEventListener("abort", () => reject(new DOMException("aborted", "AbortError")));
  request.addEventListener("load", () => {
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
