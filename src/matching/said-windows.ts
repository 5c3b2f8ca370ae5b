import type { DescribedPart } from "./described-parts.ts";
import { describedParts } from "./described-parts.ts";

/** A stretch of a description, read once however many conditions it is compared with. */
export interface SaidWindow {
  readonly text: string;
  readonly characters: ReadonlySet<string>;
  readonly parts: () => readonly DescribedPart[];
}

/** Longer stretches hold more than one fact. */
const LONGEST = 48;
/** “海宁的制造业有限公司”: who somebody is, of which nothing that follows is a part. */
const IS_WHO = /(?:公司|企业|厂|店|合作社|集团|医院|学校|研究院|研究所)$/;

const charactersOf = (text: string): ReadonlySet<string> => new Set(text.match(/[一-龥A-Za-z\d]/g) ?? []);

const windowOf = (text: string, asOf: string): SaidWindow => {
  let parts: readonly DescribedPart[] | null = null;
  return { text, characters: charactersOf(text), parts: () => (parts ??= describedParts(text, asOf)) };
};

/**
 * The stretches of a description that may decide a condition: each clause, and each two that follow one another in a
 * sentence, in the order of the text; a first clause that says who somebody is stays apart. A short description is one of
 * them itself.
 */
export const saidWindows = (description: string, asOf: string): readonly SaidWindow[] => {
  const windows = new Set<string>();
  for (const [place, sentence] of description.split(/[。；！？\n]/).entries()) {
    const clauses = sentence
      .split(/，|,(?!\d)/)
      .map((clause) => clause.trim())
      .filter((clause) => clause.length > 1);
    for (const [at, clause] of clauses.entries()) {
      windows.add(clause);
      const next = clauses[at + 1];
      const isApart = place === 0 && at === 0 && IS_WHO.test(clause);
      if (!isApart && next !== undefined && clause.length + next.length < LONGEST)
        windows.add(`${clause}，${next}`);
    }
  }
  const whole = description.trim();
  if (whole !== "" && whole.length <= LONGEST) windows.add(whole);
  return [...windows].map((text) => windowOf(text, asOf));
};

/**
 * `windows` with those first that share the most with a condition, rare characters before common ones: what is said in
 * other words shares 税 with 纳税 and 核 with 核算.
 */
export const byAffinity = (condition: string, windows: readonly SaidWindow[]): readonly SaidWindow[] => {
  const wanted = [...charactersOf(condition)].map((character) => ({
    character,
    weight: 1 / (1 + windows.filter(({ characters }) => characters.has(character)).length),
  }));
  return windows
    .map((window) => {
      const { characters } = window;
      const shared = wanted.reduce(
        (sum, { character, weight }) => sum + (characters.has(character) ? weight : 0),
        0,
      );
      return { window, share: shared / Math.sqrt(characters.size + 1) };
    })
    .toSorted((a, b) => b.share - a.share)
    .map(({ window }) => window);
};
