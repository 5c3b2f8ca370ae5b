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

/** Runs a read of the stored index; what Node or LanceDB throw becomes `storage_unavailable` or `index_corrupt`. */
export const readingIndex = async <T>(what: string, read: () => Promise<T>): Promise<T> => {
  try {
    return await read();
  } catch (error) {
    if (error instanceof PolicyError) throw error;
    const unreachable = error instanceof Error && NO_ACCESS.test(error.message);
    throw (unreachable ? storageUnavailable : indexCorrupt)(`Cannot read ${what}`, error);
  }
};

/** How the system says that there is no room: the disk is full, a quota or the largest file size is reached. */
const NO_ROOM = /ENOSPC|EDQUOT|EFBIG|no space left|quota exceeded|file too large/i;
const NOT_WRITABLE = /EROFS|EACCES|EPERM|read-only file system|permission denied|access denied/i;

/** The words of an error and of what caused it. */
const wordsOf = (error: unknown): string =>
  error instanceof Error ? `${error.message}\n${wordsOf(error.cause)}` : "";

/** Runs a write; what the system says about room and rights becomes `storage_full` or `storage_not_writable`. */
export const writingIndex = async <T>(write: () => Promise<T>): Promise<T> => {
  try {
    return await write();
  } catch (error) {
    if (error instanceof PolicyError) throw error;
    const words = wordsOf(error);
    if (NO_ROOM.test(words)) {
      throw new PolicyError({
        code: "storage_full",
        status: 507,
        retryable: true,
        message: {
          zh: "磁盘空间不足，索引保持原样。请腾出空间后再试。",
          en: "The disk is full; the index is as it was. Make room and try again.",
        },
        cause: error,
      });
    }
    if (NOT_WRITABLE.test(words)) {
      throw new PolicyError({
        code: "storage_not_writable",
        status: 503,
        message: {
          zh: "数据文件夹不可写，索引保持原样。",
          en: "The data folder cannot be written; the index is as it was.",
        },
        cause: error,
      });
    }
    throw error;
  }
};
