import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toChineseNumeral } from "../policy/chinese-numerals.ts";
import type { Clause } from "../policy/clause.ts";
import { AddressIndex } from "../retrieval/address-index.ts";
import { readAddresses } from "../retrieval/clause-address.ts";
import { findByAddress } from "../retrieval/find-address.ts";
import { parsedTree } from "./parsed-tree-fixture.ts";

const FORMS = [
  "第#编 第#部分 第#章 第#节 第#条 第#款 第#项 第#点 第#目 第（#）项 附件# 附表# “——”第#项 第#段 （#）",
  "第#条之一 第#.#条 第#.#.#条 最后一条 最后一章 最后一款 最后一项 倒数第#条 倒数第#项 最后一段",
].flatMap((forms) => forms.split(" "));
const SORTS = "第#编 第#章 第#节 第#条 第#条之一 #、 （#） @. （@） @ @.@ 附件@ 款 段 ——".split(" ");

const stepTo = (most: number): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.constantFrom(...FORMS),
      fc.array(fc.integer({ min: 1, max: most }), { minLength: 3, maxLength: 3 }),
    )
    .map(([form, numbers]) => {
      let at = 0;
      return form.replaceAll("#", () => String(numbers[at++] ?? 1));
    });
const addressesTo = (most: number) =>
  fc
    .array(stepTo(most), { minLength: 1, maxLength: 3 })
    .map((steps) => readAddresses(`${steps.join("")}怎么规定？`));

/** Clauses of any sort below any other, so few that a document seldom has a number twice. */
const anySort = fc
  .constantFrom(...SORTS)
  .chain((sort) => fc.integer({ min: 1, max: 4 }).map((number) => ({ sort, number })));
const clauseOf = (sort: string, number: number, children: readonly Clause[]): Clause => {
  const chinese = toChineseNumeral(number);
  const isText = sort === "款" || sort === "段";
  const labels: Readonly<Record<string, string>> = { 款: `第${chinese}款`, 段: `第${number}段` };
  return {
    clauseId: `${sort} ${number}`,
    kind: isText ? "paragraph" : sort.includes("条") ? "article" : sort === "——" ? "dash" : "numbered",
    marker: isText ? null : sort.replaceAll("#", chinese).replaceAll("@", String(number)),
    label: labels[sort] ?? `“——”第${number}项`,
    heading: null,
    start: 0,
    end: 0,
    wholeEnd: 0,
    children,
  };
};
const clausesOfDepth = (depth: number): fc.Arbitrary<Clause[]> =>
  depth === 0
    ? fc.constant([])
    : fc.array(
        fc
          .tuple(anySort, clausesOfDepth(depth - 1))
          .map(([{ sort, number }, children]) => clauseOf(sort, number, children)),
        { maxLength: 3 },
      );

describe("an index of all addresses", () => {
  it.each([
    ["as they are read", parsedTree, 14, 20, 30],
    ["of any sorts below one another", clausesOfDepth(3), 4, 500, 500],
  ])("finds what looking through every document finds, with clauses %s", (_how, trees, most, runs, least) => {
    let hits = 0;
    fc.assert(
      fc.property(
        fc.array(trees, { minLength: 1, maxLength: 4 }),
        fc.array(addressesTo(most), { minLength: 20, maxLength: 20 }),
        (read, questions) => {
          const documents = read.map((clauses, nth) => ({ documentId: `d${nth}`, clauses }));
          const index = new AddressIndex();
          for (const document of documents.toReversed()) index.add(document);
          for (const address of questions.flat()) {
            const expected = documents.flatMap(({ documentId, clauses }) =>
              findByAddress(clauses, address).map(({ clause }) => ({
                documentId,
                clauseId: clause.clauseId,
              })),
            );
            hits += expected.length;
            expect(index.find(address, expected.length)).toEqual(expected);
            if (expected.length > 0) expect(index.find(address, expected.length - 1)).toBeNull();
          }
        },
      ),
      { numRuns: runs, endOnFailure: true },
    );
    expect(hits).toBeGreaterThan(least);
  });

  it.each([
    ["第1章第2节", [clauseOf("第#章", 1, [clauseOf("@.", 2, [])])], "@. 2"],
    ["第1章第2节", [clauseOf("第#章", 1, [clauseOf("（#）", 5, []), clauseOf("（#）", 6, [])])], "（#） 6"],
    ["第1条第2款", [clauseOf("第#条", 1, [clauseOf("款", 2, [])])], "款 2"],
    ["第1条第1款", [clauseOf("第#条", 1, [clauseOf("（#）", 3, [])])], "第#条 1"],
    ["第2条之一", [clauseOf("第#条", 2, []), clauseOf("第#条之一", 2, [])], "第#条之一 2"],
    ["倒数第1条", [clauseOf("第#条", 2, [])], "第#条 2"],
  ])("finds %s, which the document counts in another way", (spoken, clauses, clauseId) => {
    const index = new AddressIndex();
    index.add({ documentId: "d", clauses });
    const found = readAddresses(`${spoken}怎么规定？`).map((address) => index.find(address, 20));
    expect(found).toEqual([[{ documentId: "d", clauseId }]]);
  });
});
