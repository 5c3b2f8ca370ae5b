import { describe, expect, it } from "vitest";
import { preferredLanguage } from "./language.ts";

describe("preferredLanguage", () => {
  it.each([
    [undefined, "zh"],
    ["*", "zh"],
    ["zh-CN,zh;q=0.9,en;q=0.8", "zh"],
    ["en-US,en;q=0.9", "en"],
    ["en-US,en;q=0.9,zh-CN;q=0.8", "en"],
    ["zh-CN, en", "zh"],
    ["fr, en;q=0.3", "en"],
    ["en;q=nonsense", "zh"],
  ])("%s → %s", (header, language) => {
    expect(preferredLanguage(header)).toBe(language);
  });
});
