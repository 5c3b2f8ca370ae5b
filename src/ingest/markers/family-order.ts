import type { MarkerFamily, ReadMarker } from "./marker.ts";

/** Whether, in one document, clauses of `upper` contain clauses of `lower`. */
export type IsAbove = (upper: MarkerFamily, lower: MarkerFamily) => boolean;

const byCustom: IsAbove = (upper, lower) => {
  if (upper.rank !== null && lower.rank !== null) return upper.rank < lower.rank;
  if (upper.rank !== null || lower.rank !== null) return upper.rank !== null;
  return upper.order < lower.order;
};

/**
 * Families that stand above 第X条, as 一、 does in judicial interpretations: they go on with their next number after an
 * article, where a list inside an article would have ended with it.
 */
const familiesOverArticles = (readings: readonly (ReadMarker | null)[]): ReadonlySet<string> => {
  const last = new Map<string, { readonly number: number; readonly articles: number }>();
  const over = new Map<string, number>();
  let articles = 0;
  for (const read of readings) {
    const number = read?.match.number ?? null;
    if (read === null || number === null) continue;
    const { name, rank } = read.family;
    if (name === "article") articles += 1;
    if (rank !== null) continue;
    const before = last.get(name);
    if (number > 1 && before?.number === number - 1) {
      over.set(name, (over.get(name) ?? 0) + (articles > before.articles ? 1 : -1));
    }
    last.set(name, { number, articles });
  }
  return new Set([...over].flatMap(([name, votes]) => (votes > 0 ? [name] : [])));
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
  const overArticles = familiesOverArticles(readings);
  return (upper, lower) => {
    if (overArticles.has(upper.name) && lower.name === "article") return true;
    if (upper.name === "article" && overArticles.has(lower.name)) return false;
    if (upper.rank !== null || lower.rank !== null || upper.name === lower.name)
      return byCustom(upper, lower);
    return byCustom(upper, lower) ? !isInverted(upper, lower) : isInverted(lower, upper);
  };
};
