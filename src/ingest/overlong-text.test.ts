import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { walkClauses } from "../policy/clause.ts";
import type { PolicyDocument } from "../policy/document.ts";
import { chunkDocument, LONGEST_SENTENCE } from "./chunk-document.ts";
import { readDocument } from "./read-document.ts";
import { startTestIngest } from "./test-ingest.ts";
import type { TestIngest } from "./test-ingest.ts";

const read = (text: string): Promise<PolicyDocument> =>
  readDocument(
    { documentId: "long", name: "long.txt", sha256: "", bytes: new TextEncoder().encode(text) },
    undefined,
  );

describe("a line without breaks", () => {
  const UNITS = [
    "字",
    "对企业给予奖励，",
    "对企业给予奖励。",
    "“对企业给予奖励。",
    "policy ",
    "1234567890",
    "𠀀",
  ];

  it.each(UNITS)(
    "of 1,000,000 characters, %j again and again, is searched in pieces and named",
    async (unit) => {
      const line = unit.repeat(1_000_000 / unit.length);
      const document = await read(`创新支持办法\n\n第一条 ${line}\n\n第二条 本办法由科技局解释。\n`);
      const chunks = chunkDocument(document);
      expect(Math.max(...chunks.map(({ text }) => text.length))).toBeLessThanOrEqual(LONGEST_SENTENCE);
      const whole = [...walkClauses(document.clauses)].find(
        ({ clause }) => clause.label === "第一条",
      )?.clause;
      expect(document.issues).toEqual([
        expect.objectContaining({
          code: "overlong_paragraph",
          message: expect.stringContaining(`长达${(whole?.end ?? 0) - (whole?.start ?? 0)}字`),
          start: whole?.start,
          end: whole?.end,
        }),
      ]);
    },
  );

  it("leaves nothing out of its pieces save blanks, and cuts no character in two", async () => {
    const pieces = fc.array(fc.constantFrom("字", "企业，", "。", "𠀀", "a b"), {
      minLength: 500,
      maxLength: 3_000,
    });
    await fc.assert(
      fc.asyncProperty(pieces, async (each) => {
        const document = await read(`办法\n\n第一条 ${each.join("")}\n`);
        const chunks = chunkDocument(document).filter(({ label }) => label === "第一条");
        const [first] = chunks;
        const clause = document.text.slice(first?.start ?? 0);
        expect(
          chunks
            .map(({ text }) => text)
            .join("")
            .replaceAll(/\s/g, ""),
        ).toBe(clause.replaceAll(/\s/g, ""));
        expect(chunks.every(({ text }) => text.isWellFormed())).toBe(true);
      }),
      { numRuns: 20 },
    );
  });

  it("says nothing of paragraphs of the usual lengths", async () => {
    const { issues } = await read(`办法\n\n第一条 ${"对企业给予奖励。".repeat(200)}\n`);
    expect(issues).toEqual([]);
  });
});

describe("ingesting a line without breaks", () => {
  let test: TestIngest;
  beforeAll(async () => {
    test = await startTestIngest();
  });
  afterAll(() => test.dispose());

  it("embeds its pieces and tells of it in the report", async () => {
    await test.write("long.txt", `创新支持办法\n\n第一条 ${"字".repeat(20_000)}\n`);
    const { files } = await test.ingest();
    expect(files).toMatchObject([
      { outcome: "added", documents: [{ issues: [{ code: "overlong_paragraph" }] }] },
    ]);
    expect(Math.max(...test.embedded.map((text) => text.length))).toBeLessThan(LONGEST_SENTENCE + 50);
  });

  it("does not make the model fail where a text is embedded as it is", async () => {
    const [vector] = await test.embedder.embedPassages(["字".repeat(1_000_000)]);
    const [cut] = await test.embedder.embedPassages(["字".repeat(10_000)]);
    expect(vector).toEqual(cut);
    expect((await test.embedder.embedQuery("1234567890".repeat(100_000))).length).toBe(
      test.embedder.dimensions,
    );
  });
});
