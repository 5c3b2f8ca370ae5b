import { describe, expect, it } from "vitest";
import type { Clause } from "../../src/policy/clause.ts";
import { deepestClausesOf } from "./deepest-clauses.ts";

const text = "一、人才\n1.给予补助。\n2.提供 住房。\n二、资金\n1.给予补助。";

const clause = (clauseId: string, own: string, from: number, children: readonly Clause[] = []): Clause => {
  const start = text.indexOf(own, from);
  const end = start + own.length;
  const wholeEnd = children.at(-1)?.wholeEnd ?? end;
  return {
    clauseId,
    kind: "numbered",
    marker: null,
    label: own,
    heading: null,
    start,
    end,
    wholeEnd,
    children,
  };
};

const second = text.indexOf("二、");
const find = deepestClausesOf({
  text,
  clauses: [
    clause("one", "一、人才", 0, [clause("one.1", "1.给予补助。", 0), clause("one.2", "2.提供 住房。", 0)]),
    clause("two", "二、资金", second, [clause("two.1", "1.给予补助。", second)]),
  ],
});

describe("the deepest clauses that hold a snippet", () => {
  it("are those below, not the headings above them", () => {
    expect(find("提供住房")).toEqual(["one.2"]);
  });

  it("are all places where it stands", () => {
    expect(find("给予补助")).toEqual(["one.1", "two.1"]);
  });

  it("are the clause above for a snippet across two, and the heading's own for its words", () => {
    expect(find("给予补助。2.提供")).toEqual(["one"]);
    expect(find("资金")).toEqual(["two"]);
  });

  it("are none where it does not stand", () => {
    expect(find("罚款")).toEqual([]);
  });
});
