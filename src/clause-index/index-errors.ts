import { z } from "zod";
import { PolicyError } from "../policy/policy-error.ts";

/** The stored index cannot be read; only a new ingest mends it. */
export const indexCorrupt = (detail: string, cause?: unknown): PolicyError =>
  new PolicyError({
    code: "index_corrupt",
    status: 500,
    message: { zh: "索引数据已损坏，请重新导入文件。", en: "The index is damaged; ingest the files again." },
    detail,
    cause,
  });

/** The index was made with another embedding model. */
export const indexModelMismatch = (stored: string, running: string): PolicyError =>
  new PolicyError({
    code: "index_model_mismatch",
    status: 503,
    message: {
      zh: "索引由另一个向量模型建立，请重新导入全部文件。",
      en: "The index was made with another embedding model; ingest all files again.",
    },
    detail: `The index was made with ${stored}; this process runs ${running}.`,
  });

/** Another ingest holds the index. */
export const ingestRunning = (detail: string): PolicyError =>
  new PolicyError({
    code: "ingest_running",
    status: 409,
    retryable: true,
    message: {
      zh: "另一个导入任务正在进行，请稍后再试。",
      en: "Another ingest is running; try again later.",
    },
    detail,
  });

/** What a caller handed over breaks the index's rules: a mistake in the program, not in the data at rest. */
export const invalidIndexInput = (detail: string): PolicyError =>
  new PolicyError({
    code: "index_invalid_input",
    status: 500,
    message: { zh: "写入或查询索引的数据不合规。", en: "The data given to the index breaks its rules." },
    detail,
  });

/** The folder or bucket does not answer; what is stored may be sound. */
const storageUnavailable = (detail: string, cause: unknown): PolicyError =>
  new PolicyError({
    code: "storage_unavailable",
    status: 503,
    retryable: true,
    message: { zh: "暂时无法访问索引存储。", en: "The index's storage cannot be reached at the moment." },
    detail,
    cause,
  });

/** How Node, LanceDB and its object store say that they were not let in or got no answer. */
const NO_ACCESS =
  /RetryError|error sending request|timed out|permission denied|access denied|too many open files|EACCES|EPERM|EMFILE/i;

/** How they say that what is stored is not what was written. */
const DAMAGED =
  /not found|no such file|does not exist|ENOENT|LanceError\(IO\)|invalid range|whole buffer|existing length|out of bounds|corrupt|magic|checksum|truncated|end of file|unexpected eof|decod|decompress|protobuf|utf-?8/i;

/** A read failed, and nothing says that what is stored is damaged. */
const indexReadFailed = (detail: string, cause: unknown): PolicyError =>
  new PolicyError({
    code: "index_read_failed",
    status: 500,
    retryable: true,
    message: {
      zh: "读取索引时出错，请再试一次；若反复出现，请运行 npm run zhengwen -- doctor。",
      en: "Reading the index failed; try again. If it goes on, run npm run zhengwen -- doctor.",
    },
    detail,
    cause,
  });

/** What a failed read means. Text that is no JSON, or not of its schema, is not what was written. */
const readError = (detail: string, error: unknown): PolicyError => {
  const words = error instanceof Error ? error.message : "";
  if (NO_ACCESS.test(words)) return storageUnavailable(detail, error);
  const isForeign = error instanceof SyntaxError || error instanceof z.ZodError;
  return isForeign || DAMAGED.test(words) ? indexCorrupt(detail, error) : indexReadFailed(detail, error);
};

/**
 * Runs a read of the stored index.
 * @throws PolicyError what Node or LanceDB throw becomes `storage_unavailable`, `index_corrupt` or `index_read_failed`
 */
export const readingIndex = async <T>(what: string, read: () => Promise<T>): Promise<T> => {
  try {
    return await read();
  } catch (error) {
    if (error instanceof PolicyError) throw error;
    throw readError(`Cannot read ${what}`, error);
  }
};
