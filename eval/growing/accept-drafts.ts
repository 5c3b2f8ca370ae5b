import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { PolicyError } from "../../src/policy/policy-error.ts";
import { caseCheck } from "../case-problems.ts";
import { loadCases } from "../load-cases.ts";
import type { SourceDocuments } from "../source-documents.ts";
import { readDrafts, writeDrafts } from "./draft.ts";

/**
 * Moves the drafts that a person has accepted to a cases file, after the same checks that a run makes. Where
 * one of them is wrong, nothing is moved.
 * @returns how many were moved
 * @throws PolicyError `invalid_drafts`, naming each that is wrong
 */
export const acceptDrafts = (draftsFile: string, casesFile: string, documents: SourceDocuments): number => {
  const drafts = readDrafts(draftsFile);
  const accepted = drafts.filter(({ accept }) => accept).map((draft) => draft.case);
  const there = existsSync(casesFile) ? loadCases(casesFile, documents) : [];
  const seen = new Set(there.map(({ id }) => id));
  const check = caseCheck(documents);
  const problems = accepted.flatMap((each) => {
    const twice = seen.has(each.id) ? [`${each.id}: the id occurs twice`] : [];
    seen.add(each.id);
    return [...twice, ...check(each)];
  });
  if (problems.length > 0) {
    throw new PolicyError({
      code: "invalid_drafts",
      status: 400,
      message: { zh: problems.join("\n"), en: `Nothing was accepted:\n${problems.join("\n")}` },
    });
  }
  if (accepted.length === 0) return 0;
  const lines = accepted.map((each) => `${JSON.stringify(each)}\n`).join("");
  const endsLine = there.length === 0 || readFileSync(casesFile, "utf8").endsWith("\n");
  appendFileSync(casesFile, endsLine ? lines : `\n${lines}`);
  writeDrafts(
    draftsFile,
    drafts.filter(({ accept }) => !accept),
  );
  return accepted.length;
};
