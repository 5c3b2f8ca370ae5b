import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { PolicyError } from "../policy/policy-error.ts";
import { readConfig } from "./config.ts";

const errorOf = (environment: Record<string, string>): PolicyError => {
  try {
    readConfig(environment, "/somewhere");
  } catch (error) {
    if (error instanceof PolicyError) return error;
  }
  throw new Error("expected a PolicyError");
};

describe("readConfig", () => {
  it("has a default for everything", () => {
    expect(readConfig({}, "/somewhere")).toStrictEqual({
      dataDir: resolve("/somewhere/.zhengwen"),
      synonymsFile: null,
      port: 8787,
      host: "127.0.0.1",
      allowedHosts: [],
      publicOrigin: null,
      tokenFile: resolve("/somewhere/.zhengwen/tokens.json"),
      access: {
        tokenRequired: false,
        allowedOrigins: [],
        ratePerToken: null,
        ratePerAddress: null,
        concurrency: 100,
        behindProxy: false,
      },
      model: null,
      indexHoldsMs: 0,
      drainMs: 120_000,
      tracesAs: null,
      logLevel: "info",
    });
  });

  it("counts an empty value as unset", () => {
    expect(
      readConfig({ ZHENGWEN_PORT: "", OPENAI_BASE_URL: " ", ZHENGWEN_MODEL: "" }, "/somewhere"),
    ).toStrictEqual(readConfig({}, "/somewhere"));
  });

  it("resolves a relative data folder and keeps an s3 address", () => {
    expect(readConfig({ ZHENGWEN_DATA: "index" }, "/somewhere").dataDir).toBe(resolve("/somewhere/index"));
    expect(readConfig({ ZHENGWEN_DATA: "s3://bucket/index" }, "/somewhere").dataDir).toBe(
      "s3://bucket/index",
    );
  });

  it("holds what it read of a bucket for a while, and of a folder not at all", () => {
    const inBucket = { ZHENGWEN_DATA: "s3://bucket/index" };
    expect(readConfig(inBucket, "/").indexHoldsMs).toBe(5_000);
    expect(readConfig({ ...inBucket, ZHENGWEN_INDEX_CHECK_SECONDS: "0" }, "/").indexHoldsMs).toBe(0);
    expect(readConfig({ ZHENGWEN_INDEX_CHECK_SECONDS: "30" }, "/").indexHoldsMs).toBe(0);
    expect(errorOf({ ZHENGWEN_INDEX_CHECK_SECONDS: "soon" }).publicMessage.en).toContain("expected seconds");
  });

  it("uses a model only with its name and an address or a key", () => {
    const address = "http://127.0.0.1:11434/v1";
    expect(readConfig({ ZHENGWEN_MODEL: "m" }, "/").model).toBeNull();
    expect(readConfig({ OPENAI_API_KEY: "k", OPENAI_BASE_URL: address }, "/").model).toBeNull();
    expect(readConfig({ ZHENGWEN_MODEL: "m", OPENAI_API_KEY: "k" }, "/").model).toStrictEqual({
      name: "m",
      baseUrl: null,
      apiKey: "k",
    });
    expect(readConfig({ ZHENGWEN_MODEL: "m", OPENAI_BASE_URL: address }, "/").model).toStrictEqual({
      name: "m",
      baseUrl: address,
      apiKey: null,
    });
  });

  it("asks for tokens and limits rates on every address but loopback", () => {
    for (const host of ["0.0.0.0", "::", "10.0.0.5", "policy.example.cn", "127.0.0.1.example.cn"]) {
      expect(readConfig({ ZHENGWEN_HOST: host }, "/").access).toMatchObject({
        tokenRequired: true,
        ratePerToken: 120,
        ratePerAddress: 600,
      });
    }
    for (const host of ["localhost", "127.0.0.1", "127.1.2.3", "::1", "[::1]"]) {
      expect(readConfig({ ZHENGWEN_HOST: host }, "/").access.tokenRequired).toBe(false);
    }
    expect(readConfig({ ZHENGWEN_REQUIRE_TOKEN: "true" }, "/").access.tokenRequired).toBe(true);
    const unlimited = readConfig({ ZHENGWEN_HOST: "0.0.0.0", ZHENGWEN_RATE_PER_TOKEN: "0" }, "/");
    expect(unlimited.access.ratePerToken).toBeNull();
  });

  it("keeps tokens in the data folder, or in the file that is named", () => {
    expect(readConfig({ ZHENGWEN_DATA: "s3://bucket/index" }, "/").tokenFile).toBeNull();
    const named = readConfig({ ZHENGWEN_DATA: "s3://bucket/index", ZHENGWEN_TOKENS: "t.json" }, "/etc");
    expect(named.tokenFile).toBe(resolve("/etc/t.json"));
  });

  it("reads allowed hosts as a list in lower case", () => {
    expect(
      readConfig({ ZHENGWEN_ALLOWED_HOSTS: "Policy.Example.cn, other.cn:8443," }, "/").allowedHosts,
    ).toStrictEqual(["policy.example.cn", "other.cn:8443"]);
  });

  it.each([
    ["ZHENGWEN_PORT", "eighty"],
    ["ZHENGWEN_PORT", "70000"],
    ["ZHENGWEN_PORT", "-1"],
    ["ZHENGWEN_HOST", "http://localhost"],
    ["ZHENGWEN_ALLOWED_HOSTS", "https://policy.example.cn"],
    ["ZHENGWEN_ALLOWED_ORIGINS", "https://portal.example.cn/page"],
    ["ZHENGWEN_REQUIRE_TOKEN", "perhaps"],
    ["ZHENGWEN_RATE_PER_TOKEN", "-5"],
    ["ZHENGWEN_CONCURRENCY", "0"],
    ["OPENAI_BASE_URL", "ftp://models.example.cn"],
    ["OPENAI_BASE_URL", "localhost"],
    ["ZHENGWEN_LOG_LEVEL", "loud"],
  ])("refuses %s=%s, naming the variable and not its value", (name, value) => {
    const error = errorOf({ [name]: value });
    expect(error.code).toBe("invalid_configuration");
    expect(error.publicMessage.zh).toContain(name);
    expect(error.publicMessage.en).toContain(name);
    expect(error.publicMessage.en).not.toContain(value);
  });
});
