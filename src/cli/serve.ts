import type { Command } from "./command.ts";
import { runServer } from "./run-server.ts";

/** `serve`: the server over the index as it is. */
export const serveCommand: Command = {
  name: "serve",
  usage: "",
  summary: { zh: "启动服务，不改动索引", en: "serve the index as it is" },
  options: {},
  run: async () => {
    await runServer(async () => undefined);
    return null;
  },
};
