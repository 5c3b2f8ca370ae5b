import { alignParts, foldedSentences } from "./sentence-parts.ts";
import { contentOf, endsSegment, foldWording } from "./statement-wording.ts";
import { NEGATION } from "./strength-words.ts";

interface Denial {
  /** The first content characters that are denied; empty where the denying word ends its part. */
  readonly denied: string;
  readonly start: number;
  readonly end: number;
}

/** Content characters after a denying word within which the denied word begins. */
const NEAR = 4;

const firstContent = (text: string, count: number): string => {
  const stop = Array.from(text).findIndex((character) => endsSegment(character));
  return contentOf(stop < 0 ? text : text.slice(0, stop))
    .replaceAll("|", "")
    .slice(0, count);
};

const denialsIn = (folded: string): Denial[] =>
  [...folded.matchAll(NEGATION)].flatMap((match) => {
    const [, word] = match;
    if (word === undefined) return [];
    const end = match.index + word.length;
    return [{ denied: firstContent(folded.slice(end), 2), start: match.index, end }];
  });

/** Whether a word stands in a text somewhere without being denied. */
const standsAffirmed = (word: string, folded: string): boolean => {
  const denials = denialsIn(folded);
  for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + 1)) {
    if (!denials.some(({ start, end }) => at >= start && at <= end + NEAR)) return true;
  }
  return false;
};

/** Whether a statement denies what its quotes deny, and nothing else. */
export const negationIsKept = (statement: string, quotes: readonly string[]): boolean => {
  const folded = foldWording(statement);
  const sentences = foldedSentences(quotes);
  const sourceDenials = sentences.flatMap((sentence) =>
    denialsIn(sentence).map((denial) => ({
      ...denial,
      near: firstContent(sentence.slice(denial.end), NEAR),
    })),
  );
  const nothingAdded = denialsIn(folded).every(({ denied }) =>
    sourceDenials.some(({ near }) => (denied === "" ? near === "" : near !== "" && near.includes(denied))),
  );
  const nothingAffirmed = sourceDenials.every(
    ({ denied }) =>
      denied.length < 2 ||
      !standsAffirmed(denied, folded) ||
      sentences.some((sentence) => standsAffirmed(denied, sentence)),
  );
  return (
    nothingAdded &&
    nothingAffirmed &&
    alignParts(statement, quotes).every(
      ({ stated, source }) =>
        denialsIn(source).length === 0 || denialsIn(stated).length > 0 || !coversDenied(stated, source),
    )
  );
};

/** Whether a part of a statement says what the source says after its denying word. */
const coversDenied = (stated: string, source: string): boolean =>
  denialsIn(source).some(({ end }) => {
    const denied = firstContent(source.slice(end), NEAR);
    const content = contentOf(stated);
    return denied.length >= 2 && (content.includes(denied) || content.includes(denied.slice(-2)));
  });
