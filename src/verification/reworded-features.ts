import { alignClauses, clausesIn } from "./aligned-clauses.ts";
import { brokenLimits } from "./clause-limits.ts";
import { brokenRoles } from "./clause-roles.ts";
import { brokenStrengths } from "./clause-strength.ts";
import { coverStatement } from "./cover-statement.ts";
import type { CoverKind } from "./cover-statement.ts";
import { INTERCHANGEABLE_WORDS } from "./interchangeable-words.ts";
import { markedNamesStand } from "./names-stand.ts";
import { numbersKeepContext } from "./number-context.ts";
import { numbersOutside } from "./number-lock.ts";
import { orderAgreement } from "./order-agreement.ts";
import { roleContext } from "./role-context.ts";
import { foldWording } from "./statement-wording.ts";
import { sharedWording } from "./worded-from.ts";

/** Share of a statement's wording from which it counts as copied: then it is held to the rules for copies. */
const COPIED = 0.75;
/** Share of a statement's characters that its quote's words, or words for them, have to bear out. */
const BORNE_OUT = 0.5;

/** Characters; what is shorter (高端人才集聚发展) is put together from words of nearly any clause. */
const SHORTEST = 18;

/** Share of a clause that has to come from one clause of the quote. */
const FROM_ONE_CLAUSE = 0.75;

/** Particles and prepositions where no sentence has them: words thrown together. */
const ILL_FORMED =
  /(?:^|[,;:。])(?:的|了|地|得|们|等|或)|[在以把将对向由被从让使](?=[等更会的了都也,。;:]|$)|的(?=[在以把会更等将让使了,。;:]|$)|了的|更(?=[让把将帮的])|[按照](?=做|办好|推|要)|各(?=制定|由|把|要|可|应|按)|(?:必须|应当|不得|可以|要)(?=[,。;:]|$)/u;

/** How a statement stands to the one quote it is said to reword. */
export interface Rewording {
  /** What no rewording may do; with one of them the statement is not borne out. */
  readonly broken: readonly string[];
  /** What remains to be weighed, each a number near 0–1. */
  readonly features: Readonly<Record<string, number>>;
}

/** Whether a statement has so much of a quote's wording that it counts as its copy. */
export const isCopied = (statement: string, quote: string): boolean =>
  sharedWording(statement, quote) >= COPIED;

/** Compares a statement with one quote, word by word. `sources`: titles, headings, dates, as for the number lock. */
export const readRewording = (statement: string, quote: string, sources: readonly string[]): Rewording => {
  const said = foldWording(statement);
  const quoted = foldWording(quote);
  const context = sources.map((source) => foldWording(source)).join("\n");
  const covers = coverStatement(said, quoted, context, INTERCHANGEABLE_WORDS);
  const clauses = clausesIn(quoted);
  const aligned = alignClauses(covers, clausesIn(said), clauses);
  const roles = roleContext(said, quoted, clauses);
  const order = orderAgreement(aligned, roles);
  const lengthOf = (kind: CoverKind): number =>
    covers.filter((cover) => cover.kind === kind).reduce((sum, { text }) => sum + text.length, 0);
  const total = Math.max(1, said.length - lengthOf("sign"));
  const words = aligned.flatMap(({ words: own }) => own);
  const ofQuote = covers
    .filter(({ kind }) => kind !== "context")
    .map(({ text }) => text)
    .join("");
  const broken = [
    ...(numbersOutside(statement, [quote, ...sources]).length > 0 ? ["number"] : []),
    ...(numbersKeepContext(statement, [quote], sources) ? [] : ["number context"]),
    ...(markedNamesStand(statement, [quote, ...sources]) ? [] : ["name"]),
    ...(covers.some(({ kind }) => kind === "own") ? ["own word"] : []),
    ...(isCopied(ofQuote, quote) ? ["copied"] : []),
    ...((lengthOf("same") + lengthOf("reworded")) / total < BORNE_OUT || total < SHORTEST ? ["little"] : []),
    ...(aligned.some(({ purity }) => purity < FROM_ONE_CLAUSE) ? ["mixed"] : []),
    ...(order.garbled > 0 ? ["order"] : []),
    ...(ILL_FORMED.test(said) ? ["ill-formed"] : []),
    ...brokenStrengths(aligned, clauses),
    ...brokenRoles(aligned, roles),
    ...brokenLimits(aligned, roles),
  ];
  return {
    broken: [...new Set(broken)],
    features: {
      inOrder: order.inOrder,
      following: order.following,
      stepsBack: order.stepsBack / Math.max(1, words.length),
      stretch: Math.min(6, order.stretch) / 6,
      purity: Math.min(1, ...aligned.map(({ purity }) => purity)),
      reworded: lengthOf("reworded") / total,
      light: lengthOf("light") / total,
      letters: lengthOf("letter") / total,
      length: Math.min(2, said.length / Math.max(1, quoted.length)),
    },
  };
};
