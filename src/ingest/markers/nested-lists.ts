import type { ParagraphRole } from "./classify-paragraphs.ts";
import type { IsAbove } from "./family-order.ts";
import type { MarkerFamily } from "./marker.ts";

/** How far ahead the outer list is looked for, in paragraphs. */
const REACH = 400;

/** Whether, after the list that counts from 1 at `from`, its family goes on with the number after `outer`. */
const outerGoesOn = (
  roles: readonly ParagraphRole[],
  from: number,
  family: MarkerFamily,
  outer: number,
  isAbove: IsAbove,
): boolean => {
  let inner = 1;
  for (let index = from + 1; index < Math.min(roles.length, from + REACH); index += 1) {
    const role = roles[index];
    if (role?.kind === "attachment" || role?.kind === "enclosed-title") return false;
    if (role?.kind !== "marked") continue;
    const { read } = role;
    if (read.family.name !== family.name) {
      if (isAbove(read.family, family)) return false;
      continue;
    }
    if (read.match.number === inner + 1) inner += 1;
    else return read.match.number === outer + 1;
  }
  return false;
};

/**
 * Lists that count from 1 inside an item of their own family: （一）（二）（三）〔（一）（二）〕（四）. A list is nested where
 * the outer one goes on after it with its next number; otherwise the number is merely repeated.
 *
 * @returns the indices of the paragraphs with which nested lists begin.
 */
export const findNestedLists = (roles: readonly ParagraphRole[], isAbove: IsAbove): ReadonlySet<number> => {
  const nested = new Set<number>();
  /** The lists that are open, outermost first, each with its last number. */
  let open: { readonly family: MarkerFamily; number: number }[] = [];
  roles.forEach((role, index) => {
    if (role.kind === "attachment" || role.kind === "enclosed-title") open = [];
    if (role.kind !== "marked" || role.read.match.path !== undefined) return;
    const { family, match } = role.read;
    const { number } = match;
    if (family.rank !== null || number === null) {
      if (family.rank !== null) open = [];
      return;
    }
    const continued = open.findLastIndex(
      (list) => list.family.name === family.name && list.number + 1 === number,
    );
    const same = open.findIndex((list) => list.family.name === family.name);
    const outer = open[same];
    if (continued !== -1) open.length = continued;
    else if (
      outer !== undefined &&
      number === 1 &&
      outer.number > 1 &&
      outerGoesOn(roles, index, family, outer.number, isAbove)
    ) {
      nested.add(index);
    } else if (same === -1) {
      const ended = open.findIndex((list) => !isAbove(list.family, family));
      if (ended !== -1) open.length = ended;
    } else open.length = same;
    open.push({ family, number });
  });
  return nested;
};
