import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { LockFileSchema, missingPackages } from "./lock-file.ts";
import { platformOfPackage } from "./platform-of-package.ts";

const text = readFileSync(join(import.meta.dirname, "../package-lock.json"), "utf8");

const missingOf = (packages: object) => missingPackages(LockFileSchema.parse({ packages }));

describe("package-lock.json", () => {
  it("names every optional package, so that npm ci accepts it (else: npm run lock:complete)", () => {
    expect(missingPackages(LockFileSchema.parse(JSON.parse(text)))).toEqual([]);
  });

  it("names no place that packages come from", () => {
    expect(text).not.toMatch(/"resolved"/);
  });
});

describe("missing packages", () => {
  it("are those that neither the dependent's folder nor one above it holds", () => {
    const optionalDependencies = { "@native/linux-x64": "1.0.0", "@native/win32-x64": "1.0.0" };
    expect(
      missingOf({
        "node_modules/a": { version: "1.0.0", dev: true },
        "node_modules/a/node_modules/b": { version: "1.0.0", dev: true, optionalDependencies },
        "node_modules/a/node_modules/@native/linux-x64": { version: "1.0.0" },
        "node_modules/c/node_modules/@native/win32-x64": { version: "1.0.0" },
      }),
    ).toEqual([{ name: "@native/win32-x64", version: "1.0.0", dev: true }]);
  });
});

describe("the platform of a package", () => {
  it.each([
    ["@lancedb/lancedb-darwin-arm64", { os: ["darwin"], cpu: ["arm64"] }],
    ["@oxlint/binding-linux-x64-musl", { os: ["linux"], cpu: ["x64"], libc: ["musl"] }],
    ["@oxfmt/binding-linux-arm-gnueabihf", { os: ["linux"], cpu: ["arm"], libc: ["glibc"] }],
    ["@oxfmt/binding-android-arm-eabi", { os: ["android"], cpu: ["arm"] }],
    ["@lancedb/lancedb-win32-x64-msvc", { os: ["win32"], cpu: ["x64"] }],
    ["@hono/node-server", null],
  ])("is read out of %s", (name, platform) => {
    expect(platformOfPackage(name)).toEqual(platform);
  });
});
