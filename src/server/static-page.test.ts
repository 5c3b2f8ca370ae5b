import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { scriptedServices, testApp } from "./test-app.ts";

const SCRIPT = `console.log("${"x".repeat(2000)}");`;
const root = mkdtempSync(path.join(tmpdir(), "zhengwen-static-"));
const pageFolder = path.join(root, "dist");
const app = testApp(scriptedServices({}), { pageFolder });

beforeAll(() => {
  mkdirSync(path.join(pageFolder, "assets"), { recursive: true });
  writeFileSync(path.join(pageFolder, "index.html"), "<!doctype html><title>政问</title>");
  writeFileSync(path.join(pageFolder, "favicon.svg"), "<svg/>");
  writeFileSync(path.join(pageFolder, "widget.js"), "widget();");
  writeFileSync(path.join(pageFolder, "assets/index-abc123.js"), SCRIPT);
  writeFileSync(path.join(pageFolder, ".hidden.txt"), "secret");
  writeFileSync(path.join(root, "outside.txt"), "secret");
});

describe("the page", () => {
  it.each(["/", "/documents/some-plan", "/documents/a%2Fb/c"])("is what %s shows", async (address) => {
    const response = await app.request(address);
    expect(response.status).toBe(200);
    expect(response.headers.get("content-type")).toMatch(/^text\/html/);
    expect(response.headers.get("cache-control")).toBe("no-cache");
    expect(await response.text()).toContain("政问");
  });

  it("is not sent again to who has it", async () => {
    const etag = (await app.request("/")).headers.get("etag") ?? "";
    expect(etag).not.toBe("");
    for (const tag of [etag, `W/${etag}`]) {
      const again = await app.request("/", { headers: { "if-none-match": tag } });
      expect(again.status).toBe(304);
      expect(await again.text()).toBe("");
    }
  });

  it("has assets that are kept for good, compressed where that is understood", async () => {
    const plain = await app.request("/assets/index-abc123.js");
    expect(plain.headers.get("content-type")).toMatch(/javascript/);
    expect(plain.headers.get("cache-control")).toContain("immutable");
    expect(await plain.text()).toBe(SCRIPT);
    const packed = await app.request("/assets/index-abc123.js", { headers: { "accept-encoding": "gzip" } });
    expect(packed.headers.get("content-encoding")).toBe("gzip");
    expect(packed.headers.get("vary")).toMatch(/accept-encoding/i);
  });

  it("has the files beside it", async () => {
    const response = await app.request("/favicon.svg");
    expect(response.headers.get("content-type")).toMatch(/^image\/svg\+xml/);
    expect(await response.text()).toBe("<svg/>");
  });

  it("has the widget, which pages of other sites may load, and nothing else of it", async () => {
    const policyOf = async (address: string) =>
      (await app.request(address)).headers.get("cross-origin-resource-policy");
    const response = await app.request("/widget.js");
    expect(response.headers.get("content-type")).toMatch(/^text\/javascript/);
    expect(response.headers.get("cache-control")).toBe("public, max-age=600");
    expect(await response.text()).toBe("widget();");
    expect(await policyOf("/widget.js")).toBe("cross-origin");
    for (const address of ["/", "/assets/index-abc123.js"])
      expect(await policyOf(address)).toBe("same-origin");
  });

  it("answers HEAD without a body", async () => {
    const response = await app.request("/", { method: "HEAD" });
    expect(response.status).toBe(200);
    expect(await response.text()).toBe("");
  });

  it.each([
    "/.hidden.txt",
    "/outside.txt",
    "/assets/../../outside.txt",
    "/assets/..%2F..%2Foutside.txt",
    "/%2e%2e/outside.txt",
    "/assets/%2e%2e%2foutside.txt",
    "/assets/..%5C..%5Coutside.txt",
    "/assets/index.html",
    "/assets/",
  ])("does not let %s out of its folder", async (address) => {
    const response = await app.request(address);
    expect(response.status).toBe(404);
    expect(await response.text()).not.toContain("secret");
  });
});
