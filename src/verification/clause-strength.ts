import type { AlignedClause, Clause } from "./aligned-clauses.ts";
import type { StrengthLock } from "./strength-locks.ts";
import { STRENGTH_LOCKS } from "./strength-locks.ts";

const marks = (clause: Clause, isStated: boolean): Set<StrengthLock> =>
  new Set(STRENGTH_LOCKS.filter(({ quoted, stated }) => (isStated ? stated : quoted).test(clause.text)));

/** For each clause, its own locks and those that reach into it from the clauses before it in its sentence. */
const strengths = (
  clauses: readonly Clause[],
  isStated: boolean,
): { readonly own: ReadonlySet<StrengthLock>; readonly reached: ReadonlySet<StrengthLock> }[] => {
  let reached = new Set<StrengthLock>();
  let sentence = -1;
  return clauses.map((clause) => {
    if (clause.sentence !== sentence) reached = new Set();
    sentence = clause.sentence;
    const own = marks(clause, isStated);
    const before = reached;
    const reaching = [...own].filter((each) => each.reaches);
    if (reaching.length > 0) reached = new Set(reaching);
    return { own, reached: before };
  });
};

/**
 * Names of the locks that a rewording breaks: what obliges, allows, encourages, narrows or denies in a clause of
 * the statement and not in the clauses it is worded from, or the other way round.
 */
export const brokenStrengths = (aligned: readonly AlignedClause[], quoted: readonly Clause[]): string[] => {
  const stated = strengths(
    aligned.map(({ clause }) => clause),
    true,
  );
  const sources = strengths(quoted, false);
  return aligned.flatMap(({ clause, words, from }, at) => {
    if (words.length === 0) return [];
    // 会得到支持, 受到鼓励: a clause without words of its own belongs to those before it.
    const trailing = aligned.findIndex((other, place) => place > at && other.words.length > 0);
    const joined = stated.slice(at + 1, trailing < 0 ? undefined : trailing).flatMap(({ own }) => [...own]);
    const later = stated
      .slice(at + 1)
      .filter((_, place) => aligned[at + 1 + place]?.clause.sentence === clause.sentence)
      .flatMap(({ own }) => [...own].filter((each) => each.reaches));
    const mine = stated[at];
    if (mine === undefined) return [];
    const own = new Set([...mine.own, ...joined]);
    const around = new Set([...own, ...mine.reached, ...later]);
    const used = from.flatMap((index) => {
      const source = sources[index];
      return source === undefined ? [] : [source];
    });
    const added = [...own].filter(
      (each) =>
        !each.mayAdd &&
        !used.some(({ own: theirs, reached }) => theirs.has(each) || (each.reaches && reached.has(each))),
    );
    const [main] = used;
    const dropped = [...(main?.own ?? [])].filter((each) => !each.mayDrop && !around.has(each));
    return [...added.map(({ name }) => `+${name}`), ...dropped.map(({ name }) => `-${name}`)];
  });
};
