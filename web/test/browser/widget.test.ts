import { once } from "node:events";
import { createServer } from "node:http";
import type { Server } from "node:http";
import type { Browser, Page } from "playwright-core";
import { chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findChromium } from "./find-chromium.ts";
import type { TestServer } from "./start-server.ts";
import { startServer } from "./start-server.ts";

const FUND = "谁来设立中关村科学研究基金？";
const executablePath = findChromium();

describe.skipIf(executablePath === null)("the widget on a page of another site", () => {
  let site: Server;
  let siteUrl: string;
  let server: TestServer;
  let browser: Browser;
  /** A site whose policy allows scripts of the server, requests to it, and nothing else: no inline script, no style. */
  const policy = (): string => `default-src 'none'; script-src ${server.url}; connect-src ${server.url}`;

  beforeAll(async () => {
    site = createServer((_request, response) => {
      response.setHeader("content-type", "text/html; charset=utf-8");
      response.setHeader("content-security-policy", policy());
      response.end(
        `<!doctype html><html lang="zh-CN"><title>门户</title><h1>门户网站</h1>
         <script src="${server.url}/widget.js" data-title="问政策" async></script></html>`,
      );
    });
    site.listen(0, "127.0.0.1");
    await once(site, "listening");
    const address = site.address();
    siteUrl = `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`;
    server = await startServer({ ZHENGWEN_ALLOWED_ORIGINS: siteUrl });
    browser = await chromium.launch({ executablePath: executablePath ?? "", args: ["--no-sandbox"] });
  }, 300_000);
  afterAll(async () => {
    await browser.close();
    await server.stop();
    site.close();
  });

  const open = async (): Promise<{ readonly page: Page; readonly complaints: string[] }> => {
    const context = await browser.newContext({ locale: "zh-CN" });
    context.setDefaultTimeout(20_000);
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on("console", (message) => {
      const text = message.text();
      // The site itself has no icon.
      if (["error", "warning"].includes(message.type()) && !text.includes("favicon")) complaints.push(text);
    });
    page.on("pageerror", (error) => complaints.push(error.message));
    await page.goto(siteUrl);
    return { page, complaints };
  };

  it("answers with sources that open the passage on the server's page, and breaks no policy", async () => {
    const { page, complaints } = await open();
    await page.getByRole("button", { name: "问政策" }).click();
    const dialog = page.getByRole("dialog", { name: "问政策" });
    await dialog.getByLabel("您的问题").fill(FUND);
    await page.keyboard.press("Enter");
    const source = dialog.locator(".sources a").first();
    await source.waitFor();
    await dialog.getByText("正在查找依据").waitFor({ state: "detached" });
    const quote = (await dialog.locator(".sources q").first().textContent()) ?? "nothing";
    expect(await dialog.locator(".answer").textContent()).toContain("基金");
    expect(await dialog.locator("sup a").first().getAttribute("href")).toBe(
      await source.getAttribute("href"),
    );
    const opening = page.context().waitForEvent("page");
    await source.click();
    const passage = await opening;
    expect(passage.url().startsWith(`${server.url}/documents/`)).toBe(true);
    const clause = passage.locator(".clause-current");
    await clause.waitFor();
    expect(await clause.textContent()).toContain(quote.slice(0, 12));
    // A question that follows is understood with the one before it.
    await dialog.getByLabel("您的问题").fill("那2011年的规划呢？");
    await page.keyboard.press("Enter");
    await dialog.locator(".answer").nth(1).locator("p, .failure").first().waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it("lies above the page in colours and sizes of its own, and closes with Escape", async () => {
    const { page, complaints } = await open();
    const button = page.getByRole("button", { name: "问政策" });
    expect(await button.evaluate((each) => getComputedStyle(each).backgroundColor)).toBe("rgb(140, 29, 24)");
    expect(await page.locator("h1").evaluate((each) => getComputedStyle(each).backgroundColor)).toBe(
      "rgba(0, 0, 0, 0)",
    );
    await button.click();
    const dialog = page.getByRole("dialog");
    expect(await dialog.getByLabel("您的问题").evaluate((each) => each.matches(":focus"))).toBe(true);
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
    expect(await button.evaluate((each) => each.matches(":focus"))).toBe(true);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  it("says so where the server does not answer, and answers again when it is back", async () => {
    const { page } = await open();
    await page.getByRole("button", { name: "问政策" }).click();
    const dialog = page.getByRole("dialog");
    await page.context().setOffline(true);
    await dialog.getByLabel("您的问题").fill(FUND);
    await page.keyboard.press("Enter");
    await dialog.getByRole("alert").getByText("没有得到回答").waitFor();
    await page.context().setOffline(false);
    await dialog.getByLabel("您的问题").fill(FUND);
    await page.keyboard.press("Enter");
    await dialog.locator(".sources a").first().waitFor();
    expect(await dialog.getByRole("alert").count()).toBe(1);
    await page.context().close();
  });

  it("keeps what is written while an answer arrives", async () => {
    const { page } = await open();
    await page.getByRole("button", { name: "问政策" }).click();
    const dialog = page.getByRole("dialog");
    const field = dialog.getByLabel("您的问题");
    const held = Promise.withResolvers<undefined>();
    await page.route("**/api/chat", async (route) => {
      await held.promise;
      await route.continue();
    });
    await field.fill(FUND);
    await page.keyboard.press("Enter");
    await dialog.getByText("正在查找依据").waitFor();
    await field.fill("那2011年的规划呢？");
    await page.keyboard.press("Enter");
    expect(await field.inputValue()).toBe("那2011年的规划呢？");
    held.resolve(undefined);
    await dialog.locator(".sources a").first().waitFor();
    await page.context().close();
  });

  it("gets no answer on a site that is not on the list", async () => {
    const other = createServer((_request, response) => {
      response.setHeader("content-type", "text/html; charset=utf-8");
      response.end(`<!doctype html><script src="${server.url}/widget.js" async></script>`);
    });
    other.listen(0, "127.0.0.1");
    await once(other, "listening");
    const address = other.address();
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`);
    await page.getByRole("button", { name: "政策问答" }).click();
    await page.getByLabel("您的问题").fill(FUND);
    await page.keyboard.press("Enter");
    await page.getByRole("alert").waitFor();
    expect(await page.locator(".sources").count()).toBe(0);
    await page.close();
    other.close();
  });
});
