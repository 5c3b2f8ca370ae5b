import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { ingestPaths } from "../ingest/ingest.ts";
import type { Answer } from "../policy/answer.ts";
import { openServices } from "./open-services.ts";

/** An assistant over a few texts, in an index of its own. */
export interface TextsAsked {
  /** Asks on 22 November 2026, without a conversation before. */
  ask(question: string): Promise<Answer>;
  remove(): Promise<void>;
}

/** Ingests texts, by file name. */
export const askTexts = async (texts: Readonly<Record<string, string>>): Promise<TextsAsked> => {
  const folder = await mkdtemp(path.join(tmpdir(), "zhengwen-texts-"));
  const { index, embedder, assistant } = openServices({ dataDir: path.join(folder, "index"), model: null });
  const paths: string[] = [];
  for (const [name, text] of Object.entries(texts)) {
    const file = path.join(folder, name);
    await writeFile(file, text);
    paths.push(file);
  }
  await ingestPaths(paths, { index, embedder, removeMissing: false, onProgress: () => undefined });
  return {
    ask: (question) => assistant.answer({ question, history: [], asOf: "2026-11-22", documentIds: null }),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
};
