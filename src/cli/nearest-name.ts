/** Levenshtein distance between two words. */
const distance = (left: string, right: string): number => {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (const [place, character] of Array.from(left).entries()) {
    const next = [place + 1];
    for (const [column, other] of Array.from(right).entries()) {
      const substituted = (row[column] ?? 0) + (character === other ? 0 : 1);
      next.push(Math.min(substituted, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row[right.length] ?? 0;
};

/** The name that `word` is probably meant to be, or null when none is near. */
export const nearestName = (word: string, names: readonly string[]): string | null => {
  const ranked = names
    .map((name) => ({ name, edits: name.startsWith(word) && word !== "" ? 1 : distance(word, name) }))
    .toSorted((left, right) => left.edits - right.edits);
  const best = ranked[0];
  return best !== undefined && best.edits <= Math.max(2, Math.floor(best.name.length / 3)) ? best.name : null;
};
