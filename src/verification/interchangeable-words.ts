import { readFileSync } from "node:fs";
import { foldWording } from "./statement-wording.ts";

/** For a word of a statement, the words of a quote that bear it out. */
export type InterchangeableWords = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Reads groups of words, one a line: each bears out each other one; with `=>` the words before it bear out those
 * behind it, and not the other way round.
 */
const parseInterchangeableWords = (text: string): InterchangeableWords => {
  const bearers = new Map<string, Set<string>>();
  const add = (said: string, quoted: string): void => {
    if (said === quoted) return;
    const known = bearers.get(said) ?? new Set();
    bearers.set(said, known.add(quoted));
  };
  for (const line of text.split("\n")) {
    if (line.trim() === "" || line.startsWith("#")) continue;
    const [before = [], behind] = line.split("=>").map((side) =>
      side
        .trim()
        .split(/\s+/)
        .map((word) => foldWording(word)),
    );
    for (const quoted of before) for (const said of before) add(said, quoted);
    for (const said of behind ?? []) for (const quoted of before) add(said, quoted);
  }
  return bearers;
};

/** The project's own groups. */
export const INTERCHANGEABLE_WORDS: InterchangeableWords = parseInterchangeableWords(
  readFileSync(new URL("interchangeable-words.txt", import.meta.url), "utf8"),
);
