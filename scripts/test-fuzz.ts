import { z } from "zod";
import { fuzzFormats } from "./fuzz-formats.ts";

/**
 * `npm run test:fuzz`: mutated files of every format. No crash, nothing over 5 s, memory bounded; it runs without
 * the right to write files, so that an attempt would fail. `ZHENGWEN_FUZZ_INPUTS` files per format, from
 * `ZHENGWEN_FUZZ_SEED`.
 */
const MOST_MEMORY = 2_000_000_000;

const settings = z
  .object({
    ZHENGWEN_FUZZ_INPUTS: z.coerce.number().int().positive().default(2_000),
    ZHENGWEN_FUZZ_SEED: z.coerce.number().int().nonnegative().default(1),
  })
  .parse(process.env);

// Without the flag there is no such object, whatever its type says.
const { permission }: { readonly permission?: typeof process.permission } = process;
if (permission === undefined || permission.has("fs.write")) {
  process.stderr.write("Run this with npm run test:fuzz, which takes away the right to write files.\n");
  process.exit(1);
}
let failures = 0;
for await (const report of fuzzFormats(settings.ZHENGWEN_FUZZ_INPUTS, settings.ZHENGWEN_FUZZ_SEED)) {
  const { format, inputs, read, refused, slowestMs } = report;
  process.stdout.write(
    `${format}: ${inputs} inputs, ${read} read, refused ${JSON.stringify(refused)}, slowest ${slowestMs} ms, ${report.failures.length} failures\n`,
  );
  for (const failure of report.failures.slice(0, 20)) process.stdout.write(`  ${failure}\n`);
  failures += report.failures.length;
}
// Kilobytes, of the whole process with its threads.
const memory = process.resourceUsage().maxRSS * 1_000;
process.stdout.write(
  `peak memory ${Math.round(memory / 1_000_000)} MB, seed ${settings.ZHENGWEN_FUZZ_SEED}\n`,
);
if (memory > MOST_MEMORY) process.stdout.write(`more than ${MOST_MEMORY / 1_000_000} MB\n`);
process.exitCode = failures === 0 && memory <= MOST_MEMORY ? 0 : 1;
