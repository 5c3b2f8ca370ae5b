import { arabicComma, arabicDot, arabicParenthesis, arabicRightParenthesis } from "./arabic-enumerations.ts";
import type { MarkerFamily, ReadMarker } from "./marker.ts";

const PAIRS: readonly (readonly [MarkerFamily, MarkerFamily])[] = [
  [arabicDot, arabicComma],
  [arabicParenthesis, arabicRightParenthesis],
];

/**
 * Whether two styles of one numbering are used as one (1. 2、 3.): numbers go on from the other style more often than
 * from their own. In a document that nests one in the other each goes on from itself.
 */
const areMixed = (readings: readonly (ReadMarker | null)[], first: string, second: string): boolean => {
  const last = new Map<string, number>();
  let fromOther = 0;
  let fromOwn = 0;
  for (const read of readings) {
    const number = read?.match.number ?? null;
    if (read === null || number === null) continue;
    const { name } = read.family;
    if (name !== first && name !== second) continue;
    const other = name === first ? second : first;
    if (number > 1 && last.get(name) === number - 1) fromOwn += 1;
    else if (number > 1 && last.get(other) === number - 1) fromOther += 1;
    last.set(name, number);
  }
  return fromOther > fromOwn;
};

/** Takes 1. and 1、 (and （1） and 1）) for one family where the document counts them together. */
export const unifyStyles = (readings: readonly (ReadMarker | null)[]): (ReadMarker | null)[] => {
  let unified = [...readings];
  for (const [first, second] of PAIRS) {
    if (!areMixed(unified, first.name, second.name)) continue;
    unified = unified.map((read) => (read?.family.name === second.name ? { ...read, family: first } : read));
  }
  return unified;
};
