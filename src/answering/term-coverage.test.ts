import { describe, expect, it } from "vitest";
import { coverage, termPresence } from "./term-coverage.ts";

const term = (text: string, synonyms: readonly string[] = []) => ({
  text,
  synonyms,
  weight: 1,
  frequency: 1,
  isOfficial: false,
  isNoun: true,
});

describe("terms in a text", () => {
  it("stand there as such: a deputy is somebody else", () => {
    expect(termPresence(term("总指挥"), "总指挥:主要负责人")).toBe(1);
    expect(termPresence(term("总指挥"), "副总指挥:分管负责人")).toBeLessThan(1);
    expect(termPresence(term("总指挥"), "副总指挥协助总指挥工作")).toBe(1);
    expect(termPresence(term("副总指挥"), "副总指挥:分管负责人")).toBe(1);
  });

  it("count less by a synonym, and by parts", () => {
    expect(termPresence(term("社团", ["社会团体"]), "社会团体要整改")).toBe(0.9);
    expect(coverage([term("社团", ["社会团体"]), term("汽车")], "社会团体要整改")).toBeCloseTo(0.45);
    expect(coverage([], "任何文字")).toBe(0);
  });
});
