import axe from "axe-core";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";

/** What axe objects to, in light and in dark: rule, scheme, and the elements. */
export const findViolations = async (page: Page): Promise<string[]> => {
  const found: string[] = [];
  // Run by the debugger, which the content security policy does not bind.
  await page.evaluate(axe.source);
  for (const colorScheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    const results: AxeResults = await page.evaluate("axe.run()");
    for (const { id, nodes } of results.violations) {
      found.push(`${id} (${colorScheme}): ${nodes.map(({ target }) => String(target)).join(" | ")}`);
    }
  }
  return found;
};
