import { describe, expect, it } from "vitest";
import { parseCliOptions } from "./cli-options.ts";

describe("parseCliOptions", () => {
  it("runs the project's own cases against a server of its own by default", () => {
    expect(parseCliOptions([])).toEqual({
      target: null,
      casesFile: "eval/cases/seeds.jsonl",
      reportFolder: "eval/reports",
      keptAside: "exclude",
      json: false,
      filter: null,
      asOf: null,
      documents: [],
      mode: "run",
    });
  });
  it("reads what is given", () => {
    expect(
      parseCliOptions([
        "--target",
        "http://localhost:9",
        "--only-kept-aside",
        "--as-of",
        "2026-02-01",
        "--json",
      ]),
    ).toMatchObject({ target: "http://localhost:9", keptAside: "only", asOf: "2026-02-01", json: true });
    expect(parseCliOptions(["--include-kept-aside"])).toMatchObject({ keptAside: "include" });
  });
  it.each([
    [["--target", "localhost"]],
    [["--target", "file:///etc/passwd"]],
    [["--as-of", "2026-02"]],
    [["--nothing"]],
  ])("refuses %j", (args) => {
    expect(() => parseCliOptions(args)).toThrow(/npm run eval/);
  });
});
