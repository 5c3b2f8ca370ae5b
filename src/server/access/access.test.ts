import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { scriptedServices, testApp, postJson } from "../test-app.ts";
import { problemOf } from "../test-problem.ts";
import { writeTokens } from "./token-file.ts";
import { TokenStore } from "./token-store.ts";
import type { Scope } from "../../contract/access.ts";
import { createToken } from "./token.ts";

let folder: string;
let file: string;
const lines: string[] = [];
const log = pino({ level: "trace" }, { write: (line: string) => void lines.push(line) });

const held = {
  ask: createToken("ask", ["ask"], null),
  ingest: createToken("ingest", ["ingest"], null),
  admin: createToken("admin", ["admin"], null),
  expired: createToken("expired", ["admin"], new Date(Date.now() - 1000)),
};

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "zhengwen-tokens-"));
  file = path.join(folder, "data", "tokens.json");
  await writeTokens(
    file,
    Object.values(held).map(({ record }) => record),
  );
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

const services = scriptedServices({ search: async () => ({ hits: [] }) });
const app = (access = {}) =>
  testApp(services, { log, access: { tokens: new TokenStore(file), tokenRequired: true, ...access } });
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const SEARCH = "/api/search?q=x";

/** What everybody may have: the probes, the page, and what it needs to let its reader log in. */
const OPEN = /^\/(?:healthz|readyz|api\/access|documents\/\*|assets\/.*|widget\.js|:file.*|)$/;

/** Every other route of the app, with its method. */
const routes = () =>
  app()
    .routes.filter(({ method, path: address }) => method !== "ALL" && !OPEN.test(address))
    .map(({ method, path: address }) => ({ method, address: address.replace(/:\w+(?:\{[^}]*\})?/g, "x") }));

describe("a server that asks for tokens", () => {
  it("answers 401 on every route without one, and on addresses that do not exist", async () => {
    expect(routes().length).toBeGreaterThan(15);
    for (const { method, address } of [...routes(), { method: "GET", address: "/nothing" }]) {
      const response = await app().request(address, { method });
      expect(response.status, `${method} ${address}`).toBe(401);
      expect(response.headers.get("www-authenticate")).toContain("Bearer");
      expect(await response.text()).toContain("token_required");
    }
  });

  it("gives the page to everybody, under every method that reads it and no other", async () => {
    for (const address of ["/", "/documents/plan", "/assets/index-x.js", "/seal.svg", "/widget.js"]) {
      expect((await app().request(address)).status, `GET ${address}`).not.toBe(401);
      expect((await app().request(address, { method: "HEAD" })).status, `HEAD ${address}`).not.toBe(401);
      expect((await app().request(address, { method: "POST" })).status, `POST ${address}`).toBe(401);
    }
    for (const address of ["/documentsx", "/assets", "//", "/tokens.json", "/api/documents/plan"]) {
      expect((await app().request(address)).status, `GET ${address}`).toBe(401);
    }
  });

  it("answers probes to everybody", async () => {
    expect((await app().request("/healthz")).status).toBe(200);
    expect((await app().request("/readyz")).status).toBe(503);
  });

  it.each([
    ["nothing", ""],
    ["a guess", "Bearer x"],
    ["a token of the right form", `Bearer ${createToken("other", ["admin"], null).token}`],
    ["the kept hash", `Bearer ${held.admin.record.sha256}`],
    ["an expired token", `Bearer ${held.expired.token}`],
    ["another scheme", `Digest ${held.admin.token}`],
    ["a shortened token", `Bearer ${held.admin.token.slice(0, -1)}`],
  ])("refuses %s", async (_name, authorization) => {
    const response = await app().request(SEARCH, { headers: { authorization } });
    expect(await problemOf(response)).toMatchObject({ status: 401, code: "token_required" });
  });

  it("lets in who may ask, with the token as bearer or as a browser's password", async () => {
    expect((await app().request(SEARCH, { headers: bearer(held.ask.token) })).status).toBe(200);
    const basic = Buffer.from(`me:${held.ask.token}`).toString("base64");
    expect((await app().request(SEARCH, { headers: { authorization: `Basic ${basic}` } })).status).toBe(200);
    expect((await app().request(SEARCH, { headers: bearer(held.admin.token) })).status).toBe(200);
  });

  it("lets a browser ask its user", async () => {
    const response = await app().request("/reference", { headers: { accept: "text/html,*/*" } });
    expect(response.headers.get("www-authenticate")).toMatch(/^Basic /);
  });

  it("answers 403 where the scope is another", async () => {
    const wrong: [Scope, string, string][] = [
      ["ingest", "GET", SEARCH],
      ["ingest", "POST", "/v1/chat/completions"],
      ["ask", "POST", "/api/documents"],
      ["ask", "GET", "/metrics"],
      ["ingest", "GET", "/api/ingests/last"],
    ];
    for (const [scope, method, address] of wrong) {
      const response = await app().request(address, { method, headers: bearer(held[scope].token) });
      expect(response.status, `${scope} ${method} ${address}`).toBe(403);
      expect(await response.text()).toContain("insufficient_scope");
    }
  });

  it("says so in OpenAI's form to its clients", async () => {
    const response = await app().request("/v1/models");
    expect(await response.json()).toMatchObject({
      error: { type: "authentication_error", code: "token_required" },
    });
  });

  it("takes up tokens that are added and removed while it runs", async () => {
    const own = path.join(folder, "own.json");
    const running = app({ tokens: new TokenStore(own) });
    const { token, record } = createToken("late", ["ask"], null);
    const statusWith = async (): Promise<number> => {
      await new Promise((resolve) => setTimeout(resolve, 600));
      return (await running.request(SEARCH, { headers: bearer(token) })).status;
    };
    expect(await statusWith()).toBe(401);
    await writeTokens(own, [record]);
    expect(await statusWith()).toBe(200);
    await writeTokens(own, []);
    expect(await statusWith()).toBe(401);
  });

  it("keeps no token, neither on disk nor in its log", async () => {
    await app().request(SEARCH, { headers: bearer(held.ask.token) });
    await app().request(`${SEARCH}&token=${held.ask.token}`, { headers: bearer("x") });
    await app().request(`/${held.ask.token}`, postJson({ token: held.ask.token }));
    expect(lines.length).toBeGreaterThan(20);
    const kept = `${await readFile(file, "utf8")}${lines.join("")}`;
    expect(kept).toContain(held.ask.record.id);
    for (const { token } of Object.values(held)) {
      expect(kept).not.toContain(token);
      expect(kept).not.toContain(token.split("_").slice(2).join("_"));
    }
    // Windows has no such rights.
    if (process.platform !== "win32") expect((await stat(file)).mode & 0o077).toBe(0);
  });
});

describe("on loopback", () => {
  it("needs no token to ask, and one to upload", async () => {
    const open = app({ tokenRequired: false });
    expect((await open.request(SEARCH)).status).toBe(200);
    expect((await open.request("/api/documents", { method: "POST" })).status).toBe(401);
    const asking = await open.request("/api/documents", { method: "POST", headers: bearer(held.ask.token) });
    expect(asking.status).toBe(403);
  });
});

describe("pages of other hosts", () => {
  const origin = "https://portal.example.cn";

  it("may ask where they are on the list", async () => {
    const listed = app({ allowedOrigins: [origin] });
    const preflight = await listed.request(SEARCH, {
      method: "OPTIONS",
      headers: { origin, "access-control-request-method": "GET" },
    });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get("access-control-allow-origin")).toBe(origin);
    const response = await listed.request(SEARCH, { headers: { origin, ...bearer(held.ask.token) } });
    expect(response.status).toBe(200);
    expect(response.headers.get("access-control-allow-origin")).toBe(origin);
    expect(response.headers.get("access-control-allow-credentials")).toBeNull();
  });

  it("may not where they are not", async () => {
    for (const access of [{}, { allowedOrigins: ["https://other.example.cn"] }]) {
      const response = await app(access).request(SEARCH, { headers: { origin, ...bearer(held.ask.token) } });
      expect(response.status).toBe(403);
      expect(response.headers.get("access-control-allow-origin")).toBeNull();
    }
  });
});

describe("limits", () => {
  it("counts requests of a token, and of an address whether or not its tokens are right", async () => {
    const byToken = app({ ratePerToken: 2 });
    const ask = (token: string) => byToken.request(SEARCH, { headers: bearer(token) });
    expect([(await ask(held.ask.token)).status, (await ask(held.ask.token)).status]).toStrictEqual([
      200, 200,
    ]);
    const refused = await ask(held.ask.token);
    expect(await problemOf(refused)).toMatchObject({ status: 429, code: "too_many_requests" });
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    expect((await ask(held.admin.token)).status).toBe(200);

    const byAddress = app({ ratePerAddress: 2, behindProxy: true });
    const guess = async (address: string) =>
      (await byAddress.request(SEARCH, { headers: { ...bearer("guess"), "x-forwarded-for": address } }))
        .status;
    expect([await guess("1.2.3.4"), await guess("9.9.9.9, 1.2.3.4"), await guess("1.2.3.4")]).toStrictEqual([
      401, 401, 429,
    ]);
    expect(await guess("1.2.3.5")).toBe(401);
    expect((await byAddress.request("/healthz", { headers: { "x-forwarded-for": "1.2.3.4" } })).status).toBe(
      200,
    );
  });

  it("takes in no more than it has room for, and goes on afterwards", async () => {
    const release = Promise.withResolvers<void>();
    const slow = testApp(
      scriptedServices({
        search: async () => {
          await release.promise;
          return { hits: [] };
        },
      }),
      { access: { concurrency: 2 } },
    );
    const running = [slow.request(SEARCH), slow.request(SEARCH)].map(async (each) => (await each).status);
    const refused = await slow.request(SEARCH);
    expect(await problemOf(refused)).toMatchObject({ status: 503, code: "over_capacity" });
    expect(refused.headers.get("retry-after")).toBe("5");
    expect((await slow.request("/healthz")).status).toBe(200);
    release.resolve();
    expect(await Promise.all(running)).toStrictEqual([200, 200]);
    expect((await slow.request(SEARCH)).status).toBe(200);
  });

  it("refuses JSON that is nested too deeply", async () => {
    const deep = `{"question":"x","history":${"[".repeat(100_000)}${"]".repeat(100_000)}}`;
    const response = await app().request("/api/answer", postJson(deep, bearer(held.ask.token)));
    expect(await problemOf(response)).toMatchObject({ status: 400, code: "json_too_deep" });
    const brackets = await app().request(
      "/api/answer",
      postJson({ question: "[".repeat(2_001) }, bearer(held.ask.token)),
    );
    expect(await problemOf(brackets)).toMatchObject({ code: "question_too_long" });
  });
});
