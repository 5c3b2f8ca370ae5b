import { hasLexicalSupport } from "./lexical-support.ts";
import { namesStand } from "./names-stand.ts";
import { negationIsKept } from "./negation-kept.ts";
import { numbersKeepContext } from "./number-context.ts";
import { numbersOutside } from "./number-lock.ts";
import { foldedSentences } from "./sentence-parts.ts";
import { foldWording } from "./statement-wording.ts";
import { strengthIsKept } from "./strength-kept.ts";

/** Why a statement is not supported by its quotes. */
export type UnsupportedReason = "no_quote" | "number" | "name" | "negation" | "modality" | "lexical";

export type Verdict =
  | { readonly supported: true }
  | { readonly supported: false; readonly reason: UnsupportedReason };

const no = (reason: UnsupportedReason): Verdict => ({ supported: false, reason });

/**
 * Whether a statement is supported by its quotes, decided by rules alone. It errs on the side of no: what is
 * turned down can still be shown as the quotes themselves.
 * @param statement - one sentence, without citation markers
 * @param quotes - the exact words of the clauses; whole sentences, or a denial before the quote goes unseen
 * @param sources - what else the number lock allows and names may come from: labels, paths, titles, dates
 */
export const verifyStatement = (
  statement: string,
  quotes: readonly string[],
  sources: readonly string[],
): Verdict => {
  const said = quotes.filter((quote) => quote.trim() !== "");
  if (said.length === 0) return no("no_quote");
  // A whole sentence of the quote needs no proof; a part of one does, it may lack its 不 or 鼓励.
  if (foldedSentences(said).includes(foldWording(statement))) return { supported: true };
  const all = [...said, ...sources];
  if (numbersOutside(statement, all).length > 0 || !numbersKeepContext(statement, said, sources))
    return no("number");
  if (!namesStand(statement, said, all)) return no("name");
  if (!negationIsKept(statement, said)) return no("negation");
  if (!strengthIsKept(statement, said)) return no("modality");
  return hasLexicalSupport(statement, said, sources) ? { supported: true } : no("lexical");
};
