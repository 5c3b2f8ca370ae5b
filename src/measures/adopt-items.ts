import type { Clause } from "../policy/clause.ts";

const ITEMS: ReadonlySet<Clause["kind"]> = new Set(["numbered", "dash"]);

/** Paragraphs below the last item of a list that stand behind the list, not in the item: the other items have none. */
const splitTrailing = (
  items: readonly Clause[],
): { readonly items: Clause[]; readonly trailing: Clause[] } => {
  const last = items.at(-1);
  const others = items.slice(0, -1);
  if (last === undefined || others.length === 0) return { items: [...items], trailing: [] };
  const from = last.children.findIndex(({ kind }) => kind === "paragraph");
  const isAlone = others.every(({ children }) => children.length === 0);
  if (from < 0 || !isAlone) return { items: [...items], trailing: [] };
  const kept = last.children.slice(0, from);
  const wholeEnd = kept.at(-1)?.wholeEnd ?? last.end;
  return { items: [...others, { ...last, children: kept, wholeEnd }], trailing: last.children.slice(from) };
};

/**
 * A clause tree as its sentences mean it: items behind a paragraph that announces them (…应同时具备：) are its children, and
 * a paragraph behind a list stands beside the list. Ids and offsets stay; spans of whole clauses follow.
 */
export const adoptItems = (text: string, clauses: readonly Clause[]): Clause[] => {
  const adopted: Clause[] = [];
  let at = 0;
  while (at < clauses.length) {
    const clause = clauses[at];
    if (clause === undefined) break;
    at += 1;
    const announces =
      clause.kind === "paragraph" &&
      clause.children.length === 0 &&
      /[：:]\s*$/.test(text.slice(clause.start, clause.end));
    let items: Clause[] = [];
    if (announces) {
      const first = clauses[at];
      while (at < clauses.length) {
        const next = clauses[at];
        if (next === undefined || next.kind !== first?.kind || !ITEMS.has(next.kind)) break;
        items.push(next);
        at += 1;
      }
    }
    const below = splitTrailing(items.length > 0 ? items : clause.children);
    items = adoptItems(text, below.items);
    if (announces && items.length > 0) {
      adopted.push({ ...clause, children: items, wholeEnd: items.at(-1)?.wholeEnd ?? clause.wholeEnd });
      adopted.push(...adoptItems(text, below.trailing));
    } else adopted.push({ ...clause, children: [...items, ...adoptItems(text, below.trailing)] });
  }
  return adopted;
};
