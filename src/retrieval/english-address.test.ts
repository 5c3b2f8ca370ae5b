import { expect, it } from "vitest";
import { withChineseAddresses } from "./english-address.ts";
import { readAddresses } from "./clause-address.ts";

it.each([
  ["What does article 47 say?", "第47条"],
  ["paragraph 2 of Article 5", "第5条第2款"],
  ["Chapter 3, article 12", "第3章第12条"],
  ["item (3) in article 8", "第8条第3项"],
])("%s names %s", (question, address) => {
  expect(withChineseAddresses(question)).toContain(address);
  expect(readAddresses(withChineseAddresses(question))).toHaveLength(1);
});

it("leaves words without numbers and years alone", () => {
  for (const question of ["Which part of the plan?", "the articles of association in 2015", "item 2024"])
    expect(withChineseAddresses(question)).toBe(question);
});
