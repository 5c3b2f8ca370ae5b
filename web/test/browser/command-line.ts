import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { z } from "zod";
import type { TestServer } from "./start-server.ts";

const PROJECT = join(import.meta.dirname, "../../..");

/** Runs a command of the project over the data of a test server, and reads the JSON that it prints. */
const run = async (server: TestServer, args: readonly string[]): Promise<unknown> => {
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["src/cli.ts", args[0] ?? "", "--json", ...args.slice(1)],
    { cwd: PROJECT, env: { PATH: process.env["PATH"], ZHENGWEN_DATA: server.data, ZHENGWEN_MODEL: "" } },
  );
  return JSON.parse(stdout.trim().split("\n").at(-1) ?? "");
};

const TokenSchema = z.object({ id: z.string(), token: z.string() });

/** A running server takes up a change of its tokens within this time, in milliseconds. */
const TAKEN_UP = 700;
const takenUp = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, TAKEN_UP));

/** Gives out a token; the server knows it when this resolves. */
export const addToken = async (
  server: TestServer,
  name: string,
  scope: string,
): Promise<z.infer<typeof TokenSchema>> => {
  const added = TokenSchema.parse(await run(server, ["token", "add", name, "--scope", scope]));
  await takenUp();
  return added;
};

/** Takes a token back; the server no longer lets it in when this resolves. */
export const removeToken = async (server: TestServer, id: string): Promise<void> => {
  await run(server, ["token", "remove", id]);
  await takenUp();
};

/** Reads files into the server's index. */
export const ingest = async (server: TestServer, files: readonly string[]): Promise<void> => {
  await run(server, ["ingest", ...files]);
};
