import type { DocumentHead } from "../clause-index/index-types.ts";
import type { AddressStep } from "./clause-address.ts";
import { readAddresses } from "./clause-address.ts";
import { findScope } from "./document-scope.ts";
import type { DocumentScope } from "./document-scope.ts";
import { withChineseAddresses } from "./english-address.ts";
import { isMostlyEnglish } from "./english-question.ts";
import { foldQuestion } from "./fold-question.ts";

/** What a question says of where to look. */
export interface UnderstoodQuestion {
  /** In simplified characters, one width, years in four digits: what is searched. */
  readonly text: string;
  readonly scope: DocumentScope;
  /** The addresses of clauses that it names. */
  readonly addresses: readonly (readonly AddressStep[])[];
}

/** A text with some parts of it replaced by blanks of the same length. */
const blankOut = (text: string, parts: readonly string[]): string =>
  parts.reduce((rest, part) => (part === "" ? rest : rest.replaceAll(part, " ".repeat(part.length))), text);

/** Reads the documents and addresses that a question names. `heads`: the documents that it may be about. */
export const understandQuestion = (
  question: string,
  heads: readonly DocumentHead[],
  asOf: string,
): UnderstoodQuestion => {
  const text = foldQuestion(question);
  const scope = findScope(text, heads, asOf);
  // The numbers of a title (第26届, 十二五) are no address.
  const rest = blankOut(text, scope.mentions);
  return { text, scope, addresses: readAddresses(isMostlyEnglish(text) ? withChineseAddresses(rest) : rest) };
};
