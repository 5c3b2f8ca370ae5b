import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { TokenStore } from "../server/access/token-store.ts";
import { tokenCommand } from "./token.ts";

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "zhengwen-token-"));
  vi.stubEnv("ZHENGWEN_DATA", folder);
  vi.stubEnv("ZHENGWEN_TOKENS", "");
});

afterAll(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true });
});

const run = async (positionals: string[], options: Record<string, string> = {}) => {
  const result = await tokenCommand.run({ positionals, options, flags: new Set() });
  if (result === null) throw new Error("The command said nothing.");
  return result;
};

const AddedSchema = z.object({ id: z.string(), token: z.string(), expiresAt: z.string().nullable() });

describe("token", () => {
  it("adds, lists and removes", async () => {
    const first = AddedSchema.parse((await run(["add", "portal"], { scope: "ask,ingest", days: "30" })).data);
    const second = AddedSchema.parse((await run(["add", "other"])).data);
    expect(second.expiresAt).toBeNull();
    const found = await new TokenStore(path.join(folder, "tokens.json")).find(first.token);
    expect(found).toMatchObject({ id: first.id, name: "portal", scopes: ["ask", "ingest"] });

    const listed = await run(["list"]);
    expect(listed.data).toMatchObject({ tokens: [{ id: first.id }, { id: second.id, scopes: ["ask"] }] });
    for (const secret of [first.token, "sha256", found?.sha256 ?? "?"]) {
      expect(`${listed.text}${JSON.stringify(listed.data)}`).not.toContain(secret);
    }

    await run(["remove", first.id]);
    const after = new TokenStore(path.join(folder, "tokens.json"));
    expect(await after.find(first.token)).toBeNull();
    expect(await after.find(second.token)).not.toBeNull();
    await expect(run(["remove", first.id])).rejects.toMatchObject({ code: "token_not_found" });
  });

  it.each([
    [["add"], {}],
    [["add", "x"], { scope: "everything" }],
    [["add", "x"], { days: "soon" }],
    [["list", "x"], {}],
    [["forget"], {}],
  ])("calls %j %j a wrong use", async (positionals, options) => {
    await expect(run(positionals, options)).rejects.toMatchObject({ code: "usage" });
  });
});
