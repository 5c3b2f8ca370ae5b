import { bigrams } from "../clause-index/segment.ts";

/** Texts of which so large a share of the pairs of characters is common are the same but for a few words. */
const NEARLY_SAME = 0.85;
/** Shorter texts (总体要求) are alike by accident. */
const SHORTEST = 20;
/** The marker that a text begins with: the same rule is a 三、 here and a 第五条 there. */
const MARKER =
  /^(?:第[^\s，。]{1,8}[条章节款项]|[一二三四五六七八九十]+、|[（(][^）)]{1,4}[）)]|\d+[.．、])\s*/;

/** A text prepared for comparison. */
export interface ComparableText {
  readonly pairs: ReadonlySet<string>;
}

/** Prepares a text: without its marker, folded; null where it is too short to be compared. */
export const comparable = (text: string): ComparableText | null => {
  const pairs = new Set(bigrams(text.trim().replace(MARKER, "")));
  return pairs.size < SHORTEST ? null : { pairs };
};

/** Whether two texts are (nearly) the same: the share of common pairs of characters among all (Jaccard) is .85 or more. */
export const isSameText = (a: ComparableText | null, b: ComparableText | null): boolean => {
  if (a === null || b === null) return false;
  const [small, large] = a.pairs.size <= b.pairs.size ? [a.pairs, b.pairs] : [b.pairs, a.pairs];
  if (small.size < NEARLY_SAME * large.size) return false;
  let common = 0;
  for (const pair of small) if (large.has(pair)) common += 1;
  return common / (small.size + large.size - common) >= NEARLY_SAME;
};
