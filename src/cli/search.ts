import { SearchQuerySchema } from "../contract/search.ts";
import { loadConfig } from "../server/config.ts";
import { parseRequest } from "../server/invalid-request.ts";
import { openServices } from "../server/open-services.ts";
import { searchRequest } from "../server/search-request.ts";
import type { Command } from "./command.ts";
import { usageError } from "./command.ts";
import { formatHits } from "./format-hits.ts";

/** `search "…"`: the plain ranking of clauses, as `/api/search` gives it. */
export const searchCommand: Command = {
  name: "search",
  usage: '"查询 query" [--limit 1–100] [--as-of YYYY-MM-DD] [--status in_force|any] [--explain]',
  summary: { zh: "检索条款", en: "search the clauses" },
  options: {
    limit: { type: "string" },
    "as-of": { type: "string" },
    status: { type: "string" },
    explain: { type: "boolean" },
  },
  run: async ({ positionals, options, flags }) => {
    if (positionals.length === 0) throw usageError("请给出查询。", "Give a query.");
    const given = {
      q: positionals.join(" "),
      limit: options["limit"],
      asOf: options["as-of"],
      status: options["status"],
      explain: String(flags.has("explain")),
    };
    const query = parseRequest(SearchQuerySchema, given, "zh");
    const services = openServices(loadConfig());
    const reply = await services.search(searchRequest(query));
    return { exitCode: 0, data: reply, text: formatHits(reply) };
  },
};
