import type { Fragment } from "./read-pages.ts";
import type { Rule } from "./read-rules.ts";

const CJK = /[\p{Script=Han}\u3000-\u303F\uFF00-\uFFEF]/u;
/** In font sizes: words may lean over a line by so much. */
const LEAN = 0.3;
/** In font sizes: how far from the line the blank between the words of two cells may seem to be. */
const FAR = 1.2;

/** Where each character of a fragment seems to begin, by the usual widths. */
const placesOf = ({ text, x, width }: Fragment): number[] => {
  const weights = Array.from({ length: text.length }, (_, index) => (CJK.test(text.charAt(index)) ? 1 : 0.5));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let at = x;
  return weights.map((weight) => {
    const place = at;
    at += (weight / total) * width;
    return place;
  });
};

const splitAt = (fragment: Fragment, edge: number): [Fragment, Fragment] | null => {
  const places = placesOf(fragment);
  const { text, x, width, size } = fragment;
  let best: { index: number; distance: number } | null = null;
  for (const [index, place] of places.entries()) {
    if (text.charAt(index) !== " ") continue;
    const distance = Math.abs(place - edge);
    if (distance < size * FAR && (best === null || distance < best.distance)) best = { index, distance };
  }
  if (best === null) return null;
  const [before, after] = [text.slice(0, best.index).trimEnd(), text.slice(best.index).trimStart()];
  if (before === "" || after === "") return null;
  const middle = Math.min(Math.max(edge, x + 1), x + width - 1);
  return [
    { ...fragment, text: before, width: middle - 1 - x },
    { ...fragment, text: after, x: middle + 1, width: x + width - middle - 1 },
  ];
};

/**
 * Words of neighbouring cells come as one fragment where they nearly touch: divides them at the lines between
 * the cells.
 */
export const splitAtRules = (fragments: readonly Fragment[], rules: readonly Rule[]): Fragment[] => {
  const verticals = rules.filter(({ isHorizontal }) => !isHorizontal).toSorted((a, b) => a.at - b.at);
  return fragments.flatMap((fragment) => {
    const parts: Fragment[] = [fragment];
    for (const { at, from, to } of verticals) {
      const last = parts.at(-1);
      if (last === undefined) break;
      const middle = last.y - last.size * 0.35;
      const crosses =
        at > last.x + last.size * LEAN &&
        at < last.x + last.width - last.size * LEAN &&
        middle > from &&
        middle < to;
      const split = crosses ? splitAt(last, at) : null;
      if (split !== null) parts.splice(-1, 1, ...split);
    }
    return parts;
  });
};
