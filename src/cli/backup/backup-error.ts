import { PolicyError } from "../../policy/policy-error.ts";

/** What stands in the way of a backup or a restore. */
export const backupError = (code: string, zh: string, en: string, cause?: unknown): PolicyError =>
  new PolicyError({ code, status: 500, message: { zh, en }, cause });

/** The backup is not what its manifest says. */
export const backupDamaged = (what: string, cause?: unknown): PolicyError =>
  backupError(
    "backup_damaged",
    `备份不完整或已损坏：${what}`,
    `The backup is incomplete or damaged: ${what}`,
    cause,
  );
