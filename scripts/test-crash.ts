import { randomInt } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import { runCrashRounds } from "./crash/crash-rounds.ts";

/* `npm run test:crash -- [--count 200] [--seed 1]`: kills that many ingests at random moments. */
const { values } = parseArgs({
  options: { count: { type: "string", default: "200" }, seed: { type: "string" } },
});
const kills = Number(values.count);
const seed = values.seed === undefined ? randomInt(2 ** 31) : Number(values.seed);
if (!Number.isInteger(kills) || kills < 1 || !Number.isInteger(seed)) {
  process.stderr.write("--count and --seed take whole numbers.\n");
  process.exit(2);
}

process.stdout.write(`Seed ${seed}: ${kills} kills.\n`);
const folder = await mkdtemp(path.join(tmpdir(), "zhengwen-crash-"));
let status = 0;
try {
  const rounds = await runCrashRounds({
    kills,
    seed,
    folder,
    onRound: ({ number, delay, found }) => {
      process.stdout.write(`${String(number).padStart(4)}  ${delay.toFixed(0).padStart(5)} ms  ${found}\n`);
    },
  });
  const count = (found: string): number => rounds.filter((round) => round.found === found).length;
  process.stdout.write(
    `${kills} kills survived: ${count("old")} left the old index, ${count("new")} the new one; seed ${seed}.\n`,
  );
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  status = 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}
process.exit(status);
