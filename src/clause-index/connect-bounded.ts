import type { Connection, Session } from "@lancedb/lancedb";
import { connect } from "./lancedb.ts";

/**
 * Connects with the caches of `session`. It has to stand among the options: as an argument of its own, which the
 * package's types take too, it is passed over without a word, and caches grow to 7 GB.
 */
export const connectBounded = (
  uri: string,
  storageOptions: Readonly<Record<string, string>>,
  session: Session,
): Promise<Connection> => connect(uri, { storageOptions: { ...storageOptions }, session });
