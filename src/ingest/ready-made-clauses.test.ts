import { gzipSync } from "node:zlib";
import { assert, array, asyncProperty, constantFrom, record, string, uniqueArray } from "fast-check";
import { describe, expect, it } from "vitest";
import { walkClauses } from "../policy/clause.ts";
import type { PolicyDocument } from "../policy/document.ts";
import { readReadyMadeClauses } from "./ready-made-clauses.ts";
import { readyMadeLines } from "./ready-made-lines.ts";

const read = (content: string | Uint8Array, name = "laws.jsonl"): Promise<PolicyDocument[]> =>
  readReadyMadeClauses({
    documentId: "laws",
    name,
    sha256: "0",
    bytes: typeof content === "string" ? new TextEncoder().encode(content) : content,
  });

const lines = (...values: readonly unknown[]): string =>
  values.map((value) => JSON.stringify(value)).join("\n");

const refusal = async (content: string | Uint8Array, name?: string): Promise<string> => {
  try {
    await read(content, name);
  } catch (error) {
    expect(error).toMatchObject({ code: "invalid_clauses_file", status: 422 });
    return error instanceof Error ? error.message : "";
  }
  throw new Error("it was read");
};

describe("readReadyMadeClauses", () => {
  it("keeps ids and texts as they are, compressed or not", async () => {
    const content = lines({ id: "L1-001", title: "第一条", text: "甲\n乙" }, { id: 7, text: "丙" });
    const [document, ...others] = await read(content);
    expect(others).toEqual([]);
    expect(document).toMatchObject({ title: "laws", titleSource: "given", text: "甲\n乙\n丙" });
    const clauses = document?.clauses ?? [];
    expect(clauses.map(({ clauseId, label }) => [clauseId, label])).toEqual([
      ["L1-001", "第一条"],
      ["7", "7"],
    ]);
    expect(clauses.map(({ start, end }) => document?.text.slice(start, end))).toEqual(["甲\n乙", "丙"]);
    expect(await read(gzipSync(content), "laws.jsonl.gz")).toEqual(
      [document].map((each) => ({ ...each, file: { name: "laws.jsonl.gz", sha256: "0" } })),
    );
  });

  it("puts clauses of one document together, whatever the key is called", async () => {
    const documents = await read(
      lines(
        { id: "1", text: "一", document: "甲法" },
        { id: "2", text: "二", law: "乙法" },
        { id: "3", text: "三", doc: "甲法" },
        { id: "4", text: "四", law: null },
      ),
    );
    expect(documents.map(({ title, text }) => [title, text])).toEqual([
      ["甲法", "一\n三"],
      ["乙法", "二"],
      ["laws", "四"],
    ]);
    expect(new Set(documents.map(({ documentId }) => documentId)).size).toBe(3);
  });

  it("finds the title of a document that is known by a bare id", async () => {
    const articles = [1, 2].map((number) => ({
      id: `L01908-${number}`,
      title: `国家发展规划法 第${number}条`,
      text: "为了规范。",
      doc: "L01908",
    }));
    const [document] = await read(lines(...articles));
    expect(document?.title).toBe("国家发展规划法");
    const [renamed] = await read(lines(...articles.map((line) => ({ ...line, title: null }))));
    expect(renamed?.title).toBe("L01908");
    expect(renamed?.documentId).toBe(document?.documentId);
    const [named] = await read(lines(...articles.map((line) => ({ ...line, doc: "规划法" }))));
    expect(named?.title).toBe("规划法");
  });

  it("reads from the texts when a law is valid and what it repeals, where no line states dates", async () => {
    const law = [
      { id: "1", law: "乙法", title: "乙法 第一条", text: "为了规范，制定本法。" },
      { id: "2", law: "乙法", title: "乙法 第二条", text: "本法自2020年1月1日起施行。《甲条例》同时废止。" },
    ];
    const [document] = await read(lines(...law));
    expect(document).toMatchObject({ effectiveFrom: "2020-01-01", repeals: ["甲条例"] });
    expect(document?.facts?.map(({ start, end }) => document.text.slice(start, end))).toEqual([
      "自2020年1月1日起施行",
      "《甲条例》",
    ]);
    const [stated] = await read(lines(...law.map((line) => ({ ...line, effectiveFrom: "2021" }))));
    expect(stated?.effectiveFrom).toBe("2021");
    // Clauses of many documents in one file: none speaks for the file.
    const [mixed] = await read(lines(...law.map(({ law: _law, ...line }) => line)));
    expect(mixed).toMatchObject({ effectiveFrom: null, repeals: [] });
  });

  it("takes dates of clauses, and of the document where all agree", async () => {
    const [document] = await read(
      lines(
        { id: "1", text: "一", effectiveFrom: "2020-01", effectiveTo: "2025" },
        { id: "2", text: "二", effectiveFrom: "2020-01" },
      ),
    );
    expect(document).toMatchObject({ effectiveFrom: "2020-01", effectiveTo: null });
    expect(document?.clauses.map(({ validity }) => validity)).toEqual([
      { effectiveFrom: "2020-01", effectiveTo: "2025" },
      { effectiveFrom: "2020-01", effectiveTo: null },
    ]);
  });

  it.each([
    { what: "no JSON", content: `${lines({ id: "1", text: "一" })}\n\n{"id":`, line: 3 },
    { what: "no text", content: lines({ id: "1" }), line: 1 },
    { what: "an empty text", content: lines({ id: "1", text: "" }), line: 1 },
    { what: "no id", content: lines({ id: "1", text: "一" }, { text: "二" }), line: 2 },
    { what: "a day that is none", content: lines({ id: "1", text: "一", effectiveTo: "2025-13" }), line: 1 },
    {
      what: "an id that stands above",
      content: lines({ id: "1", text: "一" }, { id: 1, text: "二" }),
      line: 2,
    },
    { what: "an id like that of a part", content: lines({ id: "a#2", text: "一" }), line: 1 },
    { what: "a list", content: "[]", line: 1 },
    { what: "another encoding", content: Uint8Array.of(0x0a, 0xd6, 0xd0, 0xce, 0xc4), line: 2 },
  ])("names the line with $what", async ({ content, line }) => {
    expect(await refusal(content)).toContain(`laws.jsonl, line ${line},`);
  });

  it.each([
    { what: "holds nothing", content: "\n \r\n", name: "laws.jsonl" },
    { what: "is not compressed", content: "{}", name: "laws.jsonl.gz" },
    {
      what: "is cut",
      content: gzipSync(lines({ id: "1", text: "一" })).subarray(0, 20),
      name: "laws.jsonl.gz",
    },
  ])("says so when the file $what", async ({ content, name }) => {
    expect(await refusal(content, name)).toContain("is not a file of clauses");
  });

  it("stops at a file that unpacks to more than it may, without unpacking it", async () => {
    const bomb = gzipSync(new Uint8Array(50_000_000).fill(0x0a));
    expect(bomb.length).toBeLessThan(100_000);
    const reading = Array.fromAsync(readyMadeLines("bomb.jsonl.gz", bomb, 1_000_000));
    await expect(reading).rejects.toThrow("unpacks to more than 1 MB");
    const long = gzipSync(new Uint8Array(20_000_000).fill(0x20));
    await expect(Array.fromAsync(readyMadeLines("long.jsonl.gz", long))).rejects.toThrow("line 1");
  });

  it("reads byte order marks, both line ends and lines across pieces", async () => {
    const content = `\uFEFF${lines({ id: "1", text: "一" })}\r\n${lines({ id: "2", text: "长".repeat(200_000) })}`;
    const [document] = await read(gzipSync(content), "laws.jsonl.gz");
    expect(document?.clauses.map(({ clauseId }) => clauseId)).toEqual(["1", "2"]);
    expect(document?.text).toHaveLength(200_002);
  });

  it("gives every text back", async () => {
    const clause = record({
      text: string({ minLength: 1, unit: "grapheme" }),
      document: constantFrom("甲", "乙", null),
    });
    await assert(
      asyncProperty(
        array(clause, { minLength: 1, maxLength: 20 }),
        uniqueArray(
          string({ minLength: 1, unit: "grapheme" }).filter((id) => !/#\d+$/.test(id)),
          {
            minLength: 20,
            maxLength: 20,
          },
        ),
        async (clauses, ids) => {
          const given = clauses.map((each, index) => ({ ...each, id: ids[index] ?? "" }));
          const documents = await read(lines(...given));
          const found = documents.flatMap((document) =>
            [...walkClauses(document.clauses)].map(({ clause: { clauseId, start, end } }) => [
              clauseId,
              document.text.slice(start, end),
            ]),
          );
          expect(Object.fromEntries(found)).toEqual(
            Object.fromEntries(given.map(({ id, text }) => [id, text])),
          );
        },
      ),
      { numRuns: 100 },
    );
  });
});
