import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { z } from "zod";
import type { ModelSettings } from "../answering/create-assistant.ts";
import { PolicyError } from "../policy/policy-error.ts";
import type { AccessSettings } from "./access/access-settings.ts";
import { isLoopbackName } from "./request-guard.ts";

const LOG_LEVELS = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;

/** Requests a minute, off loopback, unless set. */
const RATE_PER_TOKEN = 120;
const RATE_PER_ADDRESS = 600;

/** Everything the environment decides, read once at start; the rest of the code receives it typed. */
export interface Config {
  /** An absolute folder, or an `s3://` address as it was given. */
  readonly dataDir: string;
  /** A file with synonyms of the user's own, absolute; null: `synonyms.txt` in the data folder, if there is one. */
  readonly synonymsFile: string | null;
  /** 0 asks the system for a free port. */
  readonly port: number;
  readonly host: string;
  /** Names beside the loopback ones and `host` that the `Host` header may hold, in lower case. */
  readonly allowedHosts: readonly string[];
  /** Where readers reach the server (`https://policy.example.cn`), a proxy in between; null: where they asked. */
  readonly publicOrigin: string | null;
  /** Where tokens are kept; null with a bucket, unless a file was named. */
  readonly tokenFile: string | null;
  readonly access: Omit<AccessSettings, "tokens">;
  /** Null unless a model and an address or key for it are set. */
  readonly model: ModelSettings | null;
  /** With a bucket: how long a state of the index that was read counts as the newest, in milliseconds. */
  readonly indexHoldsMs: number;
  /** How long running requests may go on after the server was asked to stop, in milliseconds. */
  readonly drainMs: number;
  /** The service's name in OpenTelemetry's spans; null where no collector is named. */
  readonly tracesAs: string | null;
  readonly logLevel: (typeof LOG_LEVELS)[number];
}

const hostName = z.string().regex(/^(?:\[[0-9a-fA-F:.]+\]|[A-Za-z0-9._-]+|[0-9a-fA-F:.]+)$/, {
  message: "expected a host name or IP address",
});
const hostList = z.string().transform((value, context) => {
  const hosts = value
    .split(",")
    .map((host) => host.trim().toLowerCase())
    .filter((host) => host !== "");
  for (const host of hosts) {
    if (!/^(?:\[[0-9a-f:.]+\]|[a-z0-9._-]+)(?::\d{1,5})?$/.test(host)) {
      context.addIssue({ code: "custom", message: "expected host names, separated by commas" });
    }
  }
  return hosts;
});

const originList = z.string().transform((value, context) => {
  const origins = value
    .split(",")
    .map((origin) => origin.trim())
    .filter((origin) => origin !== "");
  for (const origin of origins) {
    if (!URL.canParse(origin) || new URL(origin).origin !== origin) {
      context.addIssue({ code: "custom", message: "expected origins like https://portal.example.cn" });
    }
  }
  return origins;
});

const webOrigin = z
  .string()
  .refine((value) => /^https?:\/\//.test(value) && URL.canParse(value) && new URL(value).origin === value, {
    message: "expected an origin like https://policy.example.cn",
  });

const yesOrNo = z
  .enum(["true", "false"], { message: "expected true or false" })
  .transform((value) => value === "true");
const count = (message: string) =>
  z
    .string()
    .regex(/^\d{1,7}$/, { message })
    .transform(Number);
const rate = count("expected requests a minute; 0 is no limit").transform((value) =>
  value === 0 ? null : value,
);

const EnvironmentSchema = z.object({
  ZHENGWEN_DATA: z.string().default(".zhengwen/"),
  ZHENGWEN_SYNONYMS: z.string().optional(),
  ZHENGWEN_PORT: z
    .string()
    .regex(/^\d{1,5}$/, { message: "expected a number from 0 to 65535" })
    .transform(Number)
    .refine((port) => port <= 65_535, { message: "expected a number from 0 to 65535" })
    .default(8787),
  ZHENGWEN_HOST: hostName.default("127.0.0.1"),
  ZHENGWEN_ALLOWED_HOSTS: hostList.default([]),
  ZHENGWEN_ALLOWED_ORIGINS: originList.default([]),
  ZHENGWEN_PUBLIC_ORIGIN: webOrigin.optional(),
  ZHENGWEN_TOKENS: z.string().optional(),
  ZHENGWEN_REQUIRE_TOKEN: yesOrNo.default(false),
  ZHENGWEN_BEHIND_PROXY: yesOrNo.default(false),
  ZHENGWEN_RATE_PER_TOKEN: rate.optional(),
  ZHENGWEN_RATE_PER_ADDRESS: rate.optional(),
  ZHENGWEN_CONCURRENCY: count("expected a number of requests")
    .refine((value) => value > 0, { message: "expected at least 1" })
    .default(100),
  ZHENGWEN_STOP_SECONDS: z
    .string()
    .regex(/^\d{1,4}$/, { message: "expected seconds" })
    .transform(Number)
    .default(120),
  ZHENGWEN_INDEX_CHECK_SECONDS: z
    .string()
    .regex(/^\d{1,4}$/, { message: "expected seconds" })
    .transform(Number)
    .default(5),
  OPENAI_BASE_URL: z.url({ protocol: /^https?$/, message: "expected an http(s) address" }).optional(),
  OPENAI_API_KEY: z.string().optional(),
  ZHENGWEN_MODEL: z.string().optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: z
    .url({ protocol: /^https?$/, message: "expected an http(s) address" })
    .optional(),
  OTEL_SERVICE_NAME: z.string().default("zhengwen"),
  ZHENGWEN_LOG_LEVEL: z
    .enum(LOG_LEVELS, { message: `expected one of ${LOG_LEVELS.join(", ")}` })
    .default("info"),
});

/**
 * Reads the configuration from environment variables; an empty value counts as unset.
 * @param cwd - what a relative `ZHENGWEN_DATA` is resolved against
 * @throws PolicyError `invalid_configuration`, naming the variable and never its value (it may be a key)
 */
export const readConfig = (
  environment: Readonly<Record<string, string | undefined>>,
  cwd: string,
): Config => {
  const set = Object.fromEntries(
    Object.entries(environment)
      .map(([name, value]) => [name, value?.trim()] as const)
      .filter(([, value]) => value !== undefined && value !== ""),
  );
  const parsed = EnvironmentSchema.safeParse(set);
  if (!parsed.success) {
    const problems = parsed.error.issues
      .map((issue) => `${issue.path.join(".")}: ${issue.message}`)
      .join("; ");
    throw new PolicyError({
      code: "invalid_configuration",
      status: 500,
      message: { zh: `环境变量有误（${problems}）`, en: `Wrong environment variable (${problems})` },
    });
  }
  const values = parsed.data;
  const baseUrl = values.OPENAI_BASE_URL ?? null;
  const apiKey = values.OPENAI_API_KEY ?? null;
  const name = values.ZHENGWEN_MODEL;
  const publicOrigin = values.ZHENGWEN_PUBLIC_ORIGIN ?? null;
  const isBucket = /^[a-z0-9+]+:\/\//i.test(values.ZHENGWEN_DATA);
  const dataDir = isBucket ? values.ZHENGWEN_DATA : resolve(cwd, values.ZHENGWEN_DATA);
  const isLoopback = isLoopbackName(values.ZHENGWEN_HOST.toLowerCase());
  // On loopback there is nobody to be kept from others.
  const rateOr = (given: number | null | undefined, otherwise: number): number | null =>
    given === undefined ? (isLoopback ? null : otherwise) : given;
  const ownTokenFile = isBucket ? null : resolve(dataDir, "tokens.json");
  return {
    dataDir,
    tokenFile: values.ZHENGWEN_TOKENS === undefined ? ownTokenFile : resolve(cwd, values.ZHENGWEN_TOKENS),
    access: {
      tokenRequired: !isLoopback || values.ZHENGWEN_REQUIRE_TOKEN,
      allowedOrigins: values.ZHENGWEN_ALLOWED_ORIGINS,
      ratePerToken: rateOr(values.ZHENGWEN_RATE_PER_TOKEN, RATE_PER_TOKEN),
      ratePerAddress: rateOr(values.ZHENGWEN_RATE_PER_ADDRESS, RATE_PER_ADDRESS),
      concurrency: values.ZHENGWEN_CONCURRENCY,
      behindProxy: values.ZHENGWEN_BEHIND_PROXY,
    },
    synonymsFile: values.ZHENGWEN_SYNONYMS === undefined ? null : resolve(cwd, values.ZHENGWEN_SYNONYMS),
    port: values.ZHENGWEN_PORT,
    host: values.ZHENGWEN_HOST,
    allowedHosts: [
      ...values.ZHENGWEN_ALLOWED_HOSTS,
      ...(publicOrigin === null ? [] : [new URL(publicOrigin).host]),
    ],
    publicOrigin,
    model: name !== undefined && (baseUrl !== null || apiKey !== null) ? { name, baseUrl, apiKey } : null,
    indexHoldsMs: isBucket ? values.ZHENGWEN_INDEX_CHECK_SECONDS * 1_000 : 0,
    drainMs: values.ZHENGWEN_STOP_SECONDS * 1_000,
    tracesAs: values.OTEL_EXPORTER_OTLP_ENDPOINT === undefined ? null : values.OTEL_SERVICE_NAME,
    logLevel: values.ZHENGWEN_LOG_LEVEL,
  };
};

/** The configuration of this process: `.env` of the working directory, where there is one, and the environment. */
export const loadConfig = (): Config => {
  const file = resolve(process.cwd(), ".env");
  // What is already in the environment wins over the file.
  if (existsSync(file)) process.loadEnvFile(file);
  // A blank setting is no setting; the model's package takes a blank address for a wrong one.
  for (const name of ["OPENAI_BASE_URL", "OPENAI_API_KEY", "ZHENGWEN_MODEL"]) {
    if (process.env[name]?.trim() === "") delete process.env[name];
  }
  return readConfig(process.env, process.cwd());
};
