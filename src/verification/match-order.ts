import { numbersIn } from "./number-lock.ts";

/** A content character of a folded text, or a whole number of it. */
export interface Token {
  /** A character, or a whole number with its unit. */
  readonly text: string;
  /** Place in the folded text. */
  readonly at: number;
}

const FUNCTION = /[的了和与及或是在为对等也就还其之以并且而于由被将把给着该此]/;

/** The content characters of a folded text; a number is one token, so that no digit of it matches another's. */
export const tokensOf = (folded: string): Token[] => {
  const tokens: Token[] = [];
  let at = 0;
  const characters = (to: number): void => {
    for (; at < to; at += 1) {
      const character = folded[at] ?? "";
      if (/[\p{L}\p{N}]/u.test(character) && !FUNCTION.test(character)) tokens.push({ text: character, at });
    }
  };
  for (const { start, end, text } of numbersIn(folded)) {
    characters(start);
    tokens.push({ text: `#${text}`, at: start });
    at = end;
  }
  characters(folded.length);
  return tokens;
};

/** For each token of `said`, the place in `source` that it is copied from, or -1: the longest common order. */
export const matchOrder = (said: readonly Token[], source: readonly Token[]): number[] => {
  const width = source.length + 1;
  const cell = (row: number, column: number): number => row * width + column;
  // `run`: what follows if the two tokens are matched. Neighbours in both are worth more than scattered tokens,
  // so that the copy stays in one piece.
  const best = new Int32Array((said.length + 1) * width);
  const run = new Int32Array((said.length + 1) * width).fill(-1);
  for (let row = said.length - 1; row >= 0; row -= 1) {
    for (let column = source.length - 1; column >= 0; column -= 1) {
      if (said[row]?.text === source[column]?.text) {
        const following = run[cell(row + 1, column + 1)] ?? -1;
        run[cell(row, column)] =
          2 + Math.max(best[cell(row + 1, column + 1)] ?? 0, following < 0 ? 0 : following + 1);
      }
      best[cell(row, column)] = Math.max(
        run[cell(row, column)] ?? -1,
        best[cell(row + 1, column)] ?? 0,
        best[cell(row, column + 1)] ?? 0,
      );
    }
  }
  const places = said.map(() => -1);
  let row = 0;
  let column = 0;
  let inRun = false;
  while (row < said.length && column < source.length) {
    const own = run[cell(row, column)] ?? -1;
    const value = best[cell(row, column)] ?? 0;
    if (inRun || (own >= 0 && own === value)) {
      places[row] = column;
      const following = run[cell(row + 1, column + 1)] ?? -1;
      inRun = following >= 0 && following + 1 >= (best[cell(row + 1, column + 1)] ?? 0);
      row += 1;
      column += 1;
    } else if (value === (best[cell(row, column + 1)] ?? 0)) column += 1;
    else row += 1;
  }
  // A single character in common is chance, save between two that stand next to it in the source.
  return places.map((place, at) =>
    place >= 0 &&
    (places[at - 1] === place - 1 || places[at + 1] === place + 1 || said[at]?.text.startsWith("#") === true)
      ? place
      : -1,
  );
};
