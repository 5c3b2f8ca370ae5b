import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readThresholds } from "./thresholds.ts";

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "zhengwen-thresholds-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const read = (text: string) => {
  const file = join(folder, "thresholds.json");
  writeFileSync(file, text);
  return readThresholds(file);
};

describe("readThresholds", () => {
  it("reads bounds of metrics and of latency", () => {
    expect(read('{"evidenceRecall": {"min": 0.9}, "latencyP95Ms": {"max": 500}}')).toEqual({
      evidenceRecall: { min: 0.9 },
      latencyP95Ms: { max: 500 },
    });
    expect(readThresholds(new URL("thresholds.json", import.meta.url))).toHaveProperty("evidenceRecall");
  });
  it.each([
    [
      "a name that no metric has",
      '{"evidenceRecal": {"min": 0.9}}',
      /no such metric; there are .*evidenceRecall/,
    ],
    ["a bound of neither side", '{"evidenceRecall": {}}', /needs min or max/],
    ["what is not JSON", "{", /Wrong thresholds in .*JSON/],
  ])("refuses %s", (_, text, message) => {
    expect(() => read(text)).toThrow(message);
  });
});
