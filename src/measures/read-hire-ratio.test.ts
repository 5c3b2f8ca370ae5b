import { describe, expect, it } from "vitest";
import { readHireRatio } from "./read-hire-ratio.ts";
import { conditionsOf } from "./requirement.ts";

const USUAL = "新招用重点群体人数达到现有在职职工人数的10%以上";

const testsOf = (text: string) => {
  const read = readHireRatio(text, 0, text.length);
  return read === null ? null : conditionsOf(read.requirement).map(({ test }) => test);
};
const number = (field: string, range: object) => ({ kind: "number", field, range });

describe("how many of the staff are newly hired", () => {
  it.each([
    `${USUAL}（职工超过100人的，达到5%以上）`,
    `${USUAL}（超过100人的企业达到5%）`,
    `${USUAL}（其中职工人数超过100人的小微企业，应达到5%以上）`,
    `${USUAL}，超过100人的达到5%`,
  ])("is less for the larger ones alone: %s", (text) => {
    expect(testsOf(text)).toMatchObject([
      number("employees", { max: 100, maxOpen: false }),
      number("hireRatio", { min: 10 }),
      number("employees", { min: 100, minOpen: true }),
      number("hireRatio", { min: 5 }),
    ]);
  });

  it("counts the bound to the larger ones where the text includes it", () => {
    expect(testsOf(`${USUAL}（职工100人以上的，达到5%）`)).toMatchObject([
      number("employees", { max: 100, maxOpen: true }),
      number("hireRatio", { min: 10 }),
      number("employees", { min: 100, minOpen: false }),
      number("hireRatio", { min: 5 }),
    ]);
  });

  it("is the same for all where the text says so", () => {
    expect(testsOf(USUAL)).toMatchObject([number("hireRatio", { min: 10 })]);
  });
});
