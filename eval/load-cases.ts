import { readFileSync } from "node:fs";
import { PolicyError } from "../src/policy/policy-error.ts";
import { caseCheck } from "./case-problems.ts";
import type { EvalCase } from "./case-schema.ts";
import { CaseSchema } from "./case-schema.ts";
import type { SourceDocuments } from "./source-documents.ts";

const SHOWN_PROBLEMS = 20;

const parseLine = (
  line: string,
  place: string,
): { readonly evalCase: EvalCase } | { readonly problem: string } => {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    return { problem: `${place}: not JSON (${error instanceof Error ? error.message : String(error)})` };
  }
  const parsed = CaseSchema.safeParse(value);
  if (parsed.success) return { evalCase: parsed.data };
  const issues = parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
  return { problem: `${place}: ${issues.join("; ")}` };
};

const readLines = (file: string): string[] => {
  try {
    return readFileSync(file, "utf8").split("\n");
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new PolicyError({
      code: "cases_not_readable",
      status: 400,
      message: { zh: `无法读取用例文件：${why}`, en: `The cases cannot be read: ${why}` },
      cause: error,
    });
  }
};

/**
 * Reads a cases file (one JSON object a line) and checks every snippet against the sources before anything
 * is asked.
 * @throws PolicyError `cases_not_readable`; `invalid_cases`, naming every line or case that is wrong and, for a snippet, the
 * nearest text of its source
 */
export const loadCases = (file: string, documents: SourceDocuments): EvalCase[] => {
  const cases: EvalCase[] = [];
  const problems: string[] = [];
  const seen = new Set<string>();
  const problemsOf = caseCheck(documents);
  for (const [index, line] of readLines(file).entries()) {
    if (line.trim() === "") continue;
    const read = parseLine(line, `line ${index + 1}`);
    if ("problem" in read) {
      problems.push(read.problem);
      continue;
    }
    if (seen.has(read.evalCase.id)) problems.push(`${read.evalCase.id}: the id occurs twice`);
    seen.add(read.evalCase.id);
    problems.push(...problemsOf(read.evalCase));
    cases.push(read.evalCase);
  }
  if (problems.length > 0) {
    const more = problems.length > SHOWN_PROBLEMS ? [`… and ${problems.length - SHOWN_PROBLEMS} more`] : [];
    const list = [...problems.slice(0, SHOWN_PROBLEMS), ...more].join("\n");
    throw new PolicyError({
      code: "invalid_cases",
      status: 400,
      message: { zh: `评测用例有误（${file}）：\n${list}`, en: `Wrong cases in ${file}:\n${list}` },
    });
  }
  return cases;
};
