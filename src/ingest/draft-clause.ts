import type { ClauseKind } from "../policy/clause.ts";
import type { MarkerFamily } from "./markers/marker.ts";

/** What stands around the numbered body of a document or a part: its closing sentences, its signature, its attachments' titles. */
export type Surrounding = "closing" | "signature" | "attachment-list";

/** A clause while the tree is built; labels, ids and whole spans come afterwards. */
export interface DraftClause {
  readonly kind: ClauseKind;
  readonly family: MarkerFamily | null;
  readonly marker: string | null;
  readonly number: number | null;
  readonly suffix: string;
  /** All numbers of a decimal, or the number of another family alone; empty where there is none. */
  readonly path: readonly number[];
  readonly heading: string | null;
  readonly start: number;
  readonly end: number;
  readonly annotates: number | null;
  readonly page: number | null;
  /** The outline level that the format states; null where it states none. */
  readonly level: number | null;
  /** For an article: its own text is no more than its marker and title, so its paragraphs count from the first. */
  readonly isBare: boolean;
  /** A paragraph of a quoted provision: no 款 of the clause in which it stands. */
  readonly isQuoted: boolean;
  /** The title of a document that stands enclosed in this one, with that document below it. */
  readonly isEnclosed: boolean;
  /** null for what belongs to the body, or stands before it. */
  readonly surrounding: Surrounding | null;
  readonly children: DraftClause[];
}
