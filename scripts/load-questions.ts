import { readFileSync } from "node:fs";
import { z } from "zod";

const LineSchema = z.union([
  z.object({ question: z.string(), keptAside: z.boolean().default(false) }),
  z.object({ query: z.string() }).transform(({ query }) => ({ question: query, keptAside: false })),
]);

/** Questions of a file, one a line: as text, or as JSON with `question` or `query`. What is kept aside is left out. */
export const loadQuestions = (file: string): string[] => {
  const lines = readFileSync(file, "utf8")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const questions = lines.flatMap((line) => {
    if (!line.startsWith("{")) return [line];
    const { question, keptAside } = LineSchema.parse(JSON.parse(line));
    return keptAside ? [] : [question];
  });
  if (questions.length === 0) throw new Error(`${file} holds no question`);
  return questions;
};
