import { PolicyError } from "../../policy/policy-error.ts";
import { todayInShanghai } from "../../policy/partial-date.ts";
import type { OpenServices } from "../../server/open-services.ts";
import type { Finding } from "./finding.ts";
import { failure, ok, warning } from "./finding.ts";

const failed = (check: string, error: unknown): Finding =>
  error instanceof PolicyError
    ? failure(
        check,
        `${error.publicMessage.zh}（${error.code}）`,
        `${error.publicMessage.en} (${error.code})`,
      )
    : failure(check, "出错", error instanceof Error ? error.name : "an error");

const checkModel = async (services: OpenServices): Promise<Finding> => {
  try {
    await services.load();
    return ok("embedder", `向量模型 ${services.embedder.id}`, `embedding model ${services.embedder.id}`);
  } catch (error) {
    return failed("embedder", error);
  }
};

const checkSnapshot = async (services: OpenServices): Promise<Finding> => {
  try {
    const snapshot = await services.index.snapshot();
    if (snapshot === null) {
      return warning("index", "索引尚未建立：请先导入文件", "there is no index yet: ingest documents");
    }
    // Counts can be read from an index whose tables cannot, and a search reads few rows of them.
    await snapshot.verify();
    await services.search({ query: "政策", limit: 1, asOf: todayInShanghai(), inForceOnly: false });
    const { documentCount, chunkCount, generation } = snapshot;
    return ok(
      "index",
      `索引：${documentCount} 份文件，${chunkCount} 个检索单元，第 ${generation} 版，通读无误，可检索`,
      `index: ${documentCount} documents, ${chunkCount} chunks, generation ${generation}, read whole and searchable`,
    );
  } catch (error) {
    return failed("index", error);
  }
};

/** Whether the model loads, and the index can be opened, read whole and searched. */
export const checkIndex = async (services: OpenServices): Promise<readonly Finding[]> => [
  await checkModel(services),
  await checkSnapshot(services),
];
