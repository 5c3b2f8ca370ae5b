import { expect, it } from "vitest";
import { withChineseAddresses } from "./english-address.ts";
import { readAddresses } from "./clause-address.ts";

it.each([
  ["What does article 47 say?", "第47条"],
  ["paragraph 2 of Article 5", "第5条第2款"],
  ["Chapter 3, article 12", "第3章第12条"],
  ["item (3) in article 8", "第8条第3项"],
  ["article 1198 of the Civil Code", "第1198条"],
  ["item 2 of article 1200", "第1200条第2项"],
])("%s names %s", (question, address) => {
  expect(withChineseAddresses(question)).toContain(address);
  expect(readAddresses(withChineseAddresses(question))).toHaveLength(1);
});

it("leaves words without numbers, years and decimals alone", () => {
  for (const question of [
    "Which part of the plan?",
    "the articles of association in 2015",
    "item 2024",
    "section 3.2",
  ])
    expect(withChineseAddresses(question)).toBe(question);
});
