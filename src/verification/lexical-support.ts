import { splitSentences } from "../policy/sentences.ts";
import { contentOf, hanPairs, segmentsOf, withoutNumbers } from "./statement-wording.ts";

/** Words that only introduce or join what is said. */
const NEUTRAL =
  /提出|明确|规定|指出|写明|包括|以及|同时|此外|另外|其中|通过|进行|方面|具体|分别|根据|按照|依据|有关|相关|方式|情况|文件|对于|关于|针对|如下|例如|达到|开展|实施|推动|推进|促进|加强|加快|共有|合计|总计|拥有|作为|属于|是指|用于|来自|位于|时间|截至|期间|内容|措施|目标|任务|并且|而且|这些|上述|以下|一系列/gu;

/** Han characters in a row that stand in no support: one may be a change of wording, two are a new word. */
const NEW_WORD = 2;
/** Share of single characters that may be the statement's own. */
const OWN_CHARACTERS = 0.12;
const SHORT = 6;

/** The runs of content characters of which no pair stands in `known`, with the number of all characters. */
const unsupportedRuns = (
  segment: string,
  known: ReadonlySet<string>,
): { readonly runs: readonly string[]; readonly total: number } => {
  const runs: string[] = [];
  let total = 0;
  for (const run of contentOf(segment).match(/\p{Script=Han}+/gu) ?? []) {
    const characters = Array.from(run);
    // One character between breaks (专、特、精、新) has no pair to be known by.
    if (characters.length < 2) continue;
    total += characters.length;
    const supported = characters.map(
      (character, at) =>
        known.has(`${characters[at - 1] ?? ""}${character}`) ||
        known.has(`${character}${characters[at + 1] ?? ""}`),
    );
    for (const word of run.matchAll(NEUTRAL)) supported.fill(true, word.index, word.index + word[0].length);
    let open = "";
    for (const [at, character] of characters.entries()) {
      if (supported[at] !== true) open += character;
      else if (open !== "") {
        runs.push(open);
        open = "";
      }
    }
    if (open !== "") runs.push(open);
  }
  return { runs, total };
};

/**
 * Whether each part of a statement is worded from one sentence of the quotes. Of a part, all words must stand
 * in that sentence or in `context` (titles, headings), save single characters (at most 12%) and words that only
 * join: so a word of another subject, place or sum does not pass, nor a subject of one quote with the
 * predicate of another.
 */
export const hasLexicalSupport = (
  statement: string,
  quotes: readonly string[],
  context: readonly string[],
): boolean => {
  const around = context.flatMap((text) => hanPairs(contentOf(withoutNumbers(text))));
  const sentences = quotes.flatMap((quote) =>
    splitSentences(quote).map(
      ({ start, end }) =>
        new Set([...around, ...hanPairs(contentOf(withoutNumbers(quote.slice(start, end))))]),
    ),
  );
  let quoted = 0;
  const onlyAround = new Set(around);
  for (const segment of segmentsOf(withoutNumbers(statement))) {
    const isSupported = (known: ReadonlySet<string>): boolean => {
      const { runs, total } = unsupportedRuns(segment, known);
      return (
        runs.every((run) => Array.from(run).length < NEW_WORD) &&
        // In a few characters (人才为本) one of the statement's own may be half of what it says.
        runs.length <= (total < SHORT ? 0 : Math.max(1, Math.floor(total * OWN_CHARACTERS)))
      );
    };
    if (!sentences.some((known) => isSupported(known))) return false;
    if (!isSupported(onlyAround)) quoted += 1;
  }
  // A statement that repeats titles and headings alone says nothing that its quotes bear out.
  return quoted > 0 || quotes.some((quote) => withoutNumbers(quote).includes(withoutNumbers(statement)));
};
