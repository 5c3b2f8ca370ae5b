import { PolicyError } from "../policy/policy-error.ts";

export const documentNotFound = (): PolicyError =>
  new PolicyError({
    code: "document_not_found",
    status: 404,
    message: { zh: "没有这份文件。", en: "There is no such document." },
  });

/** Ids that a problem names, and how much of each: a request can hold many long ones. */
const NAMED_IDS = 10;
const ID_CHARACTERS = 100;

/** A request that keeps to documents of which some are not in the index. */
export const documentsNotFound = (documentIds: readonly string[]): PolicyError => {
  const named = documentIds.slice(0, NAMED_IDS).map((id) => id.slice(0, ID_CHARACTERS).toWellFormed());
  const more = documentIds.length - named.length;
  return new PolicyError({
    code: "document_not_found",
    status: 404,
    message: {
      zh: `没有这些文件：${named.join("、")}${more > 0 ? `，另有 ${more} 份` : ""}。`,
      en: `There are no such documents: ${named.join(", ")}${more > 0 ? ` and ${more} more` : ""}.`,
    },
  });
};

export const clauseNotFound = (): PolicyError =>
  new PolicyError({
    code: "clause_not_found",
    status: 404,
    message: { zh: "没有这个条款。", en: "There is no such clause." },
  });

export const routeNotFound = (): PolicyError =>
  new PolicyError({
    code: "not_found",
    status: 404,
    message: { zh: "没有这个地址。", en: "There is nothing at this address." },
  });

export const indexNotReady = (): PolicyError =>
  new PolicyError({
    code: "index_not_ready",
    status: 503,
    retryable: true,
    message: {
      zh: "索引尚未就绪：首次启动请稍候；也可用 ingest 命令导入文件。",
      en: "The index is not ready: wait on first start, or ingest documents with the ingest command.",
    },
  });
