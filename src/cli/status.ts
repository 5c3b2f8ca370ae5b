import { todayInShanghai } from "../policy/partial-date.ts";
import { statusInChinese } from "../policy/validity.ts";
import { bookTitle } from "../server/book-title.ts";
import { loadConfig } from "../server/config.ts";
import { documentSummary } from "../server/document-reply.ts";
import { openServices } from "../server/open-services.ts";
import type { Command } from "./command.ts";

/** `status`: what the index holds and which models are in use. */
export const statusCommand: Command = {
  name: "status",
  usage: "",
  summary: { zh: "查看索引和模型的状态", en: "show the index and the models" },
  options: {},
  run: async () => {
    const config = loadConfig();
    const { index, embedder } = openServices(config);
    const snapshot = await index.snapshot();
    const today = todayInShanghai();
    const documents = ((await snapshot?.listDocuments()) ?? []).map((head) => documentSummary(head, today));
    const data = {
      dataDir: config.dataDir,
      initialised: snapshot !== null,
      index: snapshot?.fingerprint ?? null,
      generation: snapshot?.generation ?? null,
      documentCount: snapshot?.documentCount ?? 0,
      chunkCount: snapshot?.chunkCount ?? 0,
      embedder: embedder.id,
      model: config.model?.name ?? null,
      asOf: today,
      documents,
    };
    const list = documents.map(({ title, status }) => `  ${bookTitle(title)}（${statusInChinese[status]}）`);
    const text = [
      `索引位置：${data.dataDir}`,
      snapshot === null
        ? "索引：尚未建立"
        : `索引：${data.documentCount} 份文件，${data.chunkCount} 个检索单元，第 ${data.generation} 版（${data.index}）`,
      `向量模型：${data.embedder}`,
      `语言模型：${data.model ?? "未使用"}`,
      ...(list.length === 0 ? [] : ["文件：", ...list]),
    ].join("\n");
    return { exitCode: 0, data, text };
  },
};
