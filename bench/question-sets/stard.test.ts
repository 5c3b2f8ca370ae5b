import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readStard } from "./stard.ts";

let folder = "";

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "zhengwen-stard-"));
  mkdirSync(path.join(folder, "stard"));
  const lines = Array.from({ length: 12 }, (_, index) =>
    JSON.stringify({ id: `q${index}`, text: `问题${index}` }),
  );
  writeFileSync(path.join(folder, "stard/queries.jsonl.gz"), gzipSync(`${lines.join("\n")}\n`));
  // q3 has two relevant articles, q5 none, and q6 one that is judged irrelevant.
  const judged = ["q0", "q1", "q2", "q3", "q4", "q7", "q8", "q9", "q10", "q11"].map(
    (id) => `${id}\ta-${id}\t1`,
  );
  writeFileSync(path.join(folder, "stard/qrels.tsv"), [...judged, "q3\tb-q3\t1", "q6\tx\t0", ""].join("\n"));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("STARD's questions", () => {
  it("are kept by every fifth line, and the others are for choosing", () => {
    const kept = readStard(folder, "kept").map(({ id }) => id);
    const choosing = readStard(folder, "choosing").map(({ id }) => id);
    expect(kept).toEqual(["q4", "q9"]);
    expect(choosing).toEqual(["q0", "q1", "q2", "q3", "q7", "q8", "q10", "q11"]);
  });

  it("need each of their relevant articles", () => {
    expect(readStard(folder, "choosing").find(({ id }) => id === "q3")?.needs).toEqual([["a-q3"], ["b-q3"]]);
  });
});
