import { readFileSync } from "node:fs";
import { MatchRequestSchema } from "../contract/match.ts";
import { PolicyError } from "../policy/policy-error.ts";
import { loadConfig } from "../server/config.ts";
import { parseRequest } from "../server/invalid-request.ts";
import { openServices } from "../server/open-services.ts";
import { requireDocuments } from "../server/require-documents.ts";
import type { Command } from "./command.ts";
import { usageError } from "./command.ts";
import { formatMatch } from "./format-match.ts";

const readProfileFile = (file: string): unknown => {
  try {
    return JSON.parse(readFileSync(file, "utf8").replace(/^\uFEFF/, ""));
  } catch (error) {
    throw new PolicyError({
      code: "invalid_profile_file",
      status: 400,
      message: {
        zh: `读不出 ${file}：应为 JSON 文件。`,
        en: `Cannot read ${file}: a JSON file is expected.`,
      },
      cause: error,
    });
  }
};

/** `match --profile file.json`: which measures apply, as `/api/match` would say. */
export const matchCommand: Command = {
  name: "match",
  usage: '--profile file.json | "企业情况 description" [--limit 1–100] [--as-of YYYY-MM-DD]',
  summary: { zh: "查找适用的政策", en: "find the measures that apply to a company" },
  options: { profile: { type: "string" }, limit: { type: "string" }, "as-of": { type: "string" } },
  run: async ({ positionals, options }) => {
    const file = options["profile"];
    const words = positionals.join(" ").trim();
    if (file === undefined && words === "")
      throw usageError("请给出 --profile 文件或企业情况。", "Give --profile or a description.");
    const given = file === undefined ? {} : readProfileFile(file);
    const profile = words === "" || typeof given !== "object" ? given : { ...given, description: words };
    const request = parseRequest(
      MatchRequestSchema,
      {
        profile,
        ...(options["as-of"] === undefined ? {} : { asOf: options["as-of"] }),
        ...(options["limit"] === undefined ? {} : { limit: Number(options["limit"]) }),
      },
      "zh",
    );
    const services = openServices(loadConfig());
    await requireDocuments(await services.snapshot(), null);
    const reply = await services.match(request);
    return { exitCode: 0, data: reply, text: formatMatch(reply) };
  },
};
