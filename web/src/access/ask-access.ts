import type { AccessReply } from "../../../src/contract/access.ts";
import { AccessReplySchema } from "../../../src/contract/access.ts";
import { ApiFailure } from "../api/api-failure.ts";
import { callServer } from "../api/call-server.ts";

/** Asks the server what it wants of its readers, and what `token` allows; throws an `ApiFailure`. */
export const askAccess = async (token: string | null, signal: AbortSignal): Promise<AccessReply> => {
  const response = await callServer("/api/access", {
    signal,
    headers: token === null ? {} : { authorization: `Bearer ${token}` },
  });
  try {
    return AccessReplySchema.parse(await response.json());
  } catch (error) {
    if (signal.aborted) throw error;
    throw new ApiFailure("malformed", null, error);
  }
};
