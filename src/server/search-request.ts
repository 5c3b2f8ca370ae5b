import type { SearchQuery } from "../contract/search.ts";
import { todayInShanghai } from "../policy/partial-date.ts";
import type { SearchRequest } from "./services.ts";

/** The search that a query asks for; without a day of its own, as of today. */
export const searchRequest = ({ q, limit, asOf, status, explain }: SearchQuery): SearchRequest => ({
  query: q.toWellFormed(),
  limit,
  asOf: asOf ?? todayInShanghai(),
  inForceOnly: status === "in_force",
  explain: explain === "true",
});
