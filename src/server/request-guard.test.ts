import { describe, expect, it } from "vitest";
import { isOwnHost, isSameHost } from "./request-guard.ts";

describe("isOwnHost", () => {
  it.each(["localhost", "localhost:8787", "127.0.0.1:8787", "127.8.9.10", "[::1]:8787"])(
    "accepts %s",
    (host) => {
      expect(isOwnHost(host, "0.0.0.0", [])).toBe(true);
    },
  );

  it.each([
    "evil.example",
    "localhost.evil.example",
    "127.0.0.1.evil.example:8787",
    "0.0.0.0:8787",
    "::",
    "",
  ])("refuses %s on a wildcard address", (host) => {
    expect(isOwnHost(host, "0.0.0.0", [])).toBe(false);
  });

  it("accepts the host that is listened on, and allowed ones", () => {
    expect(isOwnHost("10.0.0.5:8787", "10.0.0.5", [])).toBe(true);
    expect(isOwnHost("[fe80::1]:8787", "fe80::1", [])).toBe(true);
    expect(isOwnHost("policy.example.cn", "127.0.0.1", ["policy.example.cn"])).toBe(true);
    expect(isOwnHost("policy.example.cn:8443", "127.0.0.1", ["policy.example.cn"])).toBe(true);
    expect(isOwnHost("policy.example.cn:8443", "127.0.0.1", ["policy.example.cn:443"])).toBe(false);
  });
});

describe("isSameHost", () => {
  it("compares name and port, whatever the scheme", () => {
    expect(isSameHost("http://localhost:8787", "localhost:8787")).toBe(true);
    expect(isSameHost("https://policy.example.cn", "policy.example.cn")).toBe(true);
    expect(isSameHost("https://policy.example.cn", "policy.example.cn:443")).toBe(true);
    expect(isSameHost("http://localhost:3000", "localhost:8787")).toBe(false);
    expect(isSameHost("http://evil.example", "localhost:8787")).toBe(false);
    expect(isSameHost("null", "localhost:8787")).toBe(false);
  });
});
