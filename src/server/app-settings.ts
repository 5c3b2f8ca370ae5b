import type { Logger } from "pino";
import type { AccessSettings } from "./access/access-settings.ts";
import type { Traffic } from "./traffic.ts";
import type { Uploads } from "./uploads/uploads.ts";

/** What the app needs beside the services. */
export interface AppSettings {
  readonly host: string;
  readonly allowedHosts: readonly string[];
  /** The origin of links in replies; null: the one that was asked. */
  readonly publicOrigin: string | null;
  readonly access: AccessSettings;
  /** Null where there is no folder for them, since the index is in a bucket. */
  readonly uploads: Uploads | null;
  /** The index's folder; null where the index is in a bucket. */
  readonly dataFolder: string | null;
  /** Where reports of wrong citations are kept; null likewise. */
  readonly reportFolder: string | null;
  readonly log: Logger;
  /** The folder of the built page; the page is told to be missing where it does not exist. */
  readonly pageFolder: string;
  /** Longest time for one request, in milliseconds. */
  readonly requestLimitMs: number;
  /** Aborted when running requests have to end at once; its reason is what they are told. */
  readonly stopping: AbortSignal;
  /** Told of every request that takes work. */
  readonly traffic: Traffic;
}
