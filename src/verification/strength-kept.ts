import type { AlignedParts } from "./sentence-parts.ts";
import { alignParts, foldedSentences } from "./sentence-parts.ts";
import { contentOf, endsSegment, foldWording, hanPairs } from "./statement-wording.ts";
import type { StrengthClass } from "./strength-words.ts";
import { QUALIFIED_BEFORE, STRENGTH_CLASSES } from "./strength-words.ts";

interface Mark {
  readonly kind: StrengthClass;
  readonly start: number;
  readonly end: number;
}

/** Content characters after a word that say what it is about. */
const ABOUT = 4;
/** How far a word that does not govern a sentence reaches, in content characters. */
const REACH = 14;

const marksIn = (folded: string): Mark[] =>
  STRENGTH_CLASSES.flatMap((kind) =>
    [...folded.matchAll(kind.pattern)].flatMap((match) => {
      const [, word] = match;
      return word === undefined ? [] : [{ kind, start: match.index, end: match.index + word.length }];
    }),
  ).toSorted((a, b) => a.start - b.start);

/** 引导和鼓励, 鼓励支持: two words that govern together. */
const isCoordinated = (folded: string, first: Mark, second: Mark): boolean =>
  first.kind.governs &&
  second.kind.governs &&
  second.start >= first.end &&
  /^[和与、并及]?$/.test(folded.slice(first.end, second.start));

/** What a mark is said of: the content after it, without further marks directly after it. */
const objectOf = (folded: string, mark: Mark, marks: readonly Mark[]): string => {
  let at = mark.end;
  for (const other of marks) {
    if (other.start >= at && /^[和与、并及]?$/.test(folded.slice(at, other.start))) at = other.end;
  }
  const rest = folded.slice(at);
  const stop = Array.from(rest).findIndex((character, index) => index > 0 && endsSegment(character));
  return contentOf(stop < 0 ? rest : rest.slice(0, stop))
    .replaceAll("|", "")
    .slice(0, ABOUT);
};

/** The content that a mark of the source governs. */
const scopeOf = (folded: string, mark: Mark, marks: readonly Mark[]): string => {
  if (!mark.kind.governs) return contentOf(folded.slice(mark.end)).replaceAll("|", "").slice(0, REACH);
  const next = marks.find(
    (other) =>
      other.kind.governs &&
      other.kind !== mark.kind &&
      other.start >= mark.end &&
      !isCoordinated(folded, mark, other) &&
      // A governing word inside a noun phrase (资金支持) ends no scope: it has no object of its own.
      objectOf(folded, other, marks).length >= 2,
  );
  return contentOf(folded.slice(mark.end, next?.start)).replaceAll("|", "");
};

const objectStands = (object: string, scope: string): boolean => {
  const pairs = hanPairs(object);
  return pairs.length === 0 || pairs.filter((pair) => scope.includes(pair)).length / pairs.length >= 0.6;
};

/** Every strong, weak, wide or narrow word of the statement is said of the same thing in one of the quotes. */
const nothingAdded = (statement: string, sentences: readonly string[]): boolean => {
  const marks = marksIn(statement);
  return marks.every((mark) => {
    if (mark.kind.mayAdd) return true;
    const object = objectOf(statement, mark, marks);
    return sentences.some((sentence) => {
      const sourceMarks = marksIn(sentence);
      return sourceMarks.some(
        (source) => source.kind === mark.kind && objectStands(object, scopeOf(sentence, source, sourceMarks)),
      );
    });
  });
};

/** Whether at least half of what a part says stands in a piece of its source. */
const liesIn = (stated: string, piece: string): boolean => {
  const content = contentOf(piece);
  const pairs = hanPairs(contentOf(stated));
  return pairs.filter((pair) => content.includes(pair)).length * 2 >= pairs.length;
};

/** Whether the words that something is said of stand in a part of the statement. */
const standsIn = (object: string, stated: string): boolean =>
  object.length >= 2 && objectStands(object, contentOf(stated));

/** No word that makes the source weaker, narrower or conditional is left out where its object is stated. */
const nothingDropped = (statement: string, { stated, source }: AlignedParts): boolean => {
  const marks = marksIn(source);
  const kept = new Set(marksIn(statement).map(({ kind }) => kind));
  const isKept = ({ kind }: Mark): boolean => kept.has(kind) || (kind.sameAs?.test(statement) ?? false);
  const marksKept = marks
    .filter(({ kind }) => !kind.mayDrop)
    .every(
      (mark) =>
        isKept(mark) ||
        marks.some(
          (other) =>
            other !== mark &&
            (isCoordinated(source, mark, other) || isCoordinated(source, other, mark)) &&
            isKept(other),
        ) ||
        !(liesIn(stated, source.slice(mark.end)) || standsIn(objectOf(source, mark, marks), stated)),
    );
  return (
    marksKept &&
    [...source.matchAll(QUALIFIED_BEFORE)].every(
      ({ 0: word, index }) =>
        stated.includes(word) || !standsIn(contentOf(source.slice(0, index)).slice(-ABOUT), stated),
    )
  );
};

/** A condition that stands in a part of its own (在…前提下，) or an exception at the end is not left out. */
const conditionsKept = (statement: string, { source, sourceSentence }: AlignedParts): boolean =>
  sourceSentence.split(/[,;。:]/).every((part, at, parts) => {
    const isCondition =
      /(?:前提下|条件下|情况下|批准后|审批后|报批后)$/.test(part) && parts[at + 1] === source;
    const isException = /除外$|^除.{2,}外$/.test(part);
    if (part === source || !(isCondition || isException)) return true;
    const pairs = hanPairs(contentOf(part));
    const content = contentOf(statement);
    return pairs.filter((pair) => content.includes(pair)).length * 2 >= pairs.length;
  });

/**
 * Whether a statement is as strong and as wide as its quotes: 必须, 应当, 可以, 鼓励, 支持, 探索, 力争, 全部, 之一,
 * 优先 and their like are neither brought in, nor left out, nor exchanged, nor said of something else.
 */
export const strengthIsKept = (statement: string, quotes: readonly string[]): boolean => {
  const folded = foldWording(statement);
  return (
    nothingAdded(folded, foldedSentences(quotes)) &&
    alignParts(statement, quotes).every(
      (aligned) => nothingDropped(folded, aligned) && conditionsKept(folded, aligned),
    )
  );
};
