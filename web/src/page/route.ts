import { z } from "zod";
import { CitationSchema } from "../../../src/contract/common.ts";
import type { AnswerPlace } from "./answer-link.ts";
import { readAnswerLink } from "./answer-link.ts";

export interface DocumentPlace {
  readonly view: "document";
  readonly documentId: string;
  readonly clauseId: string | null;
}

/** The library, searched and filtered as its query says; empty where all is shown. */
export interface LibraryPlace {
  readonly view: "library";
  readonly query: string;
}

/** What stands alone or beside a document: the conversation, the matching of policies to a company, the library. */
export type MainView = "chat" | "match" | "library";

/** What the address asks for: a main view alone, a document beside one, at a clause, or an answer. */
export type Place =
  | { readonly view: Exclude<MainView, "library"> }
  | LibraryPlace
  | DocumentPlace
  | AnswerPlace;

/** What the history keeps with an address: the citations of one answer, and which of them is open. */
const OpenCitationsSchema = z
  .object({
    citations: z.array(CitationSchema).min(1),
    current: z.int().nonnegative(),
    /** The answer that they are of; absent for related clauses and for those of a matching. */
    answerId: z.string().optional(),
  })
  .refine(({ citations, current }) => current < citations.length);
export type OpenCitations = z.infer<typeof OpenCitationsSchema>;

export interface Route {
  readonly place: Place;
  /** The main view, alone or beside the document. */
  readonly main: MainView;
  readonly open: OpenCitations | null;
  /** How the library is searched and filtered, shown or behind a document. */
  readonly libraryQuery: string;
}

const decode = (text: string): string | null => {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
};

/** The addresses of the main views. */
export const MAIN_PATHS: Readonly<Record<MainView, string>> = {
  chat: "/",
  match: "/#match",
  library: "/#library",
};

/** The address of the library, searched and filtered as `query` says. */
export const libraryPath = (query: string): string =>
  query === "" ? MAIN_PATHS.library : `${MAIN_PATHS.library}?${query}`;

/** The main views that a fragment names. */
const MAIN_VIEWS = ["match", "library"] as const;

/**
 * Reads `/documents/<documentId>#<clauseId>`, `/#match` and `/#library?<query>`; permalinks to answers; all else is
 * the conversation.
 */
export const readPlace = (pathname: string, hash: string): Place => {
  const encoded = /^\/documents\/([^/]+)\/?$/.exec(pathname)?.[1];
  const documentId = encoded === undefined ? null : decode(encoded);
  if (documentId === null) {
    const answer = readAnswerLink(hash);
    if (answer !== null) return answer;
    const library = /^#library(?:\?(.*))?$/su.exec(hash);
    if (library !== null) return { view: "library", query: library[1] ?? "" };
    return { view: hash === "#match" ? "match" : "chat" };
  }
  const clauseId = hash.length > 1 ? decode(hash.slice(1)) : null;
  return { view: "document", documentId, clauseId };
};

/** The address of a document, or of a clause in it. */
export const documentPath = (documentId: string, clauseId: string | null): string =>
  `/documents/${encodeURIComponent(documentId)}${clauseId === null ? "" : `#${encodeURIComponent(clauseId)}`}`;

/** Whatever stands in the history, read strictly: null when it is not ours. */
export const readOpenCitations = (state: unknown): OpenCitations | null =>
  OpenCitationsSchema.safeParse(state).data ?? null;

const MainSchema = z.object({ main: z.enum(["chat", ...MAIN_VIEWS]) });

/** The main view that the history keeps beside a document; the conversation where it keeps none. */
export const readMain = (state: unknown): MainView => MainSchema.safeParse(state).data?.main ?? "chat";

const LibrarySchema = z.object({ library: z.string() });

/** The query of the library that the history keeps beside a document; empty where it keeps none. */
export const readLibraryQueryOf = (state: unknown): string =>
  LibrarySchema.safeParse(state).data?.library ?? "";
