import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { caseJsonSchema } from "./case-schema.ts";
import { containsFact } from "./compact-text.ts";
import { loadCases } from "./load-cases.ts";
import { madeCase, REFUSAL_CASE } from "./metrics/made-run.ts";
import { selectCases } from "./select-cases.ts";
import { documentKey, readSourceDocuments } from "./source-documents.ts";

const SOURCES = new Map([["plan", "一、总收入达到5500亿元。\n二、认定300家企业，\n到2015年完成。"]]);
let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "zhengwen-cases-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const load = (...lines: readonly unknown[]) => {
  const file = join(folder, "cases.jsonl");
  writeFileSync(
    file,
    lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line))).join("\n"),
  );
  return loadCases(file, SOURCES);
};

const pathOf = (name: string) => fileURLToPath(new URL(name, import.meta.url));

describe("loadCases", () => {
  it("reads cases, whose snippets may run over line breaks", () => {
    expect(load(madeCase(), "", { ...REFUSAL_CASE, id: "second" }).map(({ id }) => id)).toEqual([
      "made",
      "second",
    ]);
  });
  it("names the case and the nearest text for a snippet that is not there", () => {
    const evidence = [{ anyOf: [{ document: "plan", snippet: "总收入达到5600亿元" }] }];
    expect(() => load(madeCase({ evidence }))).toThrow(
      /made: “总收入达到5600亿元” is not in plan; nearest: “.*5500亿元/,
    );
  });
  it.each([
    ["a line that is not JSON", ["{"], /line 1: not JSON/],
    ["an unknown key", [{ ...madeCase(), evidenc: [] }], /line 1: .*evidenc/],
    [
      "an unknown document",
      [madeCase({ evidence: [{ anyOf: [{ document: "x", snippet: "y" }] }] })],
      /no source “x”/,
    ],
    ["an id that occurs twice", [madeCase(), madeCase()], /made: the id occurs twice/],
    ["an answer without evidence", [madeCase({ evidence: [] })], /made: .*no evidence/],
  ])("refuses %s", (_, lines, message) => {
    expect(() => load(...lines)).toThrow(message);
  });
  it("needs no more than a question, its evidence and whether to refuse", () => {
    const evidence = [{ anyOf: [{ document: "plan", snippet: "认定300家" }] }];
    expect(load({ id: "a", question: "多少家？", evidence, expect: { refused: false } })).toEqual([
      {
        ...madeCase({ id: "a", question: "多少家？", evidence, requiredFacts: [] }),
        expect: { refused: false, reasons: null, notice: null },
      },
    ]);
    expect(load({ id: "a", question: "？", expect: { refused: true } })[0]?.evidence).toEqual([]);
  });
  it("says so where files are not there", () => {
    expect(() => loadCases(join(folder, "absent.jsonl"), SOURCES)).toThrow(/cases cannot be read: .*absent/);
    expect(() => readSourceDocuments([join(folder, "absent")])).toThrow(/documents cannot be read/);
  });
  it("checks what must not be cited as well", () => {
    const forbiddenEvidence = [{ document: "plan", snippet: "认定400家" }];
    expect(() => load(madeCase({ forbiddenEvidence }))).toThrow(/“认定400家” is not in plan/);
  });
  it("accepts the project's own cases", () => {
    const cases = loadCases(pathOf("cases/seeds.jsonl"), readSourceDocuments([pathOf("../seeds/")]));
    expect(cases.length).toBeGreaterThan(100);
    expect(selectCases(cases, { keptAside: "only", filter: null }).every((each) => each.keptAside)).toBe(
      true,
    );
  });
});

describe("selectCases", () => {
  const cases = [madeCase({ id: "a", tags: ["list"] }), madeCase({ id: "b", keptAside: true })];
  const ids = (options: Parameters<typeof selectCases>[1]) => selectCases(cases, options).map(({ id }) => id);
  it("keeps aside what is kept aside unless asked", () => {
    expect(ids({ keptAside: "exclude", filter: null })).toEqual(["a"]);
    expect(ids({ keptAside: "include", filter: null })).toEqual(["a", "b"]);
    expect(ids({ keptAside: "only", filter: null })).toEqual(["b"]);
  });
  it("filters by id, question and tag", () => {
    expect(ids({ keptAside: "include", filter: "list" })).toEqual(["a"]);
    expect(ids({ keptAside: "include", filter: "多少家" })).toEqual(["a", "b"]);
    expect(ids({ keptAside: "include", filter: "没有" })).toEqual([]);
  });
});

describe("case.schema.json", () => {
  it("is current; otherwise: node eval/cli.ts --print-case-schema > eval/case.schema.json", () => {
    const published: unknown = JSON.parse(readFileSync(new URL("case.schema.json", import.meta.url), "utf8"));
    expect(published).toEqual(JSON.parse(JSON.stringify(caseJsonSchema())));
  });
});

describe("containsFact", () => {
  it.each([
    ["总收入 ３ 万亿元", "3万亿元", true],
    ["总收入13万亿元", "3万亿元", false],
    ["增长2.3倍", "2", false],
    ["增长2.3倍", "3倍", false],
    ["共2。3家", "2", true],
    ["13万亿元和3万亿元", "3万亿元", true],
    ["“五个一批”", '"五个一批"', true],
  ])("in %s: %s is %s", (text, fact, expected) => {
    expect(containsFact(text, fact)).toBe(expected);
  });
});

describe("documentKey", () => {
  it("is the file name without folders and extension", () => {
    expect(documentKey("seeds/plan.txt")).toBe("plan");
    expect(documentKey("C:\\seeds\\plan.v2.txt")).toBe("plan.v2");
  });
});
