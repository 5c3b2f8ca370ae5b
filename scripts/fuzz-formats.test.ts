import { expect, it } from "vitest";
import { fuzzFormats } from "./fuzz-formats.ts";

it("reads or refuses damaged files of every format, in bounded time and memory", async () => {
  const reports = await Array.fromAsync(fuzzFormats(25, 7));
  expect(
    reports.flatMap(({ format, failures }) => failures.map((failure) => `${format}: ${failure}`)),
  ).toEqual([]);
  // Mutation that ruins everything, or nothing, would test little.
  expect(reports.every(({ read }) => read > 0)).toBe(true);
  expect(reports.some(({ refused }) => Object.keys(refused).length > 0)).toBe(true);
});
