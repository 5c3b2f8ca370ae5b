import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { docxExtractor } from "./extractors/docx.ts";
import type { Extractor } from "./extractors/extractor.ts";
import { htmlExtractor } from "./extractors/html.ts";
import { normalise } from "./normalise.ts";
import { parseClauses } from "./parse-clauses.ts";
import { mixedTree } from "./tree-fixtures/mixed-tree.ts";
import type { RandomTree } from "./tree-fixtures/random-tree.ts";
import { simpleTree } from "./tree-fixtures/random-tree.ts";
import { comparable, treeOf } from "./tree-fixtures/tree-clause.ts";
import type { TreeClause } from "./tree-fixtures/tree-clause.ts";
import { numberedDocx, typedDocx } from "./tree-fixtures/write-tree-docx.ts";
import { treePage } from "./tree-fixtures/write-tree-html.ts";
import type { PageStyle } from "./tree-fixtures/write-tree-html.ts";

/** How many trees of each kind; `npm run test:trees` asks for more. */
const RUNS = Number(process.env["TREE_RUNS"] ?? 60);

/** A page shows any blanks as one. */
const withOneBlank = (clauses: readonly TreeClause[]): TreeClause[] =>
  clauses.map((clause) => ({
    ...clause,
    text: clause.text.replaceAll(/[ \t]+/g, " "),
    children: withOneBlank(clause.children),
  }));

const readBack = async (extractor: Extractor, bytes: Uint8Array) => {
  const extracted = await extractor.extract(bytes);
  const normalised = normalise(extracted.text, extracted.lines);
  const parsed = parseClauses(normalised, "doc", normalised.paragraphs[0] ?? null);
  return {
    tree: withOneBlank(treeOf(normalised.text, parsed.clauses)),
    issues: [...extracted.issues, ...parsed.issues],
  };
};

const pageStyle: fc.Arbitrary<PageStyle> = fc.record({
  container: fc.constantFrom<PageStyle["container"][]>(
    "main",
    "article",
    'div class="TRS_Editor"',
    'div id="UCAP-CONTENT"',
  ),
  indent: fc.constantFrom<PageStyle["indent"][]>("", "　　", "&emsp;&emsp;", "\n    "),
  title: fc.constantFrom<PageStyle["title"][]>("p", "h1", "h1 outside"),
  headings: fc.boolean(),
});

interface WrittenFile {
  readonly tree: RandomTree;
  readonly bytes: Uint8Array;
}

const asTypedDocx = (trees: fc.Arbitrary<RandomTree>): fc.Arbitrary<WrittenFile> =>
  trees.map((tree) => ({ tree, bytes: typedDocx(tree) }));
const asNumberedDocx = (trees: fc.Arbitrary<RandomTree>): fc.Arbitrary<WrittenFile> =>
  trees.map((tree) => ({ tree, bytes: numberedDocx(tree) }));
const asPage = (trees: fc.Arbitrary<RandomTree>): fc.Arbitrary<WrittenFile> =>
  fc.tuple(trees, pageStyle).map(([tree, style]) => ({ tree, bytes: Buffer.from(treePage(tree, style)) }));

describe.each([
  ["Word document with typed markers", docxExtractor, asTypedDocx],
  ["Word document that numbers itself", docxExtractor, asNumberedDocx],
  ["web page", htmlExtractor, asPage],
])("a clause tree written as a %s", (_, extractor, written) => {
  it.each([
    ["every numbering family", simpleTree],
    ["contents, attachments, enclosed rules and quoted provisions", mixedTree],
  ])("is read back as it was, with %s", async (_parts, trees) => {
    await fc.assert(
      fc.asyncProperty(written(trees), async ({ tree, bytes }) => {
        const read = await readBack(extractor, bytes);
        expect(read).toEqual({ tree: withOneBlank(comparable(tree.clauses)), issues: [] });
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
  });
});
