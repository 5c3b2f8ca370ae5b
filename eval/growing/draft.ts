import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { z } from "zod";
import { PolicyError } from "../../src/policy/policy-error.ts";
import { CaseSchema } from "../case-schema.ts";

/** A case that a person has still to look at. One JSON object a line in a drafts file. */
export const DraftSchema = z.strictObject({
  accept: z.boolean().describe("A person sets this to true once the case is right."),
  from: z.strictObject({
    kind: z.enum(["template", "model", "report"]),
    /** The template, the model, or the id of the report. */
    name: z.string(),
    /** The clause that was asked about, as its document labels it; null for reports. */
    clause: z.string().nullable(),
  }),
  /** What to look at before accepting. */
  toDo: z.string(),
  case: CaseSchema,
});
export type Draft = z.infer<typeof DraftSchema>;

/** An id that stays the same for the same document and question. */
export const draftId = (document: string, question: string): string =>
  `${document}-${createHash("sha256").update(question).digest("hex").slice(0, 8)}`;

/**
 * The drafts of a file; none for a file that is not there.
 * @throws PolicyError `invalid_drafts`, naming the line
 */
export const readDrafts = (file: string): Draft[] => {
  if (!existsSync(file)) return [];
  return readFileSync(file, "utf8")
    .split("\n")
    .flatMap((line, at) => {
      if (line.trim() === "") return [];
      try {
        return [DraftSchema.parse(JSON.parse(line))];
      } catch (error) {
        const why =
          error instanceof z.ZodError
            ? error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`).join("; ")
            : String(error);
        throw new PolicyError({
          code: "invalid_drafts",
          status: 400,
          message: {
            zh: `${file} 第 ${at + 1} 行有误：${why}`,
            en: `Line ${at + 1} of ${file} is wrong: ${why}`,
          },
          cause: error,
        });
      }
    });
};

/** Writes a drafts file anew. */
export const writeDrafts = (file: string, drafts: readonly Draft[]): void => {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, drafts.map((draft) => `${JSON.stringify(draft)}\n`).join(""));
};

/** Adds drafts whose id and question the file does not have yet. @returns how many were added */
export const addDrafts = (file: string, drafts: readonly Draft[]): number => {
  const there = readDrafts(file);
  const known = new Set(there.flatMap((draft) => [draft.case.id, draft.case.question]));
  const added = drafts.filter(({ case: { id, question } }) => {
    if (known.has(id) || known.has(question)) return false;
    known.add(id).add(question);
    return true;
  });
  writeDrafts(file, [...there, ...added]);
  return added.length;
};
