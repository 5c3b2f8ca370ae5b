import { describe, expect, it } from "vitest";
import { parseCliOptions } from "./cli-options.ts";

describe("parseCliOptions", () => {
  it("runs the project's own cases against a server of its own by default", () => {
    expect(parseCliOptions([])).toEqual({
      target: null,
      model: null,
      judge: null,
      casesFile: "eval/cases/seeds.jsonl",
      reportFolder: "eval/reports",
      thresholdsFile: null,
      keptAside: "exclude",
      json: false,
      filter: null,
      asOf: null,
      documents: [],
      concurrency: 2,
      search: false,
      resume: false,
      compare: null,
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
    expect(
      parseCliOptions(["--target", "openai:http://localhost:9/v1", "--model", "m", "--concurrency", "8"]),
    ).toMatchObject({ target: "openai:http://localhost:9/v1", model: "m", concurrency: 8 });
    expect(parseCliOptions(["--judge", "openai:http://localhost:9/v1", "--judge-model", "j"])).toMatchObject({
      judge: { baseUrl: "http://localhost:9/v1", model: "j" },
    });
    expect(parseCliOptions(["--compare", "a.json", "b.json"])).toMatchObject({
      mode: "compare",
      compare: ["a.json", "b.json"],
    });
    expect(parseCliOptions(["--history"])).toMatchObject({ mode: "history" });
  });
  it.each([
    [["--target", "localhost"]],
    [["--target", "file:///etc/passwd"]],
    [["--as-of", "2026-02"]],
    [["--nothing"]],
    [["stray"]],
    [["--compare", "a.json"]],
    [["--target", "openai:http://localhost:9/v1"]],
    [["--target", "http://localhost:9", "--model", "m"]],
    [["--judge", "http://localhost:9/v1", "--judge-model", "m"]],
    [["--judge", "openai:http://localhost:9/v1"]],
    [["--concurrency", "0"]],
    [["--concurrency", "many"]],
  ])("refuses %j", (args) => {
    expect(() => parseCliOptions(args)).toThrow(/npm run eval/);
  });
});
