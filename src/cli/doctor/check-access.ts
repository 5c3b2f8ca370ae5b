import { stat } from "node:fs/promises";
import { PolicyError } from "../../policy/policy-error.ts";
import { readTokens } from "../../server/access/token-file.ts";
import type { TokenRecord } from "../../server/access/token.ts";
import type { Config } from "../../server/config.ts";
import type { Finding } from "./finding.ts";
import { failure, ok, warning } from "./finding.ts";

const REMOTE_LIMIT_MS = 5_000;
const WILDCARDS: ReadonlySet<string> = new Set(["0.0.0.0", "::", "[::]"]);

const checkTokens = async ({ tokenFile, access }: Config): Promise<Finding> => {
  let tokens: readonly TokenRecord[] = [];
  try {
    tokens = tokenFile === null ? [] : await readTokens(tokenFile);
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error;
    return failure("tokens", error.publicMessage.zh, error.publicMessage.en);
  }
  const valid = tokens.filter(({ expiresAt }) => expiresAt === null || new Date(expiresAt) > new Date());
  if (valid.length === 0) {
    return access.tokenRequired
      ? failure(
          "tokens",
          "没有有效的访问令牌，所有请求都会被拒绝：token add <名称>",
          "there is no valid token, and every request is refused: token add <name>",
        )
      : ok("tokens", "本机地址，不要求令牌；不能上传", "loopback: no token is needed, and no uploads");
  }
  const mode = tokenFile === null ? 0 : (await stat(tokenFile)).mode;
  if (process.platform !== "win32" && (mode & 0o077) !== 0) {
    return warning("tokens", `${tokenFile} 可被其他用户读取`, `${tokenFile} can be read by other users`);
  }
  return ok("tokens", `${valid.length} 个有效的访问令牌`, `${valid.length} valid tokens`);
};

const checkHost = ({ host, allowedHosts }: Config): Finding => {
  if (WILDCARDS.has(host) && allowedHosts.length === 0) {
    return warning(
      "host",
      `监听 ${host}，但没有设置 ZHENGWEN_ALLOWED_HOSTS：以其他主机名的请求会被拒绝`,
      `listens on ${host} without ZHENGWEN_ALLOWED_HOSTS: requests under other host names are refused`,
    );
  }
  return ok("host", `监听 ${host}`, `listens on ${host}`);
};

/** Whether the language model's address answers at all; the key is sent, as a question would send it. */
const checkLanguageModel = async ({ model }: Config): Promise<Finding> => {
  if (model === null) return ok("model", "不使用语言模型", "no language model");
  if (model.baseUrl === null) return ok("model", `语言模型 ${model.name}`, `language model ${model.name}`);
  const address = `${model.baseUrl.replace(/\/$/, "")}/models`;
  try {
    const headers = model.apiKey === null ? {} : { authorization: `Bearer ${model.apiKey}` };
    const { status } = await fetch(address, { headers, signal: AbortSignal.timeout(REMOTE_LIMIT_MS) });
    return status < 400
      ? ok("model", `语言模型 ${model.name} 可达`, `language model ${model.name} can be reached`)
      : warning("model", `语言模型的地址回复 ${status}`, `the language model's address replies ${status}`);
  } catch {
    return warning(
      "model",
      "语言模型的地址没有回应；回答将直接取自文件",
      "the language model's address does not answer; answers come from the documents alone",
    );
  }
};

/** Who may reach the server, and whether it reaches its language model. */
export const checkAccess = async (config: Config): Promise<readonly Finding[]> => [
  checkHost(config),
  await checkTokens(config),
  await checkLanguageModel(config),
];
