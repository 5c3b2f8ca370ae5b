import { decimal, readBareNumber } from "./decimal-numbers.ts";
import type { ReadMarker } from "./marker.ts";

/** Whether `path` may follow `last` in a document numbered 1, 1.1, 1.1.1: a first child, or the next at any level. */
const follows = (path: readonly number[], last: readonly number[]): boolean => {
  let same = 0;
  while (same < path.length && same < last.length && path[same] === last[same]) same += 1;
  const rest = path.slice(same);
  // Below what stands in common each level goes one on, and what is deeper begins at 1.
  if (same === last.length) return rest.length > 0 && rest.every((number) => number === 1);
  return rest[0] === (last[same] ?? 0) + 1 && rest.slice(1).every((number) => number === 1);
};

/**
 * Tells the decimals that number the document from amounts that begin a line (3.5亿元): each must follow the one
 * before it. Where there are such, a bare number before a title (1 总则) is the level above.
 *
 * @param isOpen whether a paragraph may begin a clause at all.
 * @returns the readings, with amounts taken out and bare numbers put in.
 */
export const acceptDecimals = (
  texts: readonly string[],
  readings: readonly (ReadMarker | null)[],
  isOpen: (index: number) => boolean,
): (ReadMarker | null)[] => {
  const paths = new Set(
    readings.flatMap((read) => (read?.match.path === undefined ? [] : [read.match.path.join(".")])),
  );
  if (paths.size === 0) return [...readings];
  let last: readonly number[] = [];
  return readings.map((read, index) => {
    if (!isOpen(index)) return null;
    const text = texts[index] ?? "";
    if (read !== null && read.family.name === "arabic-dot") {
      const number = read.match.number ?? 0;
      // 1. with 1.1 below it stands at the level of a bare 1.
      if (paths.has(`${number}.1`) && follows([number], last)) last = [number];
      return read;
    }
    if (read !== null && read.family.name !== "decimal") {
      // Sections numbered otherwise may begin their decimals again.
      const number = read.match.number ?? 0;
      if (read.family.rank !== null || read.family.order < decimal.order) last = number > 0 ? [number] : last;
      return read;
    }
    const match = read?.match ?? (/^[0-9０-９]/.test(text) ? readBareNumber(text) : null);
    if (match?.path === undefined) return null;
    const { path } = match;
    if (path.length === 1 && !paths.has(`${path[0] ?? 0}.1`)) return null;
    const isSpaced = match.length > match.marker.length;
    const parent = path.slice(0, -1);
    // A number that was skipped is reported later; here it must at least stand below an open one.
    const isBelow =
      isSpaced &&
      parent.every((number, at) => number === last[at]) &&
      (parent.length > 0 || (path[0] ?? 0) > (last[0] ?? 0));
    // A section or an attachment may count from 1 again.
    const begins = path.every((number) => number === 1) && (last.length === 0 || isSpaced);
    if (!follows(path, last) && !isBelow && !begins) return null;
    last = path;
    return { family: decimal, match };
  });
};
