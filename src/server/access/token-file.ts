import { mkdir, readFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import { PolicyError } from "../../policy/policy-error.ts";
import { replaceFile } from "../replace-file.ts";
import type { TokenRecord } from "./token.ts";
import { TokenRecordSchema } from "./token.ts";

const TokenFileSchema = z.object({ version: z.literal(1), tokens: z.array(TokenRecordSchema) });

const malformed = (file: string, cause: unknown): PolicyError =>
  new PolicyError({
    code: "tokens_malformed",
    status: 500,
    message: { zh: "令牌文件已损坏。", en: "The file of tokens is damaged." },
    detail: `The file of tokens cannot be read: ${file}`,
    cause,
  });

/**
 * The tokens of a file; none where there is no file.
 * @throws PolicyError `tokens_malformed`
 */
export const readTokens = async (file: string): Promise<readonly TokenRecord[]> => {
  let content: string;
  try {
    content = await readFile(file, "utf8");
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return [];
    throw malformed(file, error);
  }
  try {
    return TokenFileSchema.parse(JSON.parse(content)).tokens;
  } catch (error) {
    throw malformed(file, error);
  }
};

/** Replaces the file at once; only its owner can read it. */
export const writeTokens = async (file: string, tokens: readonly TokenRecord[]): Promise<void> => {
  await mkdir(path.dirname(file), { recursive: true });
  await replaceFile(file, `${JSON.stringify({ version: 1, tokens }, null, 2)}\n`);
};
