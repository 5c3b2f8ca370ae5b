import type { Page } from "playwright-core";

const KEY = "zhengwen.conversation";

/**
 * Puts a conversation of `count` messages into the browser's store, made of the turns that are in it, and loads the
 * page again.
 */
export const lengthenConversation = async (page: Page, count: number): Promise<void> => {
  await page.evaluate(
    ({ key, messages: wanted }) => {
      const saved: { version: number; messages: { id: string }[] } = JSON.parse(
        localStorage.getItem(key) ?? "",
      );
      const { messages } = saved;
      const many = Array.from({ length: wanted }, (_, place) => ({
        ...messages[place % messages.length],
        id: `m${place}`,
      }));
      localStorage.setItem(key, JSON.stringify({ ...saved, messages: many }));
    },
    { key: KEY, messages: count },
  );
  await page.reload();
  await page
    .locator(".turn")
    .nth(count / 2 - 1)
    .waitFor();
};

/** As text, since the types of Node know nothing of what browsers observe. */
const SUM_SHIFTS = `{
  globalThis.layoutShifts = { sum: 0 };
  new PerformanceObserver((list) => {
    for (const { value, hadRecentInput } of list.getEntries()) {
      if (!hadRecentInput) globalThis.layoutShifts.sum += value;
    }
  }).observe({ type: "layout-shift" });
}`;

/** From now on, sums up by how much the layout shifts without the reader's doing. */
export const watchShifts = async (page: Page): Promise<() => Promise<number>> => {
  await page.evaluate(SUM_SHIFTS);
  return () => page.evaluate("globalThis.layoutShifts.sum");
};
