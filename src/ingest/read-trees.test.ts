import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalise } from "./normalise.ts";
import { parseClauses } from "./parse-clauses.ts";
import { mixedTree } from "./tree-fixtures/mixed-tree.ts";
import type { RandomTree } from "./tree-fixtures/random-tree.ts";
import { simpleTree } from "./tree-fixtures/random-tree.ts";
import { comparable, treeOf } from "./tree-fixtures/tree-clause.ts";
import type { TreeClause } from "./tree-fixtures/tree-clause.ts";
import { LINE_STYLES, printedParagraphs, styleFor, writeParagraphs } from "./tree-fixtures/write-tree.ts";

/** How many trees; `npm run test:trees` asks for more. */
const RUNS = Number(process.env["TREE_RUNS"] ?? 200);

const written = (trees: fc.Arbitrary<RandomTree>) =>
  trees.chain((tree) =>
    styleFor(tree).map((style) => ({
      tree,
      style: style.name,
      source: writeParagraphs(printedParagraphs(tree), style),
    })),
  );

const readBack = (source: string) => {
  const normalised = normalise(source);
  const parsed = parseClauses(normalised, "doc", normalised.paragraphs[0] ?? null);
  return { tree: treeOf(normalised.text, parsed.clauses), issues: parsed.issues };
};

/** The tree that was written and the one that is read back, without an issue where they are alike. */
const bothWays = ({ tree, source }: { readonly tree: RandomTree; readonly source: string }) => ({
  written: { tree: comparable(tree.clauses), issues: [] },
  read: readBack(source),
});

/** The tree without one child of a list that has at least three, or null where it has no such list. */
const withoutOne = (clauses: readonly TreeClause[]): readonly TreeClause[] | null => {
  for (const [at, clause] of clauses.entries()) {
    const isInner = ["numbered", "article"].includes(clause.kind);
    // Without 第五条之一 no number is missing.
    if (/之/.test(clause.marker ?? "")) continue;
    const neighbours = [clauses[at - 1], clauses[at + 1]];
    if (isInner && clause.children.length === 0 && neighbours.every((each) => each?.kind === clause.kind)) {
      return clauses.toSpliced(at, 1);
    }
    const below = withoutOne(clause.children);
    if (below !== null) return clauses.with(at, { ...clause, children: below });
  }
  return null;
};

describe("a clause tree written as text", () => {
  it("is read back as it was, in every numbering family and however its lines are set", () => {
    fc.assert(
      fc.property(written(simpleTree), (sample) => {
        const both = bothWays(sample);
        expect(both.read).toEqual(both.written);
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
  });

  it("is read back with contents, attachments, enclosed rules and quoted provisions", () => {
    fc.assert(
      fc.property(written(mixedTree), (sample) => {
        const both = bothWays(sample);
        expect(both.read).toEqual(both.written);
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
  });

  it("reports a number that is skipped, and does not repair it", () => {
    const style = LINE_STYLES[0];
    fc.assert(
      fc.property(simpleTree, (tree) => {
        const clauses = withoutOne(tree.clauses);
        fc.pre(clauses !== null && style !== undefined);
        if (clauses === null || style === undefined) return;
        const read = readBack(writeParagraphs(printedParagraphs({ ...tree, clauses }), style));
        expect(read.issues.map(({ code }) => code)).toContain("number_skipped");
        expect(read.tree).toEqual(comparable(clauses));
      }),
      { numRuns: Math.ceil(RUNS / 4), endOnFailure: true },
    );
  });
});
