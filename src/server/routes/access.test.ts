import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AccessReplySchema } from "../../contract/access.ts";
import { writeTokens } from "../access/token-file.ts";
import { TokenStore } from "../access/token-store.ts";
import { createToken } from "../access/token.ts";
import { scriptedServices, testApp } from "../test-app.ts";
import { Uploads } from "../uploads/uploads.ts";

const asking = createToken("窗口", ["ask"], null);
const loading = createToken("资料室", ["ingest"], new Date("2999-01-01T00:00:00.000Z"));
const expired = createToken("旧", ["admin"], new Date(0));

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "zhengwen-access-"));
  const records = [asking.record, loading.record, expired.record];
  await writeTokens(path.join(folder, "all.json"), records);
  await writeTokens(path.join(folder, "asking.json"), [asking.record]);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const uploads = new Uploads("nowhere", () => Promise.reject(new Error("nothing is uploaded here")));

const access = async ({ token = "", file = "all.json", tokenRequired = true, takesUploads = true } = {}) => {
  const app = testApp(scriptedServices({}), {
    access: { tokens: new TokenStore(path.join(folder, file)), tokenRequired },
    ...(takesUploads ? { uploads } : {}),
  });
  const headers = token === "" ? {} : { authorization: `Bearer ${token}` };
  const response = await app.request("/api/access", { headers });
  expect(response.status).toBe(200);
  expect(response.headers.get("cache-control")).toBe("no-store");
  return AccessReplySchema.parse(await response.json());
};

describe("GET /api/access", () => {
  it("tells a stranger no more than that a token is needed", async () => {
    const nothing = { tokenRequired: true, token: null, uploads: false };
    expect(await access()).toStrictEqual(nothing);
    expect(await access({ token: "guess" })).toStrictEqual(nothing);
    expect(await access({ token: expired.token })).toStrictEqual(nothing);
  });

  it("tells the holder of a token what it allows, also where it does not allow to ask", async () => {
    expect(await access({ token: asking.token })).toStrictEqual({
      tokenRequired: true,
      token: { name: "窗口", scopes: ["ask"], expiresAt: null },
      uploads: true,
    });
    expect((await access({ token: loading.token })).token).toStrictEqual({
      name: "资料室",
      scopes: ["ingest"],
      expiresAt: "2999-01-01T00:00:00.000Z",
    });
  });

  it("offers uploads only where a token allows them and there is a place for them", async () => {
    expect((await access({ tokenRequired: false })).uploads).toBe(true);
    expect((await access({ tokenRequired: false, file: "asking.json" })).uploads).toBe(false);
    expect((await access({ tokenRequired: false, file: "none.json" })).uploads).toBe(false);
    expect((await access({ tokenRequired: false, takesUploads: false })).uploads).toBe(false);
  });
});
