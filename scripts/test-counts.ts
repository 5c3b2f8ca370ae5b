import { z } from "zod";

/** How many tests passed, failed and were skipped. */
export interface TestCounts {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** The part of Vitest's JSON report that is counted here. */
const ReportSchema = z.object({
  testResults: z.array(
    z.object({
      status: z.string(),
      assertionResults: z.array(z.object({ status: z.string() })),
    }),
  ),
});

/**
 * Counts the tests of a report of Vitest's JSON reporter. A file that failed without a failed test (it could
 * not be loaded, or a hook threw) counts as one failed test, so that no failure is missing from the counts.
 * @param json - the text of the report
 * @throws SyntaxError or ZodError where it is no such report
 */
export const countTests = (json: string): TestCounts => {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const file of ReportSchema.parse(JSON.parse(json)).testResults) {
    const statuses = file.assertionResults.map(({ status }) => status);
    const failed = statuses.filter((status) => status === "failed").length;
    const passed = statuses.filter((status) => status === "passed").length;
    counts.passed += passed;
    counts.failed += failed === 0 && file.status === "failed" ? 1 : failed;
    counts.skipped += statuses.length - passed - failed;
  }
  return counts;
};

/** The line that ends a run of the tests, for a reader and for whatever reads the output. */
export const closingLine = ({ passed, failed, skipped }: TestCounts): string =>
  `${passed} passed, ${failed} failed, ${skipped} skipped`;
