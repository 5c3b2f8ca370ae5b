import type { MarkerFamily, ReadMarker } from "./marker.ts";

/** Whether, in one document, clauses of `upper` contain clauses of `lower`. */
export type IsAbove = (upper: MarkerFamily, lower: MarkerFamily) => boolean;

const byCustom: IsAbove = (upper, lower) => {
  if (upper.rank !== null && lower.rank !== null) return upper.rank < lower.rank;
  if (upper.rank !== null || lower.rank !== null) return upper.rank !== null;
  return upper.order < lower.order;
};

/**
 * Decides how the numbering families of a document nest. Custom says 一、 > （一） > 1. > （1） > ①; a document that
 * does it the other way shows it: the family that custom puts lower comes first, and goes on with its next number
 * after the other one has counted from 1 below it, while the reverse never happens.
 */
export const familyOrder = (readings: readonly (ReadMarker | null)[]): IsAbove => {
  const free = readings.flatMap((read) =>
    read !== null && read.family.rank === null && read.match.number !== null && read.family.name !== "dash"
      ? [read]
      : [],
  );
  const firstSeen = new Map<string, number>();
  /** `outer inner`: how often `inner` counted from 1 between two successive numbers of `outer`. */
  const counted = new Map<string, number>();
  const last = new Map<string, number>();
  const startedSince = new Map<string, Set<string>>();
  free.forEach(({ family, match }, index) => {
    const { name } = family;
    const number = match.number ?? 0;
    if (!firstSeen.has(name)) firstSeen.set(name, index);
    if (number > 1 && number === (last.get(name) ?? 0) + 1) {
      for (const inner of startedSince.get(name) ?? []) {
        counted.set(`${name} ${inner}`, (counted.get(`${name} ${inner}`) ?? 0) + 1);
      }
    }
    if (number === 1) {
      for (const [outer, started] of startedSince) if (outer !== name) started.add(name);
    }
    last.set(name, number);
    startedSince.set(name, new Set());
  });
  const isInverted = (customUpper: MarkerFamily, customLower: MarkerFamily): boolean =>
    (firstSeen.get(customLower.name) ?? 0) < (firstSeen.get(customUpper.name) ?? 0) &&
    (counted.get(`${customLower.name} ${customUpper.name}`) ?? 0) > 0 &&
    (counted.get(`${customUpper.name} ${customLower.name}`) ?? 0) === 0;
  return (upper, lower) => {
    if (upper.rank !== null || lower.rank !== null || upper.name === lower.name)
      return byCustom(upper, lower);
    return byCustom(upper, lower) ? !isInverted(upper, lower) : isInverted(lower, upper);
  };
};
