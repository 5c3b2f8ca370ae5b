/** Every way in which one kind of mistake can be made in a sentence; none leaves its meaning as it was. */
export interface Mutation {
  readonly kind: string;
  /** @param others - sentences of the same document, from which a wrong number, date or subject may come */
  readonly apply: (sentence: string, others: readonly string[]) => readonly string[];
}

/** The sentence with each single match exchanged; `null` leaves a match as it is. */
export const each = (
  sentence: string,
  pattern: RegExp,
  exchange: (match: RegExpMatchArray) => string | null,
): string[] =>
  [...sentence.matchAll(pattern)].flatMap((match) => {
    const other = exchange(match);
    return other === null || match.index === undefined
      ? []
      : [sentence.slice(0, match.index) + other + sentence.slice(match.index + match[0].length)];
  });
