import type { Browser, BrowserContext, Page } from "playwright-core";

export interface Visit {
  readonly page: Page;
  /** Everything that must never happen, as it happened: foreign requests, console errors, page errors. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

export interface VisitOptions {
  readonly width?: number;
  readonly height?: number;
  readonly path?: string;
  /** Requests are expected to fail: the browser's own message for that is no complaint. */
  readonly failing?: boolean;
}

const watch = (page: Page, url: string, failing: boolean): string[] => {
  const complaints: string[] = [];
  page.on("request", (request) => {
    if (!request.url().startsWith(`${url}/`)) complaints.push(`request to ${request.url()}`);
  });
  page.on("console", (message) => {
    if (message.type() !== "error" && message.type() !== "warning") return;
    if (failing && message.text().startsWith("Failed to load resource")) return;
    complaints.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => complaints.push(`error: ${error.message}`));
  return complaints;
};

/** Opens the page in a browser context of its own and watches it. */
export const visit = async (browser: Browser, url: string, options: VisitOptions = {}): Promise<Visit> => {
  const context: BrowserContext = await browser.newContext({
    viewport: { width: options.width ?? 1280, height: options.height ?? 800 },
    locale: "zh-CN",
  });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  // The first page of a file comes while its server reads ahead; on a busy machine that takes long.
  page.setDefaultNavigationTimeout(60_000);
  const complaints = watch(page, url, options.failing ?? false);
  await page.goto(`${url}${options.path ?? "/"}`);
  return { page, complaints, close: () => context.close() };
};

/** Writes a question, sends it with Enter, and waits for the complete answer. */
export const ask = async (page: Page, question: string): Promise<void> => {
  const complete = page.locator(".answer-footer");
  const before = await complete.count();
  await page.getByLabel("您的问题").fill(question);
  await page.keyboard.press("Enter");
  await complete.nth(before).waitFor();
};

/** What is highlighted in the original, put together. */
export const highlighted = async (page: Page): Promise<string> => {
  const marks = page.getByTestId("quoted-span");
  await marks.first().waitFor();
  return (await marks.allTextContents()).join("");
};
