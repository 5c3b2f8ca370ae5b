import type { StatementDraft } from "./draft.ts";

/** A statement with the items of the list that it announces: shown as a whole, or not at all. */
export type ListUnit = readonly [StatementDraft, ...StatementDraft[]];

/** Parts statements into units. An item at the very beginning, which nothing announces, is one of its own. */
export const unitsOf = (statements: readonly StatementDraft[]): ListUnit[] => {
  const units: [StatementDraft, ...StatementDraft[]][] = [];
  for (const statement of statements) {
    const open = units.at(-1);
    if (statement.isItem === true && open !== undefined) open.push(statement);
    else units.push([statement]);
  }
  return units;
};

/**
 * The statements of units in their order, nothing twice: a statement that is also an item of a list stands there
 * alone, a list that is announced twice stands once, and no list loses its announcement or an item.
 */
export const withoutRepetition = (units: readonly ListUnit[]): StatementDraft[] => {
  const heads = new Set<string>();
  const distinct = units.filter(([head]) => {
    if (heads.has(head.text)) return false;
    heads.add(head.text);
    return true;
  });
  const items = new Set(distinct.flatMap(([, ...rest]) => rest.map(({ text }) => text)));
  return distinct.filter(([head, ...rest]) => rest.length > 0 || !items.has(head.text)).flat();
};
