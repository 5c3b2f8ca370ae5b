import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalise } from "./normalise.ts";
import { parseClauses } from "./parse-clauses.ts";
import { simpleTree } from "./tree-fixtures/random-tree.ts";
import { treeOf } from "./tree-fixtures/tree-clause.ts";
import { printedParagraphs, styleFor, writeParagraphs } from "./tree-fixtures/write-tree.ts";

/** `npm run test:trees` asks for more. */
const RUNS = Number(process.env["TREE_RUNS"] ?? 150);

const written = simpleTree.chain((tree) =>
  styleFor(tree).map((style) => ({ tree, style, source: writeParagraphs(printedParagraphs(tree), style) })),
);

const readBack = (source: string) => {
  const normalised = normalise(source);
  const parsed = parseClauses(normalised, "doc", normalised.paragraphs[0] ?? null);
  return { tree: treeOf(normalised.text, parsed.clauses), issues: parsed.issues };
};

describe("a clause tree written as text", () => {
  it("is read back as it was", () => {
    fc.assert(
      fc.property(written, ({ tree, source }) => {
        const read = readBack(source);
        expect(read.tree).toEqual(tree.clauses);
        expect(read.issues).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });
});
