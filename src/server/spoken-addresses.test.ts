import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Clause } from "../policy/clause.ts";
import { walkClauses } from "../policy/clause.ts";
import { readAddresses } from "../retrieval/clause-address.ts";
import { findByAddress } from "../retrieval/find-address.ts";
import { parsedTree } from "./parsed-tree-fixture.ts";

/** How a person names one clause below the one before: 第五条, 第二款, 第（三）项, 第1目; null where nobody would. */
const spokenStep = (clause: Clause, parent: Clause | undefined): string | null => {
  const marker = (clause.marker ?? "").normalize("NFKC");
  if (clause.kind === "paragraph")
    return parent?.kind === "article" ? (/第[^第]+款$/.exec(clause.label)?.[0] ?? null) : null;
  if (clause.kind === "article" || clause.kind === "attachment" || marker.startsWith("第")) return marker;
  if (/^\([一二三四五六七八九十]+\)$/.test(marker)) {
    const isFirst = /第一款（|第一款\(/.test(clause.label) && parent?.kind === "article";
    return `${isFirst ? "第一款" : ""}第${marker}项`;
  }
  if (/^\d+(\.\d+)+$/.test(marker)) return `第${marker}条`;
  if (/^\d+\.$/.test(marker) && parent !== undefined && /^[（(]/.test(parent.marker ?? ""))
    return `第${marker.slice(0, -1)}目`;
  return null;
};

/** The whole address of a clause; a decimal states its own place. */
const spokenAddress = (clause: Clause, ancestors: readonly Clause[]): string | null => {
  const trail = [...ancestors, clause].filter(({ kind }) => kind !== "title");
  const steps = trail.map((each, index) => spokenStep(each, trail[index - 1]));
  const own = steps.at(-1) ?? null;
  if (own === null || steps.includes(null)) return null;
  return /^第[\d.]+条$/.test(own) && own.includes(".")
    ? `${steps.find((step) => step?.startsWith("附") === true) ?? ""}${own}`
    : steps.join("");
};

describe("a spoken address", () => {
  it("finds the clause that it names, in statutes, decimals and attachments", () => {
    let spoken = 0;
    fc.assert(
      fc.property(parsedTree, (clauses) => {
        for (const { clause, ancestors } of walkClauses(clauses)) {
          const address = spokenAddress(clause, ancestors);
          if (address === null) continue;
          spoken += 1;
          const found = readAddresses(`${address}怎么规定的？`).flatMap((steps) =>
            findByAddress(clauses, steps),
          );
          expect({ address, found: found.map((place) => place.clause.clauseId) }).toEqual({
            address,
            found: expect.arrayContaining([clause.clauseId]),
          });
        }
      }),
      { numRuns: 150, endOnFailure: true },
    );
    expect(spoken).toBeGreaterThan(1000);
  });
});
