import type { Logger } from "pino";
import type { AccessSettings } from "./access/access-settings.ts";

/** What the app needs beside the services. */
export interface AppSettings {
  readonly host: string;
  readonly allowedHosts: readonly string[];
  readonly access: AccessSettings;
  readonly log: Logger;
  /** The folder of the built page; the page is told to be missing where it does not exist. */
  readonly pageFolder: string;
  /** Longest time for one request, in milliseconds. */
  readonly requestLimitMs: number;
}
