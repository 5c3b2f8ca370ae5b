/** A content word of the question with its weight (importance × inverse document frequency, ≥ 0). */
export interface WeightedTerm {
  readonly text: string;
  readonly weight: number;
  /** How often the word occurs in the index, in chunks, counted to a ceiling. */
  readonly frequency: number;
  /** Folded words that mean the same in policy documents. */
  readonly synonyms: readonly string[];
  /** A word of policy documents, or an everyday phrase for one. */
  readonly isOfficial: boolean;
  readonly isNoun: boolean;
}

/** The pairs of neighbouring characters of a term; a single character is its own. */
export const bigramsOf = (term: string): string[] => {
  const characters = Array.from(term);
  return characters.length < 2
    ? characters
    : characters.slice(1).map((character, index) => `${characters[index] ?? ""}${character}`);
};

/** Whether a term stands in a text as such: 总指挥 is not in 副总指挥. */
const stands = (text: string, folded: string): boolean => {
  for (let at = folded.indexOf(text); at >= 0; at = folded.indexOf(text, at + 1)) {
    if (folded[at - 1] !== "副") return true;
  }
  return false;
};

/** How far one term stands in a folded text: 1 as a whole, .9 by a synonym, else by the share of its bigrams. */
export const termPresence = (
  { text, synonyms }: Pick<WeightedTerm, "text" | "synonyms">,
  folded: string,
): number => {
  if (stands(text, folded)) return 1;
  if (synonyms.some((synonym) => folded.includes(synonym))) return 0.9;
  if (/^\p{ASCII}+$/u.test(text)) return 0;
  const parts = bigramsOf(text);
  const present = parts.filter((part) => folded.includes(part)).length;
  return parts.length < 2 ? 0 : (0.7 * present) / parts.length;
};

/** Weighted share of the terms that stand in a text (0–1); 0 for no terms. */
export const coverage = (terms: readonly WeightedTerm[], folded: string): number => {
  let total = 0;
  let covered = 0;
  for (const term of terms) {
    total += term.weight;
    covered += term.weight * termPresence(term, folded);
  }
  return total === 0 ? 0 : covered / total;
};

/** One spelling for comparison: NFKC, lower case, without blanks. */
export const foldForCoverage = (text: string): string =>
  text.normalize("NFKC").toLowerCase().replaceAll(/\s/g, "");
