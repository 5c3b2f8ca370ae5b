import type { Cover, Place } from "./cover-statement.ts";

/** A stretch between two commas of a folded text. */
export interface Clause extends Place {
  readonly text: string;
  /** Counted from 0; clauses of one sentence have the same number. */
  readonly sentence: number;
}

/** A stretch of the statement with the one place in the quotes that it is worded from. */
export interface AlignedWord {
  readonly text: string;
  readonly start: number;
  readonly kind: "same" | "reworded" | "number";
  readonly place: Place;
  /** Index of the quotes' clause. */
  readonly clause: number;
}

/** A clause of the statement with its words and the clauses of the quotes that they come from. */
export interface AlignedClause {
  readonly clause: Clause;
  readonly words: readonly AlignedWord[];
  /** Indices of the quotes' clauses, the one with most of the words first. */
  readonly from: readonly number[];
  /** Share (0–1) of the aligned characters that come from the first of them. */
  readonly purity: number;
}

/** The clauses of a folded text; enumerations (、) stay together. */
export const clausesIn = (folded: string): Clause[] => {
  const clauses: Clause[] = [];
  let sentence = 0;
  for (const { index, 0: text } of folded.matchAll(/[^,;。:!?\n]+|[,;。:!?\n]/g)) {
    if (/^[。!?\n;]$/.test(text)) sentence += 1;
    else if (!/^[,:]$/.test(text) && /[\p{L}\p{N}]/u.test(text))
      clauses.push({ start: index, end: index + text.length, text, sentence });
  }
  return clauses;
};

const clauseAt = (clauses: readonly Clause[], at: number): number =>
  clauses.findIndex(({ start, end }) => at >= start && at < end);

/** A word that stands in several places comes rather from behind the word before it than from before it. */
const distance = (step: number): number => (step >= 0 ? step : 20 - step);

/** Characters of a clause of the quotes that must be used for it to count as a source. */
const USED = 3;
/** Share of a statement's clause from which a clause of the quotes counts as its source, however short. */
const USED_SHARE = 0.4;

/** Finds for every covered word of a statement the clause of the quotes that most of its clause comes from. */
export const alignClauses = (
  covers: readonly Cover[],
  stated: readonly Clause[],
  quoted: readonly Clause[],
): AlignedClause[] => {
  let previous = 0;
  return stated.map((clause) => {
    const own = covers.filter(
      (cover) => cover.start >= clause.start && cover.start < clause.end && cover.places.length > 0,
    );
    const votes = quoted.map(() => 0);
    for (const { places, text } of own) {
      const clauses = new Set(places.map(({ start }) => clauseAt(quoted, start)));
      for (const at of clauses) votes[at] = (votes[at] ?? 0) + text.length / Math.sqrt(clauses.size);
    }
    const words = own.flatMap(({ places, text, start, kind }): AlignedWord[] => {
      if (kind !== "same" && kind !== "reworded" && kind !== "number") return [];
      const ranked = places
        .map((place) => ({ place, at: clauseAt(quoted, place.start) }))
        .filter(({ at }) => at >= 0)
        .toSorted(
          (a, b) =>
            (votes[b.at] ?? 0) - (votes[a.at] ?? 0) ||
            distance(a.place.start - previous) - distance(b.place.start - previous),
        );
      const [chosen] = ranked;
      if (chosen === undefined) return [];
      previous = chosen.place.end;
      return [{ text, start, kind, place: chosen.place, clause: chosen.at }];
    });
    const total = words.reduce((sum, { text }) => sum + text.length, 0);
    const shares = [...Map.groupBy(words, ({ clause: at }) => at)]
      .map(([at, group]) => ({ at, length: group.reduce((sum, { text }) => sum + text.length, 0) }))
      .toSorted((a, b) => b.length - a.length);
    return {
      clause,
      words,
      from: shares
        .filter(({ length }, rank) => rank === 0 || length >= USED || length / total >= USED_SHARE)
        .map(({ at }) => at),
      purity: total === 0 ? 1 : (shares[0]?.length ?? 0) / total,
    };
  });
};
