import { chromium } from "playwright-core";
import type { Browser, Page } from "playwright-core";
import { withServerProcess } from "../eval/server-process.ts";
import { findChromium } from "../web/test/browser/find-chromium.ts";
import { lengthenConversation, watchShifts } from "../web/test/browser/long-conversation.ts";
import { ask } from "../web/test/browser/visit.ts";

/** What the page must keep to. */
const BARS = { scriptBytes: 200_000, shift: 0.05, taskMs: 100 } as const;
const MESSAGES = 500;
const QUESTIONS = [
  "中关村2010年的技术合同成交额是多少？",
  "谁来设立中关村科学研究基金？",
  "中关村要建设哪些人才集聚地？",
];

const open = async (browser: Browser, url: string): Promise<Page> => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: "zh-CN" });
  const page = await context.newPage();
  await page.goto(url);
  await page.getByLabel("您的问题").waitFor();
  return page;
};

/** Bytes of JavaScript that came over the wire until the page could be used. */
const firstScripts = (page: Page): Promise<number> =>
  page.evaluate(() =>
    performance
      .getEntriesByType("resource")
      .filter((entry) => entry instanceof PerformanceResourceTiming)
      .filter(({ name }) => name.endsWith(".js"))
      .reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
  );

/** As text, since the types of Node know nothing of what browsers observe. */
const WATCH_TASKS = `{
  globalThis.longestTask = { ms: 0 };
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) {
      globalThis.longestTask.ms = Math.max(globalThis.longestTask.ms, duration);
    }
  }).observe({ type: "longtask" });
}`;

/** The longest task, in milliseconds, while a conversation of 500 messages is scrolled from end to end and back. */
const longestScrollTask = async (page: Page): Promise<number> => {
  await lengthenConversation(page, MESSAGES);
  // What belongs to loading is over.
  await page.waitForTimeout(2_000);
  await page.evaluate(WATCH_TASKS);
  const longest = (): Promise<number> => page.evaluate("globalThis.longestTask.ms");
  // A task of 120 ms has to be seen: otherwise nothing is measured.
  await page.evaluate("setTimeout(() => { for (const end = Date.now() + 120; Date.now() < end; ); }, 50)");
  await page.waitForTimeout(1_000);
  if ((await longest()) < 100) throw new Error("This browser does not tell of long tasks.");
  await page.evaluate("globalThis.longestTask.ms = 0");
  const view = page.locator(".chat-scroll");
  await view.hover();
  for (const step of [-1_600, 1_600]) {
    const isAtEnd = (): Promise<boolean> =>
      view.evaluate(
        ({ scrollTop, scrollHeight, clientHeight }, down) =>
          down ? scrollTop + clientHeight >= scrollHeight - 2 : scrollTop <= 0,
        step > 0,
      );
    for (let turns = 0; turns < 1_000 && !(await isAtEnd()); turns += 1) {
      await page.mouse.wheel(0, step);
      await page.waitForTimeout(16);
    }
  }
  await page.waitForTimeout(500);
  return longest();
};

const executablePath = findChromium();
if (executablePath === null) process.exit(1);
await withServerProcess(async ({ url }) => {
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  try {
    const page = await open(browser, url);
    const scriptBytes = await firstScripts(page);
    const shifts = await watchShifts(page);
    for (const question of QUESTIONS) await ask(page, question);
    const shift = await shifts();
    const taskMs = await longestScrollTask(page);
    const lines: readonly (readonly [string, number, number, string])[] = [
      ["JavaScript of the first load, compressed", scriptBytes, BARS.scriptBytes, "bytes"],
      [`layout shift while ${QUESTIONS.length} answers arrive`, Number(shift.toFixed(4)), BARS.shift, ""],
      // The browser calls a task long from 50 ms on; 0 is none of them.
      [`longest task while ${MESSAGES} messages are scrolled`, Math.round(taskMs), BARS.taskMs, "ms"],
    ];
    for (const [what, value, bar, unit] of lines) {
      const verdict = value < bar ? "ok" : "TOO MUCH";
      process.stdout.write(`${what}: ${value} ${unit} (bar ${bar}) ${verdict}\n`);
      if (value >= bar) process.exitCode = 1;
    }
  } finally {
    await browser.close();
  }
});
