import { z } from "zod";
import { PolicyError } from "../policy/policy-error.ts";
import { readTokens, writeTokens } from "../server/access/token-file.ts";
import type { Scope } from "../contract/access.ts";
import { ScopeSchema } from "../contract/access.ts";
import type { TokenRecord } from "../server/access/token.ts";
import { createToken } from "../server/access/token.ts";
import { loadConfig } from "../server/config.ts";
import type { Command } from "./command.ts";
import { usageError } from "./command.ts";

const DAY_MS = 86_400_000;
const NAME_CHARACTERS = 100;

const scopesOf = (given: string | undefined): Scope[] => {
  const scopes = z
    .array(ScopeSchema)
    .min(1)
    .safeParse((given ?? "ask").split(",").map((each) => each.trim()));
  if (!scopes.success) {
    throw usageError(
      "--scope 只能是 ask、ingest、admin，用逗号分隔。",
      "Give --scope ask, ingest or admin, with commas.",
    );
  }
  return scopes.data;
};

const expiryOf = (given: string | undefined): Date | null => {
  if (given === undefined) return null;
  if (!/^[1-9]\d{0,4}$/.test(given)) throw usageError("--days 应为天数。", "Give --days a number of days.");
  return new Date(Date.now() + Number(given) * DAY_MS);
};

/** A token as it may be shown. */
const shown = ({ sha256: _hash, ...record }: TokenRecord): Omit<TokenRecord, "sha256"> => record;

const line = ({ id, name, scopes, createdAt, expiresAt }: TokenRecord): string =>
  `${id}  ${name}  [${scopes.join(", ")}]  ${createdAt.slice(0, 10)} – ${expiresAt?.slice(0, 10) ?? "∞"}`;

const tokenFile = (): string => {
  const { tokenFile: file } = loadConfig();
  if (file !== null) return file;
  throw new PolicyError({
    code: "no_token_file",
    status: 500,
    message: {
      zh: "索引在存储桶中：请用 ZHENGWEN_TOKENS 指定保存令牌的文件。",
      en: "The index is in a bucket: name a file for the tokens with ZHENGWEN_TOKENS.",
    },
  });
};

/** `token add|list|remove`: the tokens of the server; a running server takes up the change by itself. */
export const tokenCommand: Command = {
  name: "token",
  usage: "add <名称 name> [--scope ask,ingest,admin] [--days 90] | list | remove <标识 id>",
  summary: { zh: "管理访问令牌", en: "manage the tokens of the server" },
  options: { scope: { type: "string" }, days: { type: "string" } },
  run: async ({ positionals: [action, ...rest], options }) => {
    const [given] = rest;
    if (action === "add" && given !== undefined && rest.length === 1 && given.length <= NAME_CHARACTERS) {
      const { token, record } = createToken(given, scopesOf(options["scope"]), expiryOf(options["days"]));
      const file = tokenFile();
      await writeTokens(file, [...(await readTokens(file)), record]);
      const text = `${token}\n（只显示这一次，请妥善保存。Shown this once; keep it safe.）`;
      return { exitCode: 0, data: { ...shown(record), token }, text };
    }
    if (action === "list" && rest.length === 0) {
      const tokens = await readTokens(tokenFile());
      const text =
        tokens.length === 0 ? "没有令牌。 No tokens." : tokens.map((each) => line(each)).join("\n");
      return { exitCode: 0, data: { tokens: tokens.map((each) => shown(each)) }, text };
    }
    if (action === "remove" && given !== undefined && rest.length === 1) {
      const file = tokenFile();
      const tokens = await readTokens(file);
      const removed = tokens.find(({ id }) => id === given);
      if (removed === undefined) {
        throw new PolicyError({
          code: "token_not_found",
          status: 404,
          message: { zh: `没有令牌 ${given}。`, en: `There is no token ${given}.` },
        });
      }
      await writeTokens(
        file,
        tokens.filter((each) => each !== removed),
      );
      return { exitCode: 0, data: { removed: shown(removed) }, text: `已移除 Removed: ${line(removed)}` };
    }
    throw usageError("请用 add <名称>、list 或 remove <标识>。", "Give add <name>, list or remove <id>.");
  },
};
