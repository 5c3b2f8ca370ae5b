import type { PolicyErrorOptions } from "../policy/policy-error.ts";
import { PolicyError } from "../policy/policy-error.ts";

/** Why the system would not write, in its words, and in a reader's. What was there is untouched in every case. */
const CAUSES: readonly {
  readonly said: RegExp;
  readonly code: "storage_full" | "storage_not_writable";
  readonly message: PolicyErrorOptions["message"];
}[] = [
  {
    said: /EDQUOT|quota exceeded/i,
    code: "storage_full",
    message: {
      zh: "存储配额已用完，原有内容保持原样。请腾出空间后再试。",
      en: "The storage quota is used up; what was there is as it was. Make room and try again.",
    },
  },
  {
    said: /EFBIG|file too large/i,
    code: "storage_full",
    message: {
      zh: "文件超过系统允许的大小，磁盘空间不足以写入，原有内容保持原样。请放宽限制后再试。",
      en: "A file would be larger than the system allows; what was there is as it was. Raise the limit and try again.",
    },
  },
  {
    said: /ENOSPC|no space left/i,
    code: "storage_full",
    message: {
      zh: "磁盘空间不足，原有内容保持原样。请腾出空间后再试。",
      en: "The disk is full; what was there is as it was. Make room and try again.",
    },
  },
  {
    said: /EROFS|read-only file system/i,
    code: "storage_not_writable",
    message: {
      zh: "存储位置是只读的，不可写，原有内容保持原样。请改为可写后再试。",
      en: "The storage is read-only; what was there is as it was. Make it writable and try again.",
    },
  },
  {
    said: /EACCES|EPERM|permission denied|access denied/i,
    code: "storage_not_writable",
    message: {
      zh: "没有写入权限，存储位置不可写，原有内容保持原样。请检查文件夹的所有者和权限，或存储桶的密钥。",
      en: "Writing is not permitted; what was there is as it was. Check the folder's owner and rights, or the bucket's key.",
    },
  },
];

/** The words of an error and of what caused it. */
const wordsOf = (error: unknown): string =>
  error instanceof Error ? `${error.message}\n${wordsOf(error.cause)}` : "";

/**
 * Runs a write; what the system says about room and rights becomes `storage_full` (507) or `storage_not_writable`
 * (503), each saying which of them it is.
 */
export const writingIndex = async <T>(write: () => Promise<T>): Promise<T> => {
  try {
    return await write();
  } catch (error) {
    if (error instanceof PolicyError) throw error;
    const words = wordsOf(error);
    const found = CAUSES.find(({ said }) => said.test(words));
    if (found === undefined) throw error;
    const { code, message } = found;
    const isFull = code === "storage_full";
    throw new PolicyError({
      code,
      status: isFull ? 507 : 503,
      ...(isFull ? { retryable: true } : {}),
      message,
      cause: error,
    });
  }
};
