import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { makeDocument } from "../clause-index/fixtures.ts";
import { openIndex } from "../clause-index/lance-index.ts";
import { createTransformersEmbedder } from "../text-models/transformers-embedder.ts";
import { createTransformersPairReader } from "../text-models/transformers-pair-reader.ts";
import type { IndexSnapshot } from "../clause-index/index-types.ts";
import { createAssistant } from "../answering/create-assistant.ts";

const embedder = createTransformersEmbedder();
const question = {
  question: "外籍人才可以申请什么证件？",
  history: [],
  asOf: "2026-11-22",
  documentIds: null,
};
let snapshot: IndexSnapshot;

/** An assistant over the index, and the sentences that it had embedded. */
const countingAssistant = () => {
  const embedded: string[] = [];
  const assistant = createAssistant({
    index: { snapshot: async () => snapshot },
    embedder: {
      id: embedder.id,
      embedQuery: (text) => embedder.embedQuery(text),
      embedPassages: (texts) => {
        embedded.push(...texts);
        return embedder.embedPassages(texts);
      },
    },
    reader: createTransformersPairReader(),
    model: null,
  });
  return { assistant, embedded };
};

beforeAll(async () => {
  const index = openIndex(mkdtempSync(path.join(tmpdir(), "zhengwen-warm-")), embedder);
  const { document, chunks } = makeDocument("plan", [
    "支持先使用后付费方式转化科技成果。该项政策试点三年。",
    "外籍人才可申请居留证件。",
  ]);
  const vectors = await embedder.embedPassages(chunks.map(({ text }) => text));
  snapshot = await index.commit({ documents: [{ document, chunks, vectors }], removedDocumentIds: [] });
});

describe("warmUp", () => {
  it("leaves nothing for the first question to embed, and changes no answer", async () => {
    const cold = countingAssistant();
    const answered = await cold.assistant.answer(question);
    expect(cold.embedded.length).toBeGreaterThan(0);

    const warm = countingAssistant();
    await warm.assistant.warmUp(async () => true);
    expect(warm.embedded.length).toBeGreaterThan(0);
    warm.embedded.length = 0;
    const again = await warm.assistant.answer(question);
    expect(warm.embedded).toEqual([]);
    expect(again.statements).toEqual(answered.statements);
    expect(again.citations).toEqual(answered.citations);
  });

  it("ends at once when the server stops", async () => {
    const { assistant, embedded } = countingAssistant();
    await assistant.warmUp(async () => false);
    expect(embedded).toEqual([]);
  });
});
