import fc from "fast-check";
import { normalise } from "../ingest/normalise.ts";
import { parseClauses } from "../ingest/parse-clauses.ts";
import { mixedTree } from "../ingest/tree-fixtures/mixed-tree.ts";
import { simpleTree } from "../ingest/tree-fixtures/random-tree.ts";
import { LINE_STYLES, printedParagraphs, writeParagraphs } from "../ingest/tree-fixtures/write-tree.ts";

/** The clauses that a random document is read as. */
export const parsedTree = fc.oneof(simpleTree, mixedTree).map((tree) => {
  const [style] = LINE_STYLES;
  const source = style === undefined ? "" : writeParagraphs(printedParagraphs(tree), style);
  const normalised = normalise(source);
  return parseClauses(normalised, "doc", normalised.paragraphs[0] ?? null).clauses;
});
