import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import type { Clause } from "../policy/clause.ts";
import { walkClauses } from "../policy/clause.ts";
import { decodeText } from "./decode.ts";
import { findTitle } from "./metadata/title.ts";
import { normalise, restoreSource } from "./normalise.ts";
import { parseClauses } from "./parse-clauses.ts";

interface GoldenClause {
  kind: string;
  marker: string | null;
  heading: string | null;
  begins: string;
  ends: string;
  footnotePlace?: string | null | undefined;
  children: GoldenClause[];
}

const GoldenClauseSchema: z.ZodType<GoldenClause> = z.object({
  kind: z.string(),
  marker: z.string().nullable(),
  heading: z.string().nullable(),
  begins: z.string(),
  ends: z.string(),
  footnotePlace: z.string().nullish(),
  get children() {
    return z.array(GoldenClauseSchema);
  },
});
const GoldenSchema = z.object({
  counts: z.record(z.string(), z.number()),
  joins: z.array(z.tuple([z.string(), z.string()])),
  clauses: z.array(GoldenClauseSchema),
});

const read = (name: string, folder: string) => {
  const golden = GoldenSchema.parse(
    JSON.parse(readFileSync(new URL(`golden/${name}.json`, import.meta.url), "utf8")),
  );
  const source = decodeText(readFileSync(new URL(`${folder}/${name}.txt`, import.meta.url))).text;
  const normalised = normalise(source);
  return { golden, source, normalised, ...parseClauses(normalised, name, findTitle(normalised)) };
};

/** The parts of a parsed clause that a golden tree states. */
const asGolden = (text: string, clause: Clause, golden: GoldenClause | undefined): GoldenClause => {
  const own = text
    .slice(clause.start, clause.end)
    .slice(clause.marker?.length ?? 0)
    .trim();
  return {
    kind: clause.kind,
    marker: clause.marker,
    heading: clause.heading,
    begins: own.slice(0, golden?.begins.length ?? 10),
    ends: text.slice(clause.start, clause.end).slice(-(golden?.ends.length ?? 10)),
    footnotePlace:
      clause.annotates === undefined ? null : text.slice(Math.max(0, clause.annotates - 8), clause.annotates),
    children: clause.children.map((child, index) => asGolden(text, child, golden?.children[index])),
  };
};

const withoutUndefined = (clause: GoldenClause): GoldenClause => ({
  ...clause,
  footnotePlace: clause.footnotePlace ?? null,
  children: clause.children.map((child) => withoutUndefined(child)),
});

type Golden = ReturnType<typeof read>;

/** What holds of every document with a tree that a reader drew. */
const standsAsDrawn = ({ golden, source, normalised, clauses, issues }: Golden): void => {
  const { text } = normalised;

  it("has the clause tree that a reader drew", () => {
    expect(clauses.map((clause, index) => asGolden(text, clause, golden.clauses[index]))).toEqual(
      golden.clauses.map((clause) => withoutUndefined(clause)),
    );
    expect(issues).toEqual([]);
  });

  it("joins exactly the lines that were cut in mid-sentence", () => {
    const cuts = normalised.paragraphs.flatMap((paragraph) => paragraph.cuts);
    expect(cuts.map((cut) => [text.slice(cut - 8, cut), text.slice(cut, cut + 8)])).toEqual(golden.joins);
  });

  it("can be taken back to the source, character by character", () => {
    const restored = restoreSource(text, normalised.normalisations, ({ start, end }) =>
      source.slice(start, end),
    );
    expect(restored).toBe(source);
  });
};

describe.each(["zhongguancun-plan-2024-2027", "zhongguancun-plan-2011-2015"])("%s", (name) => {
  const golden = read(name, "../../seeds");
  const { source, normalised, clauses } = golden;
  const { text, normalisations } = normalised;
  standsAsDrawn(golden);

  it("gives every character of the canonical text to exactly one clause, save the breaks between them", () => {
    const owners = new Uint8Array(text.length);
    for (const { clause } of walkClauses(clauses)) {
      for (let at = clause.start; at < clause.end; at += 1) owners[at] = (owners[at] ?? 0) + 1;
    }
    const orphans =
      Array.from(text).length === 0 ? [] : [...owners.entries()].filter(([, count]) => count !== 1);
    expect(orphans.every(([at, count]) => count === 0 && text[at] === "\n")).toBe(true);
  });

  it("drops nothing but blanks and the marks of lost footnotes", () => {
    for (const { start, end, replacement } of normalisations) {
      expect(source.slice(start, end).replaceAll(/[\s\uFFFD]/g, "")).toBe(replacement.trim());
    }
  });

  it("numbers as many clauses of each kind as grep counts", () => {
    const all = [...walkClauses(clauses)].map(({ clause }) => clause);
    const lines = source.split("\n").map((line) => line.trim());
    const grep = (pattern: RegExp): number => lines.filter((line) => pattern.test(line)).length;
    const count = (pattern: RegExp): number =>
      all.filter(({ marker }) => marker !== null && pattern.test(marker)).length;
    expect(count(/^[一二三四五六七八九十]+、$/)).toBe(grep(/^[一二三四五六七八九十]+、/));
    expect(count(/^（[一二三四五六七八九十]+）$/)).toBe(grep(/^（[一二三四五六七八九十]+）/));
    expect(count(/^\d+[.．]$/)).toBe(grep(/^\d+[.．]/));
    expect(count(/^——$/)).toBe(grep(/^——/));
    expect(all.filter(({ kind }) => kind === "footnote")).toHaveLength(grep(/^\uFFFD/));
  });
});

/** Documents as cities publish them, each in a shape of its own, with the tree that a reader drew. */
describe.each([
  "amending-decision",
  "amending-decision-unclosed",
  "announcement-of-names",
  "award-table",
  "contents-and-decimals",
  "decimal-guide",
  "enclosed-rules",
  "letters-and-roman",
  "lost-breaks",
  "measures",
  "notice-with-attachments",
  "questions-and-answers",
  "restarting-lists",
  "rules-with-chapters",
  "single-wraps",
  "web-page",
])("%s", (name) => {
  standsAsDrawn(read(name, "golden"));
});
