import { readFileSync } from "node:fs";
import { z } from "zod";

const CaseSchema = z.object({
  question: z.string(),
  history: z.array(z.object({ role: z.enum(["user", "assistant"]), content: z.string() })).default([]),
  evidence: z.array(z.object({ anyOf: z.array(z.object({ snippet: z.string() })) })),
  expect: z.object({ refused: z.boolean() }),
  asOf: z.string().optional(),
  keptAside: z.boolean().default(false),
});

/** What fitting needs of an evaluation case. */
export interface CaseLine {
  readonly question: string;
  readonly history: readonly { readonly role: "user" | "assistant"; readonly content: string }[];
  readonly snippets: readonly string[];
  readonly refused: boolean;
  /** The day on which validity is judged, where the case gives one. */
  readonly asOf: string | undefined;
  readonly keptAside: boolean;
}

/** Reads a case file (JSONL) as the evaluation does, without checking the snippets. */
export const loadCaseLines = (file: string): CaseLine[] =>
  readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => {
      const { question, history, evidence, expect, asOf, keptAside } = CaseSchema.parse(JSON.parse(line));
      const snippets = evidence.flatMap(({ anyOf }) => anyOf.map(({ snippet }) => snippet));
      return { question, history, snippets, refused: expect.refused, asOf, keptAside };
    });
