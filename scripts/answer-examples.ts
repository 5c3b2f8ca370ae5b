import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { analyseQuestion } from "../src/answering/analyse-question.ts";
import type { AnalysedQuestion } from "../src/answering/analyse-question.ts";
import type { Candidate } from "../src/answering/candidate.ts";
import { readOdds } from "../src/answering/is-answerable.ts";
import { rankSentences } from "../src/answering/rank-sentences.ts";
import { resolveFollowUp } from "../src/answering/resolve-follow-up.ts";
import { withEmbeddingCache } from "../src/clause-index/embedding-cache.ts";
import { openIndex } from "../src/clause-index/lance-index.ts";
import { createTransformersEmbedder } from "../src/text-models/transformers-embedder.ts";
import { createTransformersPairReader } from "../src/text-models/transformers-pair-reader.ts";
import { ingestPaths } from "../src/ingest/ingest.ts";
import { RetrievalContext } from "../src/retrieval/retrieval-context.ts";
import { loadCaseLines } from "./case-lines.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const AS_OF = "2026-11-22";
const SETS = [
  { folders: ["seeds"], files: ["seeds.jsonl", "seeds-threshold.jsonl"] },
  { folders: ["eval/documents"], files: ["state-council.jsonl"] },
  { folders: ["seeds", "eval/documents"], files: ["round-2.jsonl"] },
  { folders: ["eval/new-documents"], files: ["new-documents.jsonl"] },
  { folders: ["eval/fitting/documents"], files: ["../fitting/cases.jsonl"] },
  { folders: ["eval/fitting/documents-2"], files: ["../fitting/cases-2.jsonl"] },
] as const;

/** A case that is not kept aside, with the sentences that would answer it. */
export interface AnswerExample {
  readonly set: string;
  readonly analysis: AnalysedQuestion;
  /** Those that meet every requirement, best first; at least one. */
  readonly ranked: readonly [Candidate, ...Candidate[]];
  /** Log odds that each of the first of these answers. */
  readonly odds: readonly number[];
  readonly answerable: boolean;
  /** Whether a sentence holds one of the case's snippets (white space and commas aside). */
  readonly isEvidence: (candidate: Candidate) => boolean;
}

const squeeze = (text: string): string => text.normalize("NFKC").replaceAll(/[\s,]/g, "");

/**
 * The cases over the seeds, the State Council documents and others, and questions over texts that the embedding model
 * was not trained on (eval/fitting), each set over an index of its own; no lookups by
 * address, and nothing that is kept aside. Vectors are kept in the folder of ZHENGWEN_FIT_DATA, where it is set.
 */
export const answerExamples = async (): Promise<AnswerExample[]> => {
  const data = process.env["ZHENGWEN_FIT_DATA"] ?? mkdtempSync(path.join(tmpdir(), "zhengwen-fit-"));
  const embedder = createTransformersEmbedder();
  const examples: AnswerExample[] = [];
  for (const { folders, files } of SETS) {
    const index = openIndex(path.join(data, folders.join("+").replaceAll("/", "-")), embedder);
    await ingestPaths(
      folders.map((folder) => path.join(ROOT, folder)),
      { index, embedder: withEmbeddingCache(embedder, data) },
    );
    const snapshot = await index.snapshot();
    if (snapshot === null) throw new Error(`No index of ${folders.join(", ")}`);
    const context = new RetrievalContext(snapshot, embedder, createTransformersPairReader());
    for (const file of files) {
      for (const line of loadCaseLines(path.join(ROOT, "eval/cases", file))) {
        if (line.keptAside) continue;
        const { asOf = AS_OF, history } = line;
        const question = { question: line.question, history, asOf, documentIds: null };
        const analysis = await analyseQuestion(
          context,
          question,
          resolveFollowUp(line.question, line.history),
        );
        if (analysis.addresses.length > 0) continue;
        const { answering } = await rankSentences(context, analysis);
        const [best, ...others] = answering;
        if (best === undefined) continue;
        const snippets = line.snippets.map(squeeze);
        const isEvidence = ({ text }: Candidate): boolean =>
          snippets.some((snippet) => squeeze(text).includes(snippet));
        examples.push({
          set: file,
          analysis,
          ranked: [best, ...others],
          odds: await readOdds(context, analysis, answering),
          answerable: !line.refused,
          isEvidence,
        });
      }
    }
  }
  return examples;
};
