import { randomInt } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it } from "vitest";
import { runCrashRounds } from "./crash-rounds.ts";

const KILLS = 20;

it(`survives ${KILLS} kills at random moments`, { timeout: 600_000 }, async () => {
  const seed = randomInt(2 ** 31);
  const folder = await mkdtemp(path.join(tmpdir(), "zhengwen-crash-"));
  try {
    const rounds = await runCrashRounds({ kills: KILLS, seed, folder });
    expect(rounds.filter(({ found }) => found === "old" || found === "new")).toHaveLength(KILLS);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
