import { readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";
import { z } from "zod";
import type { JudgedQuery } from "./judged-query.ts";
import type { Part } from "./question-set.ts";

const QuerySchema = z.object({ id: z.string(), text: z.string().min(1) });

const isKept = (index: number): boolean => index % 5 === 4;

/** Article ids by question id, from lines `question<TAB>article<TAB>relevance`. */
const readJudgements = (file: string): ReadonlyMap<string, readonly string[]> => {
  const articles = new Map<string, string[]>();
  for (const line of readFileSync(file, "utf8").split("\n")) {
    const [question, article, relevance] = line.trim().split("\t");
    if (question === undefined || article === undefined || !(Number(relevance) > 0)) continue;
    articles.set(question, [...(articles.get(question) ?? []), article]);
  }
  return articles;
};

/**
 * The lay questions of STARD (Su and others 2024) in `<folder>/stard`, every relevant article a need of its own. Every
 * fifth question of the file is kept.
 */
export const readStard = (folder: string, part: Part): JudgedQuery[] => {
  const judgements = readJudgements(path.join(folder, "stard", "qrels.tsv"));
  const lines = gunzipSync(readFileSync(path.join(folder, "stard", "queries.jsonl.gz")))
    .toString("utf8")
    .split("\n");
  return lines
    .filter((line) => line.trim() !== "")
    .filter((_line, index) => isKept(index) === (part === "kept"))
    .map((line) => QuerySchema.parse(JSON.parse(line)))
    .map(({ id, text }) => ({ id, text, needs: (judgements.get(id) ?? []).map((article) => [article]) }))
    .filter(({ needs }) => needs.length > 0);
};
