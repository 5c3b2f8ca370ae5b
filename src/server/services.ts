import type { Assistant } from "../answering/assistant.ts";
import type { IndexSnapshot } from "../clause-index/index-types.ts";
import type { MatchReply, MatchRequest } from "../contract/match.ts";
import type { SearchReply } from "../contract/search.ts";

/** A plain search: validity is judged on `asOf` (`YYYY-MM-DD`). */
export interface SearchRequest {
  readonly query: string;
  readonly limit: number;
  readonly asOf: string;
  /** Keep only what is in force on `asOf`, or of unknown status. */
  readonly inForceOnly: boolean;
  /** Whether the reply says how the query was understood and where the scores come from. */
  readonly explain?: boolean;
}

interface Readiness {
  readonly index: boolean;
  readonly model: boolean;
}

/** What the routes and the commands need of the rest of the project. */
export interface Services {
  readonly assistant: Assistant;
  /** @throws PolicyError `index_not_ready` (503) while there is no index */
  snapshot(): Promise<IndexSnapshot>;
  /** The plain ranking, one hit per clause, best first; what the query names by its address stands before it. */
  search(request: SearchRequest): Promise<SearchReply>;
  /** The measures that apply to a profile; the documents that it keeps to exist. */
  match(request: MatchRequest): Promise<MatchReply>;
  /** Questions to begin with, each of which is answered. */
  examples(): Promise<readonly string[]>;
  /** Never throws: what cannot be told is not ready. */
  readiness(): Promise<Readiness>;
}
